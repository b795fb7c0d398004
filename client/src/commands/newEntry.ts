import { NewEntryRequest, TimestampRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { applySnippet } from '../applySnippet.ts'
import { findFront } from '../front.ts'
import type { Reports } from '../reports.ts'

const { t } = vscode.l10n

/** Asks when it happened and makes an entry of the timeline, where that belongs in the order of time. */
export async function newEntry(client: BaseLanguageClient, reports: Reports, given?: string): Promise<void> {
  const front = findFront(client)
  if (front === undefined) return
  const time = given ?? (await askTime(client, reports, front.uri))
  if (time === undefined) return
  const params: NewEntryRequest.Params = { uri: front.uri, time }
  const answer = await client.sendRequest<NewEntryRequest.Result | null>(NewEntryRequest.method, params)
  if (answer?.kind === 'inserted') await applySnippet(front.editor, answer.edit)
  else if (answer?.kind === 'refused') void vscode.window.showInformationMessage(answer.reason)
}

async function askTime(
  client: BaseLanguageClient,
  reports: Reports,
  uri: string,
): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: t('New Timeline Entry'),
    prompt: t('When did it happen?'),
    value: await readClock(client, reports, uri),
  })
}

/** The present, as the entries of the timeline write it. */
async function readClock(client: BaseLanguageClient, reports: Reports, uri: string): Promise<string> {
  const title = reports.active.outline?.sections.find(({ id }) => id === 'timeline')?.range
  if (title == null) return ''
  const at = { line: title.end.line, character: title.end.character + 1 }
  const ask = (zone: TimestampRequest.Params['zone']) =>
    client.sendRequest<TimestampRequest.Result>(TimestampRequest.method, { uri, at, zone })
  return (await ask('report')) ?? (await ask('utc')) ?? ''
}
