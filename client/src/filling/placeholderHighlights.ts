import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Reports } from '../reports.ts'
import { findPlaceholders } from './placeholders.ts'

/** An author who types needs no new answer between two keys. */
const delay = 150

/** Marks the places that are left to fill in, like the tab stops of a snippet, in the report in front. */
export class PlaceholderHighlights implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #reports: Reports
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.snippetTabstopHighlightBackground'),
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  })
  readonly #subscriptions: readonly vscode.Disposable[]
  #timer: ReturnType<typeof setTimeout> | undefined
  #shown: readonly vscode.Range[] = []

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#reports = reports
    this.#subscriptions = [
      this.#mark,
      reports.onDidChange(() => this.#schedule()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#schedule()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === reports.front?.toString()) this.#schedule()
      }),
    ]
  }

  /** For tests: an editor does not tell what is marked in it. */
  get shown(): readonly vscode.Range[] {
    return this.#shown
  }

  dispose(): void {
    clearTimeout(this.#timer)
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#refresh(), delay)
  }

  async #refresh(): Promise<void> {
    const uri = this.#reports.active.outline === null ? undefined : this.#reports.front?.toString()
    const isFront = ({ document }: vscode.TextEditor) => document.uri.toString() === uri
    const document = vscode.window.visibleTextEditors.find(isFront)?.document
    const version = document?.version
    // The guard tells of a server that does not answer.
    const ranges =
      document === undefined ? [] : await findPlaceholders(this.#client, document).catch(() => [])
    // Ranges of an older text would be off; the change that made it older has asked again.
    if (document?.version !== version) return
    this.#shown = ranges
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.#mark, isFront(editor) ? ranges : [])
    }
  }
}
