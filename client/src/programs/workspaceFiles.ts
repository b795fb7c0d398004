import {
  FindReportsRequest,
  LocateRequest,
  ReadReportRequest,
  type WorkspacePlace,
} from '@postmortem/shared/programs'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findMarkdownFiles, readMarkdown } from '../markdownFiles.ts'

/** Answers the server's questions about files while a tool runs. Nothing outside of the workspace is read. */
export function answerToolFiles(client: BaseLanguageClient): readonly vscode.Disposable[] {
  const toPlace = (uri: vscode.Uri): WorkspacePlace => ({
    uri: client.code2ProtocolConverter.asUri(uri),
    name: vscode.workspace.asRelativePath(uri),
  })
  return [
    client.onRequest(
      LocateRequest.method,
      async ({ path }: LocateRequest.Params): Promise<LocateRequest.Result> => {
        const uri = await locate(path)
        return uri === undefined ? null : toPlace(uri)
      },
    ),
    client.onRequest(
      ReadReportRequest.method,
      async ({ uri: written }: ReadReportRequest.Params): Promise<ReadReportRequest.Result> => {
        const uri = vscode.Uri.parse(written)
        return isMarkdownFile(uri) && (await isInside(uri)) ? readMarkdown(uri) : null
      },
    ),
    client.onRequest(
      FindReportsRequest.method,
      async ({ folder }: FindReportsRequest.Params, token): Promise<FindReportsRequest.Result> => {
        const files = await findMarkdownFiles(token, folder === null ? undefined : vscode.Uri.parse(folder))
        const places = files.map(toPlace)
        return places.sort((one, other) => (one.name < other.name ? -1 : 1))
      },
    ),
  ]
}

function isMarkdownFile({ path }: vscode.Uri): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}

/** The first place in the workspace that the path may mean and that exists, or else the first that it may mean. */
async function locate(path: string): Promise<vscode.Uri | undefined> {
  const candidates: vscode.Uri[] = []
  for (const candidate of candidatesFor(path)) if (await isInside(candidate)) candidates.push(candidate)
  for (const candidate of candidates) if ((await statOf(candidate)) !== undefined) return candidate
  return candidates[0]
}

/** A path is absolute or relative to a workspace folder, whose name it begins with if there are several. */
function candidatesFor(path: string): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? []
  return folders.flatMap(({ uri, name }) => {
    // Joining also removes the dots, which could lead out of the folder.
    const inFolder = vscode.Uri.joinPath(uri, path)
    if (/^(?:[a-z]:)?[\\/]/i.test(path))
      return [vscode.Uri.joinPath(uri.with({ path: '/' }), vscode.Uri.file(path).path)]
    return path.startsWith(`${name}/`)
      ? [vscode.Uri.joinPath(uri, path.slice(name.length + 1)), inFolder]
      : [inFolder]
  })
}

/** A link in the workspace may lead out of it, so what is behind one is outside. */
async function isInside(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri
  if (folder === undefined) return false
  for (let place = uri; place.path.length > folder.path.length; place = vscode.Uri.joinPath(place, '..'))
    if (((await statOf(place))?.type ?? 0) & vscode.FileType.SymbolicLink) return false
  return true
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri)
  } catch {
    return undefined
  }
}
