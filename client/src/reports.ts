import { type WordCount, WordCountNotification } from '@postmortem/shared/counting'
import type { Outline } from '@postmortem/shared/outline'
import { OutlineNotification } from '@postmortem/shared/outline'
import { applyOutlineChange, OutlineChangeNotification } from '@postmortem/shared/outlineChange'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { isMarkdown } from './documents.ts'
import { editableSideOf, isInTab, openUris } from './openDocuments.ts'

/** The server's latest notifications about a document; both are null if it is not a report. */
export interface ReportState {
  readonly count: WordCount | null
  readonly outline: Outline | null
}

const noReport: ReportState = { count: null, outline: null }

/** Knows the state of every report, and which document the window is about. */
export class Reports implements vscode.Disposable {
  /** Holds only reports, ordered by their latest change. */
  readonly #states = new Map<string, ReportState>()
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable[] = [this.#changed]
  #front: vscode.Uri | undefined
  #hasOpen = false

  /**
   * Fires when the front document or its report changes, and when the first report opens or the last one
   * closes.
   */
  readonly onDidChange = this.#changed.event

  constructor(client: BaseLanguageClient) {
    this.#subscriptions.push(
      client.onNotification(WordCountNotification.method, ({ uri, count }: WordCountNotification.Params) =>
        this.#update(uri, { count }),
      ),
      client.onNotification(OutlineNotification.method, ({ uri, outline }: OutlineNotification.Params) =>
        this.#update(uri, { outline }),
      ),
      client.onNotification(
        OutlineChangeNotification.method,
        ({ uri, ...change }: OutlineChangeNotification.Params) => {
          const { outline } = this.#states.get(vscode.Uri.parse(uri).toString()) ?? noReport
          if (outline !== null) this.#update(uri, { outline: applyOutlineChange(outline, change) })
        },
      ),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#refresh()
        this.#changed.fire()
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#fireIfChanged()),
    )
    this.#refresh()
  }

  /**
   * The document in front. While something other than text is active, such as a preview or the settings, this
   * is still the last document, as long as it is open: looking at the preview of a report does not leave the
   * report.
   */
  get front(): vscode.Uri | undefined {
    return this.#front
  }

  get active(): ReportState {
    return (this.#front && this.#states.get(this.#front.toString())) ?? noReport
  }

  /** True if any report is open, in front or not. */
  get hasOpen(): boolean {
    return this.#hasOpen
  }

  /** The open report that changed last. */
  get lastOpen(): vscode.Uri | undefined {
    const open = openUris()
    const address = [...this.#states.keys()].findLast((uri) => open.has(uri))
    return address === undefined ? undefined : vscode.Uri.parse(address)
  }

  /** Without a server, what it last said would soon be out of date. */
  forget(): void {
    this.#states.clear()
    this.#refresh()
    this.#changed.fire()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #update(address: string, change: Partial<ReportState>): void {
    // Server and client may escape a URI differently; parsing and formatting it here makes them agree.
    const uri = vscode.Uri.parse(address).toString()
    const state = { ...noReport, ...this.#states.get(uri), ...change }
    this.#states.delete(uri)
    if (state.count !== null || state.outline !== null) this.#states.set(uri, state)
    const hasChanged = this.#refresh()
    if (hasChanged || this.#front?.toString() === uri) this.#changed.fire()
  }

  #fireIfChanged(): void {
    if (this.#refresh()) this.#changed.fire()
  }

  /** Returns whether `front` or `hasOpen` changed. */
  #refresh(): boolean {
    const [front, hadOpen] = [this.#front?.toString(), this.#hasOpen]
    const open = openUris()
    this.#front = this.#findFront(open)
    this.#hasOpen = [...this.#states.keys()].some((uri) => open.has(uri))
    return this.#front?.toString() !== front || this.#hasOpen !== hadOpen
  }

  #findFront(open: ReadonlySet<string>): vscode.Uri | undefined {
    const active = vscode.window.activeTextEditor?.document
    // Output, commit messages and the like are text as well, but have no tab.
    if (active !== undefined && (isMarkdown(active) || isInTab(active.uri))) return editableSideOf(active.uri)
    return this.#front !== undefined && open.has(this.#front.toString()) ? this.#front : undefined
  }
}
