import { type DocumentStatus, StatusRequest } from '@postmortem/shared/checking'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findFront } from './front.ts'
import type { Reports } from './reports.ts'

const { t } = vscode.l10n

/** Behind the braces in the status bar: whether the document is a report and why, and what it is held against. */
export class LanguageStatus implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #subscriptions: readonly vscode.Disposable[]
  /** Neither is there while the server has nothing to say of the document in front. */
  #template: vscode.LanguageStatusItem | undefined
  #configuration: vscode.LanguageStatusItem | undefined
  #question: symbol | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#subscriptions = [
      reports.onDidChange(() => this.#askSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#askSoon()),
      vscode.workspace.onDidSaveTextDocument(() => this.#askSoon()),
      vscode.workspace.onDidChangeConfiguration(() => this.#askSoon()),
    ]
    this.#askSoon()
  }

  get shown(): { readonly text: string; readonly detail: string; readonly configuration: string | null } {
    return {
      text: this.#template?.text ?? '',
      detail: this.#template?.detail ?? '',
      configuration: this.#configuration?.text ?? null,
    }
  }

  dispose(): void {
    clearTimeout(this.#timer)
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#hide()
  }

  /** While somebody types there is time: nobody looks at this meanwhile. */
  #askSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 300)
  }

  async #ask(): Promise<void> {
    const question = Symbol()
    this.#question = question
    const status = await this.#askServer().catch(() => null)
    if (this.#question === question) this.#show(status)
  }

  async #askServer(): Promise<StatusRequest.Result> {
    const front = findFront(this.#client)
    if (front === undefined) return null
    const params: StatusRequest.Params = { uri: front.uri }
    return this.#client.sendRequest<StatusRequest.Result>(StatusRequest.method, params)
  }

  #show(status: DocumentStatus | null): void {
    if (status === null) {
      this.#hide()
      return
    }
    const { postmortem, reason, template, configuration } = status
    this.#template ??= createItem('template', 'Postmortem')
    this.#template.text = postmortem ? t('Postmortem: {0}', template.name) : t('Not a postmortem')
    this.#template.detail = explain(reason)
    this.#template.command = postmortem
      ? { command: 'postmortem.selectTemplate', title: t('Change Template') }
      : undefined
    this.#configuration?.dispose()
    this.#configuration = postmortem ? showConfiguration(configuration) : undefined
  }

  #hide(): void {
    this.#template?.dispose()
    this.#configuration?.dispose()
    this.#template = this.#configuration = undefined
  }
}

function createItem(name: string, title: string): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(`postmortem.${name}`, { language: 'markdown' })
  item.name = title
  return item
}

function showConfiguration(address: string | null): vscode.LanguageStatusItem {
  const item = createItem('configuration', t('Postmortem Configuration'))
  const uri = address === null ? null : vscode.Uri.parse(address)
  item.text = uri === null ? t('No configuration file') : vscode.workspace.asRelativePath(uri)
  item.detail = t('configuration of this report')
  item.command =
    uri === null
      ? { command: 'postmortem.createConfiguration', title: t('Create') }
      : { command: 'vscode.open', title: t('Open'), arguments: [uri] }
  return item
}

function explain(reason: string): string {
  const reasons: Readonly<Record<string, string>> = {
    sections: t('by its sections'),
    title: t('by its title'),
    configured: t('because the configuration or the front matter says so'),
    'too-few-sections': t('it has too few of the sections that reports have'),
    'no-incident': t('it tells of no incident'),
    assignment: t('it asks for a report, it is none'),
  }
  return reasons[reason] ?? reason
}
