import * as vscode from 'vscode'
import { exists } from '../createFile.ts'

const names = ['.postmortem.yml', '.postmortem.yaml', '.postmortem.json', '.postmortem.jsonc']

/** Shows what can be configured, and changes nothing: these are the defaults. */
const initialText = `# How Postmortem checks the reports in this folder and below.

# The template that reports are checked against:
template: holberton

# Files that are reports no matter what they contain, besides those recognised by their content:
# files:
#   - reports/**/*.md

# The time zone of times that name none:
# defaultTimeZone: UTC

# Rules: error, warning, information, hint or off.
# rules:
#   length-report: off
`

/** Opens the configuration of the workspace folder, and creates one if there is none. */
export async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder()
  if (folder === undefined) return
  const { uri, isThere } = await findConfiguration(folder.uri)
  if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(initialText))
  await vscode.window.showTextDocument(uri)
}

/** The configuration file of a folder, or the one to create if there is none. */
export async function findConfiguration(
  folder: vscode.Uri,
): Promise<{ readonly uri: vscode.Uri; readonly isThere: boolean }> {
  const uris = names.map((name) => vscode.Uri.joinPath(folder, name))
  const existing = await Promise.all(uris.map(exists))
  return { uri: uris[Math.max(0, existing.indexOf(true))] as vscode.Uri, isThere: existing.includes(true) }
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? []
  const active = vscode.window.activeTextEditor?.document.uri
  const activeFolder = active && vscode.workspace.getWorkspaceFolder(active)
  if (activeFolder !== undefined || folders.length === 1) return activeFolder ?? folders[0]
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : undefined
}
