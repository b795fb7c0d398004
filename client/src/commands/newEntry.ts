import type { SnippetEdit } from '@postmortem/shared/protocol'
import { NewEntryRequest, TimestampRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { applySnippet } from '../applySnippet.ts'
import { findFront } from '../front.ts'
import { askText, type Judgement } from '../questions.ts'
import type { Reports } from '../reports.ts'

const { t } = vscode.l10n

/** Asks when it happened and makes an entry of the timeline, where that belongs in the order of time. */
export async function newEntry(client: BaseLanguageClient, reports: Reports, given?: string): Promise<void> {
  const front = findFront(client)
  if (front === undefined) return
  const judge = (time: string) => findEdit(client, front.uri, time)
  if (given !== undefined) {
    const judgement = await judge(given)
    if (judgement.kind === 'fine') await applySnippet(front.editor, judgement.answer)
    else void vscode.window.showInformationMessage(judgement.reason)
    return
  }
  const reply = await askText(
    { title: t('New Timeline Entry') },
    {
      prompt: t('When did it happen? What happened may stand behind the time.'),
      placeholder: t('{0} or {1}', '14:05', '14:05 …'),
      value: await readClock(client, reports, front.uri),
      judge,
    },
  )
  if (typeof reply === 'object') await applySnippet(front.editor, reply.answer)
}

async function findEdit(
  client: BaseLanguageClient,
  uri: string,
  time: string,
): Promise<Judgement<SnippetEdit | null>> {
  const params: NewEntryRequest.Params = { uri, time }
  const answer = await client.sendRequest<NewEntryRequest.Result | null>(NewEntryRequest.method, params)
  if (answer?.kind === 'refused') return { kind: 'wrong', reason: answer.reason }
  return { kind: 'fine', answer: answer?.edit ?? null }
}

/** The present, as the entries of the timeline write it. */
async function readClock(client: BaseLanguageClient, reports: Reports, uri: string): Promise<string> {
  const title = reports.active.outline?.sections.find(({ id }) => id === 'timeline')?.range
  if (title == null) return ''
  const at = { line: title.end.line + 1, character: 0 }
  const ask = (zone: TimestampRequest.Params['zone']) =>
    client.sendRequest<TimestampRequest.Result>(TimestampRequest.method, { uri, at, zone })
  return (await ask('report')) ?? (await ask('utc')) ?? ''
}
