import { SummaryRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findFront } from '../front.ts'

/** Puts the report in a few lines of plain text on the clipboard, for those who wait in the chat. */
export async function copySummary(client: BaseLanguageClient): Promise<void> {
  const front = findFront(client)
  if (front === undefined) return
  const params: SummaryRequest.Params = { uri: front.uri }
  const summary = await client.sendRequest<SummaryRequest.Result>(SummaryRequest.method, params)
  if (summary === null) return
  await vscode.env.clipboard.writeText(summary)
  vscode.window.setStatusBarMessage(vscode.l10n.t('The summary is on the clipboard.'), 4000)
}
