import * as vscode from 'vscode'

const markdown = { language: 'markdown' }

/** Markdown documents, of which the server decides which are reports, and configuration files. */
export const documentSelector = [markdown, { pattern: '**/.postmortem.{yml,yaml,json,jsonc}' }]

/** Returns whether the server should see this document. */
export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0 && isFile(document)
}

/** Returns whether this document could be a report. */
export function isMarkdown(document: vscode.TextDocument): boolean {
  return vscode.languages.match(markdown, document) > 0 && isFile(document)
}

/** Notebook cells and comment boxes are Markdown as well, but are in no file system. */
function isFile({ isUntitled, uri }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined
}
