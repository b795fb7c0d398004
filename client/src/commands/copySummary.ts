import { SummaryRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'

/** Copies a summary of the report in a few lines of plain text, for a chat. */
export async function copySummary(client: BaseLanguageClient): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const params: SummaryRequest.Params = { uri: active.uri }
  const summary = await client.sendRequest<SummaryRequest.Result>(SummaryRequest.method, params)
  if (summary === null) return
  await vscode.env.clipboard.writeText(summary)
  vscode.window.setStatusBarMessage(vscode.l10n.t('The summary is on the clipboard.'), 4000)
}
