import { HasFilesRequest } from '@postmortem/shared/files'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Answers which files exist, in whatever file system the workspace is. */
export function answerHasFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(
    HasFilesRequest.method,
    ({ uris }: HasFilesRequest.Params): Promise<HasFilesRequest.Result> =>
      Promise.all(uris.map((uri) => hasFile(vscode.Uri.parse(uri)))),
  )
}

/** Nothing is disclosed about files outside the workspace. */
async function hasFile(uri: vscode.Uri): Promise<boolean | 'unknown'> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'unknown'
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && notFoundCodes.includes(error.code)
    return isMissing ? false : 'unknown'
  }
}

const notFoundCodes: readonly string[] = ['FileNotFound', 'FileNotADirectory']
