import * as vscode from 'vscode'

const markdown = '**/*.{md,markdown}'
const excluded = '**/{node_modules,.git}/**'
/** In bytes. Nobody writes a longer report. */
const maxReportSize = 2 * 1024 * 1024

/** The Markdown files in a folder, or in the whole workspace. */
export function findMarkdownFiles(
  token: vscode.CancellationToken,
  folder?: vscode.Uri,
): Thenable<readonly vscode.Uri[]> {
  const pattern = folder === undefined ? markdown : new vscode.RelativePattern(folder, markdown)
  return vscode.workspace.findFiles(pattern, excluded, undefined, token)
}

/** The text of a file as it is in the editor or else on the disk; null if it cannot be read. */
export async function readMarkdown(uri: vscode.Uri): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (open !== undefined) return open.getText()
  try {
    const { size } = await vscode.workspace.fs.stat(uri)
    if (size > maxReportSize) return null
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return null
  }
}
