import type { SummaryRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'

/**
 * Reads what the Git repository around a file says of itself; null in a submodule or a second worktree, whose `.git` is
 * a file that leads elsewhere, because the repository around those does not hold the file. Nothing is run.
 */
export async function findRepository(file: vscode.Uri): Promise<SummaryRequest.Params['repository']> {
  const parts = file.path.split('/')
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const git = file.with({ path: [...parts.slice(0, length), '.git'].join('/') })
    const type = await typeOf(git)
    if (type === undefined) continue
    if ((type & vscode.FileType.Directory) === 0) return null
    const [config, head] = await Promise.all([readText(git, 'config'), readText(git, 'HEAD')])
    if (config !== null && head !== null) return { config, head, path: parts.slice(length).join('/') }
  }
  return null
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type
  } catch {
    return undefined
  }
}

async function readText(folder: vscode.Uri, name: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)))
  } catch {
    return null
  }
}
