import { type DocumentStatus, StatusRequest } from '@postmortem/shared/checking'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from './activeEditor.ts'
import type { Reports } from './reports.ts'

const { t } = vscode.l10n

/**
 * The `{}` status item: shows whether and why the document is a report, and its template and configuration.
 */
export class LanguageStatus implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #subscriptions: readonly vscode.Disposable[]
  /** Both are undefined while the server knows nothing of the active document. */
  #template: vscode.LanguageStatusItem | undefined
  #configuration: vscode.LanguageStatusItem | undefined
  #latestQuestion: symbol | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#subscriptions = [
      reports.onDidChange(() => this.#updateSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateSoon()),
      vscode.workspace.onDidSaveTextDocument(() => this.#updateSoon()),
      vscode.workspace.onDidChangeConfiguration(() => this.#updateSoon()),
    ]
    this.#updateSoon()
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

  /** Waits for a pause: nobody looks at this while typing. */
  #updateSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#update(), 300)
  }

  async #update(): Promise<void> {
    const question = Symbol()
    this.#latestQuestion = question
    const status = await this.#askServer().catch(() => null)
    if (this.#latestQuestion === question) this.#show(status)
  }

  async #askServer(): Promise<StatusRequest.Result> {
    const active = findActiveEditor(this.#client)
    if (active === undefined) return null
    const params: StatusRequest.Params = { uri: active.uri }
    return this.#client.sendRequest<StatusRequest.Result>(StatusRequest.method, params)
  }

  #show(status: DocumentStatus | null): void {
    if (status === null) {
      this.#hide()
      return
    }
    const { postmortem, reason, template, yardstick, configuration } = status
    this.#template ??= createItem('template', 'Postmortem')
    this.#template.text = postmortem ? t('Postmortem: {0}', template.name) : t('Not a postmortem')
    this.#template.detail = postmortem ? explainTemplate(yardstick) : explain(reason)
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
    'too-few-sections': t('left alone: it has too few of the sections of a report'),
    'no-incident': t('left alone: it does not describe an incident'),
    assignment: t('left alone: it asks for a report but is not one'),
    'too-long': t('left alone: it has more than 8 million characters'),
  }
  return reasons[reason] ?? reason
}

function explainTemplate({ basis, present, required }: DocumentStatus['yardstick']): string {
  const bases: Readonly<Record<typeof basis, string>> = {
    chosen: t('chosen, {0} of {1} sections', present, required),
    followed: t('the report follows it: {0} of {1} sections', present, required),
    basic: t('the base template: {0} of {1} sections', present, required),
    'own-shape': t('no template chosen or followed: only the essentials are checked'),
  }
  return bases[basis]
}
