import type { Outline } from '@postmortem/shared/outline'
import { OutlineNotification, type WordCount, WordCountNotification } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { isMarkdown } from './documents.ts'
import { isInTab, openAddresses, writtenSideOf } from './openDocuments.ts'

/** What the server last said of a document; both are `null` where it is not a report. */
export interface ReportState {
  readonly count: WordCount | null
  readonly outline: Outline | null
}

const unknown: ReportState = { count: null, outline: null }

/** Remembers what the server says of each document, and which one the window is about. */
export class Reports implements vscode.Disposable {
  /** Reports alone, the one that changed last at the end. */
  readonly #states = new Map<string, ReportState>()
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable[] = [this.#changed]
  #front: vscode.Uri | undefined
  #hasOpen = false

  /** Fires when another document is in front, when the report there says something else, or the last one closes. */
  readonly onDidChange = this.#changed.event

  constructor(client: BaseLanguageClient) {
    this.#subscriptions.push(
      client.onNotification(WordCountNotification.method, ({ uri, count }: WordCountNotification.Params) =>
        this.#update(uri, { count }),
      ),
      client.onNotification(OutlineNotification.method, ({ uri, outline }: OutlineNotification.Params) =>
        this.#update(uri, { outline }),
      ),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#look()
        this.#changed.fire()
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#lookAgain()),
    )
    this.#look()
  }

  /**
   * The document in front. While no text is there, such as beside a preview or in the settings, that is still the
   * last one, as long as it is open: nobody who looks at the preview of a report has left the report.
   */
  get front(): vscode.Uri | undefined {
    return this.#front
  }

  get active(): ReportState {
    return (this.#front && this.#states.get(this.#front.toString())) ?? unknown
  }

  /** Whether a report is open, in front or not. */
  get hasOpen(): boolean {
    return this.#hasOpen
  }

  /** Of the open reports, the one that changed last. */
  get lastOpen(): vscode.Uri | undefined {
    const open = openAddresses()
    const address = [...this.#states.keys()].findLast((uri) => open.has(uri))
    return address === undefined ? undefined : vscode.Uri.parse(address)
  }

  /** Where nobody speaks any more, the last word is not true for long. */
  forget(): void {
    this.#states.clear()
    this.#look()
    this.#changed.fire()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #update(address: string, news: Partial<ReportState>): void {
    // The two sides may escape an address differently; parsed and written again by one side, they agree.
    const uri = vscode.Uri.parse(address).toString()
    const state = { ...unknown, ...this.#states.get(uri), ...news }
    this.#states.delete(uri)
    if (state.count !== null || state.outline !== null) this.#states.set(uri, state)
    const hasChanged = this.#look()
    if (hasChanged || this.#front?.toString() === uri) this.#changed.fire()
  }

  #lookAgain(): void {
    if (this.#look()) this.#changed.fire()
  }

  /** Whether another document is in front now, or the only open report was opened or closed. */
  #look(): boolean {
    const [front, hadOpen] = [this.#front?.toString(), this.#hasOpen]
    const open = openAddresses()
    this.#front = this.#findFront(open)
    this.#hasOpen = [...this.#states.keys()].some((uri) => open.has(uri))
    return this.#front?.toString() !== front || this.#hasOpen !== hadOpen
  }

  #findFront(open: ReadonlySet<string>): vscode.Uri | undefined {
    const active = vscode.window.activeTextEditor?.document
    // Output, the message of a commit and the like are texts beside the one in front, and have no tab.
    if (active !== undefined && (isMarkdown(active) || isInTab(active.uri))) return writtenSideOf(active.uri)
    return this.#front !== undefined && open.has(this.#front.toString()) ? this.#front : undefined
  }
}
