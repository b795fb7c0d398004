import { SummaryRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'
import { findRepository } from './findRepository.ts'

/** Copies a summary of the report in a few lines of plain text, for a chat. */
export async function copySummary(client: BaseLanguageClient): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const { uri } = active.editor.document
  const isStored = vscode.workspace.getWorkspaceFolder(uri) !== undefined
  const params: SummaryRequest.Params = {
    uri: active.uri,
    path: isStored ? vscode.workspace.asRelativePath(uri) : null,
    repository: isStored ? await findRepository(uri) : null,
  }
  const summary = await client.sendRequest<SummaryRequest.Result>(SummaryRequest.method, params)
  if (summary === null) return
  await vscode.env.clipboard.writeText(summary)
  vscode.window.setStatusBarMessage(vscode.l10n.t('The summary is on the clipboard.'), 4000)
}
