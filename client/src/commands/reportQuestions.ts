import { type BeginningsRequest, MomentRequest } from '@postmortem/shared/newReport'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type Folder, writableRoots } from '../folders.ts'
import { askChoice, askText, type Question, type Validation } from '../questions.ts'

const { t } = vscode.l10n

/** The author's answers about a new report; whatever is null is left open. */
export interface Answers {
  readonly template: string | null
  readonly title: string | null
  readonly severity: string | null
  readonly start: string | null
  /** The zone in which the start was given; the end is asked for in the same. */
  readonly zone: string
  readonly end: string | null
  /** Null for an untitled document; undefined until the author is asked. */
  readonly folder?: vscode.Uri | null
}

/** Everything that the questions need to offer choices and to validate answers. */
export interface QuestionContext {
  readonly client: BaseLanguageClient
  readonly beginnings: Promise<BeginningsRequest.Result>
  readonly folders: Promise<readonly Folder[]>
  readonly isTemplateGiven: boolean
  readonly nameFile: (answers: Answers) => Promise<string>
}

/** Enter skips every question but the first. Without a start, the end is not asked for. */
export function questionsFor({ start }: Answers, context: QuestionContext): readonly Question<Answers>[] {
  return [
    ...(context.isTemplateGiven ? [] : [askTemplate(context)]),
    askTitle,
    askSeverity(context),
    askStart(context),
    ...(start === null ? [] : [askEnd(context)]),
    ...(writableRoots().length === 0 ? [] : [askFolder(context)]),
  ]
}

function askTemplate({ beginnings }: QuestionContext): Question<Answers> {
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
    validate: async (text) => ({ kind: 'valid', answer: text.trim() === '' ? null : text.trim() }),
  })
  return typeof reply === 'object' ? { answer: { title: reply.answer } } : reply
}

function askSeverity({ beginnings }: QuestionContext): Question<Answers> {
  const toItem = (severity: string) => ({ label: severity, severity })
  const none = { label: t('Leave it open'), severity: null }
  return async ({ severity }, heading) => {
    const reply = await askChoice<vscode.QuickPickItem & { readonly severity: string | null }>(heading, {
      placeholder: t('How severe was it? Choose one, or type your own.'),
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

function askStart({ client }: QuestionContext): Question<Answers> {
  return async ({ start, end }, heading) => {
    const reply = await askText(heading, {
      prompt: t(
        'When did it start, in UTC? It is {0} now. Enter skips.',
        new Date().toISOString().slice(11, 16),
      ),
      placeholder: t('{0}, or {1}', '22:48', '2026-03-14 22:48'),
      value: start ?? '',
      validate: (text) => validateMoment(text, { start: null, zone: 'UTC' }, client),
    })
    if (typeof reply !== 'object') return reply
    const { moment, zone } = reply.answer
    // The answer that is offered again is in UTC.
    return { answer: { start: moment, zone: zone ?? 'UTC', end: moment === start ? end : null } }
  }
}

function askEnd({ client }: QuestionContext): Question<Answers> {
  return async ({ start, zone, end }, heading) => {
    const reply = await askText(heading, {
      prompt: t('When did it end, in {0}? It started at {1} UTC. Enter skips.', zone, start ?? ''),
      placeholder: t('{0}, or {1}', '00:22', '2026-03-15 00:22'),
      value: end === null ? '' : `${end} UTC`,
      validate: (text) => validateMoment(text, { start, zone }, client),
    })
    return typeof reply === 'object' ? { answer: { end: reply.answer.moment } } : reply
  }
}

async function validateMoment(
  text: string,
  context: Pick<MomentRequest.Params, 'start' | 'zone'>,
  client: BaseLanguageClient,
): Promise<Validation<{ readonly moment: string | null; readonly zone: string | null }>> {
  if (text.trim() === '') return { kind: 'valid', answer: { moment: null, zone: null } }
  const params: MomentRequest.Params = { text, ...context }
  const result = await client.sendRequest<MomentRequest.Result>(MomentRequest.method, params)
  if (result.kind === 'refused') return { kind: 'invalid', reason: result.reason }
  return { kind: 'valid', answer: result, note: result.note }
}

type Place = vscode.QuickPickItem & { readonly folder: vscode.Uri | null }

function askFolder({ folders, nameFile }: QuestionContext): Question<Answers> {
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
