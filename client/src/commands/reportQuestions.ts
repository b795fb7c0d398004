import { type BeginningsRequest, MomentRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type Folder, writableRoots } from '../folders.ts'
import { askChoice, askText, type Judgement, type Question } from '../questions.ts'

const { t } = vscode.l10n

/** What the author of a new report said so far; `null` is left open. */
export interface Answers {
  readonly template: string | null
  readonly title: string | null
  readonly severity: string | null
  readonly start: string | null
  readonly end: string | null
  /** `null`: it goes into an untitled document. */
  readonly folder?: vscode.Uri | null
}

/** What the questions offer, and whom they ask about an answer. */
export interface Knowledge {
  readonly client: BaseLanguageClient
  readonly beginnings: Promise<BeginningsRequest.Result>
  readonly folders: Promise<readonly Folder[]>
  readonly isTemplateGiven: boolean
  readonly nameFile: (answers: Answers) => Promise<string>
}

/** All but the first are skipped with Enter. Where nothing is known of the start, nobody knows the end. */
export function questionsFor({ start }: Answers, knowledge: Knowledge): readonly Question<Answers>[] {
  return [
    ...(knowledge.isTemplateGiven ? [] : [askTemplate(knowledge)]),
    askTitle,
    askSeverity(knowledge),
    askStart(knowledge),
    ...(start === null ? [] : [askEnd(knowledge)]),
    ...(writableRoots().length === 0 ? [] : [askFolder(knowledge)]),
  ]
}

function askTemplate({ beginnings }: Knowledge): Question<Answers> {
  return async ({ template }, heading) => {
    const items = beginnings.then(({ templates }) =>
      templates.map(({ id, name, description }) => ({ label: name, detail: description, id })),
    )
    const placeholder = t('Which template?')
    const reply = await askChoice(heading, { placeholder, items, isActive: ({ id }) => id === template })
    return typeof reply === 'object' ? { answer: { template: reply.answer.id } } : reply
  }
}

const askTitle: Question<Answers> = async ({ title }, heading) => {
  const reply = await askText(heading, {
    prompt: t('What happened, in a few words? Enter skips.'),
    placeholder: t('Checkout unavailable after a failover'),
    value: title ?? '',
    judge: async (text) => ({ kind: 'fine', answer: text.trim() === '' ? null : text.trim() }),
  })
  return typeof reply === 'object' ? { answer: { title: reply.answer } } : reply
}

function askSeverity({ beginnings }: Knowledge): Question<Answers> {
  const toItem = (severity: string) => ({ label: severity, severity })
  const none = { label: t('Leave it open'), severity: null }
  return async ({ severity }, heading) => {
    const reply = await askChoice<vscode.QuickPickItem & { readonly severity: string | null }>(heading, {
      placeholder: t('How severe was it? Choose, or type what you call it.'),
      items: beginnings.then(({ severities }) => [
        none,
        ...[...new Set([...severities, ...(severity === null ? [] : [severity])])].map(toItem),
      ]),
      isActive: (item) => item.severity === severity,
      toItem,
    })
    return typeof reply === 'object' ? { answer: { severity: reply.answer.severity } } : reply
  }
}

function askStart({ client }: Knowledge): Question<Answers> {
  return async ({ start, end }, heading) => {
    const reply = await askText(heading, {
      prompt: t(
        'When did it start, in UTC? Now it is {0}. Enter skips.',
        new Date().toISOString().slice(11, 16),
      ),
      placeholder: t('{0}, or {1}', '22:48', '2026-03-14 22:48'),
      value: start ?? '',
      judge: (text) => judgeMoment(text, null, client),
    })
    if (typeof reply !== 'object') return reply
    return { answer: { start: reply.answer, end: reply.answer === start ? end : null } }
  }
}

function askEnd({ client }: Knowledge): Question<Answers> {
  return async ({ start, end }, heading) => {
    const reply = await askText(heading, {
      prompt: t('When was it over, in UTC? It began {0}. Enter skips.', start ?? ''),
      placeholder: t('{0}, or {1}', '00:22', '2026-03-15 00:22'),
      value: end ?? '',
      judge: (text) => judgeMoment(text, start, client),
    })
    return typeof reply === 'object' ? { answer: { end: reply.answer } } : reply
  }
}

async function judgeMoment(
  text: string,
  start: string | null,
  client: BaseLanguageClient,
): Promise<Judgement<string | null>> {
  if (text.trim() === '') return { kind: 'fine', answer: null }
  const params: MomentRequest.Params = { text, start }
  const result = await client.sendRequest<MomentRequest.Result>(MomentRequest.method, params)
  if (result.kind === 'refused') return { kind: 'wrong', reason: result.reason }
  return { kind: 'fine', answer: result.moment, note: result.note }
}

type Place = vscode.QuickPickItem & { readonly folder: vscode.Uri | null }

function askFolder({ folders, nameFile }: Knowledge): Question<Answers> {
  const findPlaces = async (answers: Answers): Promise<readonly Place[]> => {
    const [fileName, found] = await Promise.all([nameFile(answers), folders])
    return [
      ...found.map(({ uri, name }) => ({ label: `$(new-file) ${fileName}`, description: name, folder: uri })),
      { label: `$(file) ${t('Untitled document')}`, folder: null },
    ]
  }
  return async (answers, heading) => {
    const reply = await askChoice<Place>(heading, {
      placeholder: t('Where does it go?'),
      items: findPlaces(answers),
      isActive: ({ folder }) =>
        answers.folder !== undefined && folder?.toString() === answers.folder?.toString(),
    })
    return typeof reply === 'object' ? { answer: { folder: reply.answer.folder } } : reply
  }
}
