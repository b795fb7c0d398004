import * as vscode from 'vscode'

const markdown = '**/*.{md,markdown}'
const excluded = '**/{node_modules,.git}/**'
/** Nobody writes a longer report. */
const maxMegabytes = 2

/** Returns whether this is one of the Markdown files that are found in a workspace. */
export function isMarkdownFile({ path }: vscode.Uri): boolean {
  return /\.(?:md|markdown)$/.test(path) && !/\/(?:node_modules|\.git)\//.test(path)
}

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
  const read = await readMarkdownFile(uri)
  return 'text' in read ? read.text : null
}

/** The text of a file as it is on the disk, or the reason why it cannot be read. */
export async function readMarkdownFile(
  uri: vscode.Uri,
): Promise<{ readonly text: string } | { readonly unread: string }> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri)
    if (size > maxMegabytes * 1024 * 1024)
      return { unread: vscode.l10n.t('It is larger than {0} MB.', maxMegabytes) }
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) }
  }
}
