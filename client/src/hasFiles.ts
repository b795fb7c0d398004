import { HasFilesRequest } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Says for the server which files are there, in whatever file system the workspace is. */
export function answerHasFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(
    HasFilesRequest.method,
    ({ uris }: HasFilesRequest.Params): Promise<HasFilesRequest.Result> =>
      Promise.all(uris.map((uri) => hasFile(vscode.Uri.parse(uri)))),
  )
}

/** What is outside the folders of the workspace is nobody's concern. */
async function hasFile(uri: vscode.Uri): Promise<boolean | 'unknown'> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'unknown'
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch (error) {
    const isAbsent = error instanceof vscode.FileSystemError && absent.includes(error.code)
    return isAbsent ? false : 'unknown'
  }
}

const absent: readonly string[] = ['FileNotFound', 'FileNotADirectory']
