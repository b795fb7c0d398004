import * as vscode from 'vscode'

const markdown = { language: 'markdown' }

/**
 * Any Markdown document of any file system, saved or not; the server decides which ones are reports. And the
 * configuration files, which it tells by their names.
 */
export const documentSelector = [markdown, { pattern: '**/.postmortem.{yml,yaml,json,jsonc}' }]

/** Whether the server is to know of this document. */
export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0 && isFile(document)
}

/** Whether a report may be written here. */
export function isMarkdown(document: vscode.TextDocument): boolean {
  return vscode.languages.match(markdown, document) > 0 && isFile(document)
}

/** The cells of notebooks and the boxes that comments are written in are Markdown as well, and in no file system. */
function isFile({ isUntitled, uri }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined
}
