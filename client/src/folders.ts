import * as vscode from 'vscode'
import { exists } from './createFile.ts'

/** A folder for a report, with a name that distinguishes it from the others. */
export interface Folder {
  readonly uri: vscode.Uri
  readonly name: string
}

/** Folders where teams commonly keep their reports. */
const usualFolders = [
  'postmortems',
  'docs/postmortems',
  'post-mortems',
  'incidents',
  'docs/incidents',
  'reports',
]

export function writableRoots(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  )
}

/**
 * Lists folders for a new report, the likeliest first: beside the given report, the usual folders, the roots.
 */
export async function findFolders(beside: vscode.Uri | undefined): Promise<readonly Folder[]> {
  const roots = writableRoots()
  const usual = roots.flatMap(({ uri }) => usualFolders.map((path) => vscode.Uri.joinPath(uri, path)))
  const existing = await Promise.all(usual.map(exists))
  const candidates = [
    ...(beside !== undefined && isBelow(beside, roots) ? [vscode.Uri.joinPath(beside, '..')] : []),
    ...usual.filter((_, index) => existing[index]),
    ...roots.map(({ uri }) => uri),
  ]
  const addresses = candidates.map((uri) => uri.toString())
  return candidates
    .filter((_, index) => addresses.indexOf(addresses[index] as string) === index)
    .map((uri) => ({ uri, name: nameFolder(uri) }))
}

function isBelow(uri: vscode.Uri, roots: readonly vscode.WorkspaceFolder[]): boolean {
  const root = vscode.workspace.getWorkspaceFolder(uri)
  return roots.some(({ uri: each }) => each.toString() === root?.uri.toString())
}

/** The path of the folder in the workspace, with the name of its root. */
export function nameFolder(uri: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(uri)
  const path = vscode.workspace.asRelativePath(uri, false)
  if (root === undefined) return uri.path.split('/').at(-1) ?? path
  if (root.uri.toString() === uri.toString()) return root.name
  return `${root.name}/${path}`
}
