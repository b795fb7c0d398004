import * as vscode from 'vscode'
import { isThere } from '../createFile.ts'

const names = ['.postmortem.yml', '.postmortem.yaml', '.postmortem.json', '.postmortem.jsonc']

/** As much as shows what can be said; all of it is what holds without a file. */
const beginning = `# How Postmortem checks the reports in this folder and below.

# The template that they are held against:
template: holberton

# Files that are reports whatever they say, besides those that are recognised by what they say:
# files:
#   - reports/**/*.md

# The time zone of times beside which none is named:
# defaultTimeZone: UTC

# Rules: error, warning, information, hint or off.
# rules:
#   length-report: off
`

/** Opens the configuration of the workspace folder; makes one where there is none. */
export async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder()
  if (folder === undefined) return
  const uris = names.map((name) => vscode.Uri.joinPath(folder.uri, name))
  const there = await Promise.all(uris.map(isThere))
  const uri = uris[Math.max(0, there.indexOf(true))] as vscode.Uri
  if (!there.includes(true)) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(beginning))
  await vscode.window.showTextDocument(uri)
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? []
  const active = vscode.window.activeTextEditor?.document.uri
  const own = active && vscode.workspace.getWorkspaceFolder(active)
  if (own !== undefined || folders.length === 1) return own ?? folders[0]
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : undefined
}
