import { NewReportRequest, TemplatesRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createFile } from '../createFile.ts'

const { t } = vscode.l10n

/** What its author chose so far; a step that is skipped leaves `null`, one that is cancelled ends it all. */
interface Answers {
  readonly template: string
  readonly title: string | null
  readonly severity: string | null
  readonly start: string | null
}

const steps = 5

/** A new report: from which template, what is known of the incident, and where it goes. Every question but the first can be skipped. */
export async function newPostmortem(client: BaseLanguageClient, template?: string): Promise<void> {
  const answers = await ask(client, template)
  if (answers === undefined) return
  const params: NewReportRequest.Params = answers
  const report = await client.sendRequest<NewReportRequest.Result>(NewReportRequest.method, params)
  const place = await askPlace(report.fileName)
  if (place === undefined) return
  const document = await openDocument(place)
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(new vscode.SnippetString(report.snippet), new vscode.Position(0, 0))
}

async function ask(client: BaseLanguageClient, given: string | undefined): Promise<Answers | undefined> {
  const template = given ?? (await askTemplate(client))
  if (template === undefined) return undefined
  const title = await askText(2, {
    prompt: t('What happened, in a few words? Enter skips.'),
    placeHolder: t('Checkout unavailable after a failover'),
  })
  if (title === undefined) return undefined
  const severity = await askSeverity()
  if (severity === undefined) return undefined
  const start = await askText(4, {
    prompt: t('When did it start, in UTC? An empty answer leaves it open.'),
    value: new Date().toISOString().slice(0, 16).replace('T', ' '),
    validateInput: (text) =>
      text.trim() === '' || isMoment(text) ? undefined : t('Write it as {0}.', '2026-03-14 09:05'),
  })
  return start === undefined ? undefined : { template, title, severity, start }
}

async function askTemplate(client: BaseLanguageClient): Promise<string | undefined> {
  const templates = await client.sendRequest<TemplatesRequest.Result>(TemplatesRequest.method, {})
  const items = templates.map(({ id, name, description }) => ({ label: name, detail: description, id }))
  const picked = await vscode.window.showQuickPick(items, {
    title: titleOf(1),
    placeHolder: t('Which template?'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  })
  return picked?.id
}

async function askSeverity(): Promise<string | null | undefined> {
  const none = { label: t('Leave it open'), severity: null }
  const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'].map((label) => ({ label, severity: label }))
  const picked = await vscode.window.showQuickPick([none, ...severities], {
    title: titleOf(3),
    placeHolder: t('How severe was it?'),
    ignoreFocusOut: true,
  })
  return picked?.severity
}

/** `null` for an empty answer. */
async function askText(step: number, options: vscode.InputBoxOptions): Promise<string | null | undefined> {
  const answer = await vscode.window.showInputBox({ ...options, title: titleOf(step), ignoreFocusOut: true })
  return answer?.trim() === '' ? null : answer?.trim()
}

type Place = 'untitled' | vscode.Uri

/** Without a folder there is nothing to be asked. */
async function askPlace(fileName: string): Promise<Place | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? []
  if (folders.length === 0) return 'untitled'
  const files = folders.map(({ name, uri }) => ({
    label: `$(new-file) ${fileName}`,
    description: name,
    place: vscode.Uri.joinPath(uri, fileName) as Place,
  }))
  const untitled = { label: `$(file) ${t('Untitled document')}`, description: '', place: 'untitled' as Place }
  const picked = await vscode.window.showQuickPick([...files, untitled], {
    title: titleOf(5),
    placeHolder: t('Where does it go?'),
    ignoreFocusOut: true,
  })
  return picked?.place
}

async function openDocument(place: Place): Promise<vscode.TextDocument> {
  if (place === 'untitled') return vscode.workspace.openTextDocument({ language: 'markdown' })
  return vscode.workspace.openTextDocument(await createFile(place))
}

function titleOf(step: number): string {
  return t('New Postmortem ({0}/{1})', step, steps)
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text.trim()) && !Number.isNaN(Date.parse(`${text.trim()}Z`))
}
