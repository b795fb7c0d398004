import { NewEntryRequest, TimestampRequest } from '@postmortem/shared/clientCommands'
import type { SnippetEdit } from '@postmortem/shared/edits'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'
import { applySnippet } from '../applySnippet.ts'
import { askText, type Validation } from '../questions.ts'
import type { Reports } from '../reports.ts'

const { t } = vscode.l10n

/** Asks when something happened and inserts a timeline entry in chronological order. */
export async function newEntry(client: BaseLanguageClient, reports: Reports, given?: string): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const validate = (time: string) => findEdit(client, active.uri, time)
  if (given !== undefined) {
    const validation = await validate(given)
    if (validation.kind === 'valid') await applySnippet(active.editor, validation.answer)
    else void vscode.window.showInformationMessage(validation.reason)
    return
  }
  const reply = await askText(
    { title: t('New Timeline Entry') },
    {
      prompt: t('When did it happen? You can add what happened after the time.'),
      placeholder: t('{0} or {1}', '14:05', '14:05 …'),
      value: await readClock(client, reports, active.uri),
      validate,
    },
  )
  if (typeof reply === 'object') await applySnippet(active.editor, reply.answer)
}

async function findEdit(
  client: BaseLanguageClient,
  uri: string,
  time: string,
): Promise<Validation<SnippetEdit | null>> {
  const params: NewEntryRequest.Params = { uri, time }
  const answer = await client.sendRequest<NewEntryRequest.Result | null>(NewEntryRequest.method, params)
  if (answer?.kind === 'refused') return { kind: 'invalid', reason: answer.reason }
  return { kind: 'valid', answer: answer?.edit ?? null }
}

/** The present time, written the way the timeline's entries write theirs. */
async function readClock(client: BaseLanguageClient, reports: Reports, uri: string): Promise<string> {
  const title = reports.active.outline?.sections.find(({ id }) => id === 'timeline')?.range
  if (title == null) return ''
  const at = { line: title.end.line + 1, character: 0 }
  const ask = (zone: TimestampRequest.Params['zone']) =>
    client.sendRequest<TimestampRequest.Result>(TimestampRequest.method, { uri, at, zone })
  return (await ask('report')) ?? (await ask('utc')) ?? ''
}
