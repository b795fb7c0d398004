import type { Outline } from '@postmortem/shared/outline'
import { OutlineNotification, type WordCount, WordCountNotification } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** What the server last said of a document; both are `null` where it is not a report. */
export interface ReportState {
  readonly count: WordCount | null
  readonly outline: Outline | null
}

const unknown: ReportState = { count: null, outline: null }

/** Remembers what the server says of each document, and says when that concerns the one in front. */
export class Reports implements vscode.Disposable {
  readonly #states = new Map<string, ReportState>()
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable[] = [this.#changed]

  /** Fires when the report in front is another one, or says something else. */
  readonly onDidChange = this.#changed.event

  constructor(client: BaseLanguageClient) {
    this.#subscriptions.push(
      client.onNotification(WordCountNotification.method, ({ uri, count }: WordCountNotification.Params) =>
        this.#update(uri, { count }),
      ),
      client.onNotification(OutlineNotification.method, ({ uri, outline }: OutlineNotification.Params) =>
        this.#update(uri, { outline }),
      ),
      vscode.window.onDidChangeActiveTextEditor(() => this.#changed.fire()),
    )
  }

  get active(): ReportState {
    const document = vscode.window.activeTextEditor?.document
    return (document && this.#states.get(document.uri.toString())) ?? unknown
  }

  /** Where nobody speaks any more, the last word is not true for long. */
  forget(): void {
    this.#states.clear()
    this.#changed.fire()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #update(address: string, news: Partial<ReportState>): void {
    // The two sides may escape an address differently; parsed and written again by one side, they agree.
    const uri = vscode.Uri.parse(address).toString()
    const state = { ...unknown, ...this.#states.get(uri), ...news }
    if (state.count === null && state.outline === null) this.#states.delete(uri)
    else this.#states.set(uri, state)
    if (vscode.window.activeTextEditor?.document.uri.toString() === uri) this.#changed.fire()
  }
}
