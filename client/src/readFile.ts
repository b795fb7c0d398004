import { configurationFiles, maxConfigurationFileSize, ReadFileRequest } from '@postmortem/shared/files'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Reads configuration files for the server, which cannot reach every file system that the editor can. */
export function answerReadFile(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(ReadFileRequest.method, ({ uri }: ReadFileRequest.Params) =>
    readFile(vscode.Uri.parse(uri)),
  )
}

async function readFile(uri: vscode.Uri): Promise<ReadFileRequest.Result> {
  if (!configurationFiles.test(uri.path)) return null
  const stat = await findFile(uri)
  if (stat === null) return null
  if ((stat.type & vscode.FileType.File) === 0) throw new Error('It is not a file.')
  if (stat.size > maxConfigurationFileSize) throw new Error('It is too long.')
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
}

async function findFile(uri: vscode.Uri): Promise<vscode.FileStat | null> {
  try {
    return await vscode.workspace.fs.stat(uri)
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null
    throw error
  }
}
