import * as vscode from 'vscode'
import { isThere } from './createFile.ts'

/** A place for a report, with a name that tells it from the others. */
export interface Folder {
  readonly uri: vscode.Uri
  readonly name: string
}

/** Where teams keep their reports. */
const usualFolders = [
  'postmortems',
  'docs/postmortems',
  'post-mortems',
  'incidents',
  'docs/incidents',
  'reports',
]

/** Where a new report may go, the likeliest first: beside the report in front, where others are, at the top. */
export async function findFolders(): Promise<readonly Folder[]> {
  const roots = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  )
  const usual = roots.flatMap(({ uri }) => usualFolders.map((path) => vscode.Uri.joinPath(uri, path)))
  const there = await Promise.all(usual.map(isThere))
  const front = vscode.window.activeTextEditor?.document
  const own = front?.languageId === 'markdown' && vscode.workspace.getWorkspaceFolder(front.uri)
  const candidates = [
    ...(front && own ? [vscode.Uri.joinPath(front.uri, '..')] : []),
    ...usual.filter((_, index) => there[index]),
    ...roots.map(({ uri }) => uri),
  ]
  const addresses = candidates.map((uri) => uri.toString())
  return candidates
    .filter((_, index) => addresses.indexOf(addresses[index] as string) === index)
    .map((uri) => ({ uri, name: nameOf(uri) }))
}

function nameOf(uri: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(uri)
  const path = vscode.workspace.asRelativePath(uri, false)
  if (root === undefined || root.uri.toString() === uri.toString()) return root?.name ?? path
  return `${root.name}/${path}`
}
