import {
  IncidentFacetsRequest,
  type IncidentFilter,
  IncidentGroupsRequest,
  IncidentPageRequest,
  IncidentsChangedNotification,
  IncidentsOfYearRequest,
  type LibraryState,
  ReadIncidentsRequest,
  TasksRequest,
  type TaskUrgency,
} from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { Reports } from '../reports.ts'
import type { ReportFiles } from './reportFiles.ts'

const { t } = vscode.l10n

const nothingRead: LibraryState = { reports: 0, files: 0, filesRead: 0, isReading: false }

export const noFilter: IncidentFilter = { words: '', facets: [] }

/** The milliseconds after which somebody who waits is shown how far it is, and can cancel. */
const patience = 1000

/**
 * What the server knows about all reports of the workspace. Nothing is read before there is a report, or before the
 * writer asks; from then on it is kept up to date.
 */
export class IncidentLibrary implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #files: ReportFiles
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: readonly vscode.Disposable[]
  #state = nothingRead
  #filter = noFilter
  #reading: { readonly done: Promise<void>; readonly source: vscode.CancellationTokenSource } | undefined
  #isStarted = false

  /** Fires when the incidents, the filter or the state have changed. */
  readonly onDidChange = this.#changed.event

  constructor(client: BaseLanguageClient, files: ReportFiles, reports: Reports) {
    this.#client = client
    this.#files = files
    this.#subscriptions = [
      this.#changed,
      client.onNotification(
        IncidentsChangedNotification.method,
        (state: IncidentsChangedNotification.Params) => this.#show(state),
      ),
      reports.onDidChange(() => {
        if (reports.hasOpen) void this.start()
      }),
      // A server that was started anew has read nothing.
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running && this.#isStarted) void this.refresh()
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (this.#isStarted) void this.refresh()
      }),
    ]
  }

  get state(): LibraryState {
    return this.#state
  }

  get filter(): IncidentFilter {
    return this.#filter
  }

  set filter(filter: IncidentFilter) {
    this.#filter = filter
    this.#show(this.#state)
  }

  /** Reads the reports in the background, once. */
  async start(): Promise<void> {
    if (this.#isStarted) return
    const options = { location: vscode.ProgressLocation.Window, title: t('Reading reports') }
    await vscode.window.withProgress(options, (progress) => this.#follow(progress, this.refresh()))
  }

  /** Reads what has changed, however the server was to hear of it. */
  refresh(): Promise<void> {
    this.#isStarted = true
    this.stop()
    const source = new vscode.CancellationTokenSource()
    const done = this.#read(source.token).finally(() => {
      if (this.#reading?.source === source) this.#reading = undefined
      source.dispose()
    })
    this.#reading = { done, source }
    return done
  }

  /** Stops reading. What was read is kept. */
  stop(): void {
    this.#reading?.source.cancel()
  }

  /** Waits until all reports are read. If that takes its time, the writer sees how far it is, and can cancel. */
  async whenRead(reading = this.#reading?.done): Promise<void> {
    if (!this.#isStarted) return this.whenRead(this.refresh())
    if (reading === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const isLate = await Promise.race([
      reading.then(() => false),
      new Promise<true>((resolve) => {
        timer = setTimeout(() => resolve(true), patience)
      }),
    ])
    clearTimeout(timer)
    if (!isLate) return
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: t('Reading reports'),
      cancellable: true,
    }
    await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => this.stop())
      return this.#follow(progress, reading)
    })
  }

  /** The file that is shown by this name. */
  fileOf(name: string): vscode.Uri | undefined {
    return this.#files.find(name)
  }

  groups(): Promise<IncidentGroupsRequest.Result | undefined> {
    return this.#ask<IncidentGroupsRequest.Result>(IncidentGroupsRequest.method)
  }

  async facets(): Promise<IncidentFacetsRequest.Result> {
    return (await this.#ask<IncidentFacetsRequest.Result>(IncidentFacetsRequest.method)) ?? []
  }

  async incidentsOf(year: string): Promise<IncidentsOfYearRequest.Result> {
    return (await this.#ask<IncidentsOfYearRequest.Result>(IncidentsOfYearRequest.method, { year })) ?? []
  }

  async tasks(urgency: TaskUrgency): Promise<TasksRequest.Result> {
    return (await this.#ask<TasksRequest.Result>(TasksRequest.method, { urgency })) ?? []
  }

  page(): Promise<IncidentPageRequest.Result | undefined> {
    return this.#ask<IncidentPageRequest.Result>(IncidentPageRequest.method)
  }

  dispose(): void {
    this.stop()
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #read(token: vscode.CancellationToken): Promise<void> {
    try {
      const params: ReadIncidentsRequest.Params = { files: await this.#files.list(token) }
      if (token.isCancellationRequested) return
      this.#show(await this.#client.sendRequest<LibraryState>(ReadIncidentsRequest.method, params, token))
    } catch {
      // It was cancelled, or the guard tells of a server that does not answer.
    }
  }

  async #follow(
    progress: vscode.Progress<{ readonly message?: string }>,
    reading: Promise<void>,
  ): Promise<void> {
    const subscription = this.#changed.event(() => {
      const { filesRead, files } = this.#state
      progress.report({ message: t('{0} of {1} files', filesRead, files) })
    })
    await reading
    subscription.dispose()
  }

  /** Undefined if the server does not answer, of which the guard tells. */
  async #ask<Result>(method: string, params: object = {}): Promise<Result | undefined> {
    try {
      return await this.#client.sendRequest<Result>(method, { filter: this.#filter, ...params })
    } catch {
      return undefined
    }
  }

  #show(state: LibraryState): void {
    this.#state = state
    // One report needs no overview.
    setContext('hasIncidents', state.reports >= 2)
    setContext('isReadingIncidents', state.isReading)
    setContext('hasIncidentFilter', this.#filter.words !== '' || this.#filter.facets.length > 0)
    this.#changed.fire()
  }
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `postmortem.${key}`, value)
}
