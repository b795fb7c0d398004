import { FixTextRequest } from '@postmortem/shared/checking'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findMarkdownFiles, readMarkdown } from '../../markdownFiles.ts'

const { t } = vscode.l10n

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>

/**
 * Collects the safe fixes of all reports in the workspace and has the editor show them as a diff, in which the writer
 * chooses. Returns the number of files that have any; undefined if it was cancelled.
 */
export async function fixWorkspace(client: BaseLanguageClient): Promise<number | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Looking for what can safely be fixed'),
    cancellable: true,
  }
  const edit = await vscode.window.withProgress(options, (progress, token) =>
    collectFixes(client, progress, token),
  )
  if (edit === undefined) return undefined
  if (edit.size === 0) {
    void vscode.window.showInformationMessage(
      t('There is nothing in this workspace that can safely be fixed.'),
    )
    return 0
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true })
  return edit.size
}

async function collectFixes(
  client: BaseLanguageClient,
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const files = await findMarkdownFiles(token)
  const edit = new vscode.WorkspaceEdit()
  for (const uri of files) {
    if (token.isCancellationRequested) return undefined
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length })
    for (const { range, newText } of await findFixes(client, uri, token))
      edit.replace(uri, range, newText, { needsConfirmation: true, label: t('Safe fixes') })
  }
  return token.isCancellationRequested ? undefined : edit
}

async function findFixes(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<readonly vscode.TextEdit[]> {
  const text = await readMarkdown(uri)
  if (text === null) return []
  const params: FixTextRequest.Params = { uri: client.code2ProtocolConverter.asUri(uri), text }
  try {
    const answer = await client.sendRequest<FixTextRequest.Result>(FixTextRequest.method, params, token)
    return (await client.protocol2CodeConverter.asTextEdits([...(answer ?? [])] as never[])) ?? []
  } catch {
    // The request was cancelled, and the loop is about to end.
    return []
  }
}
