import * as vscode from 'vscode'

interface Target {
  readonly document: vscode.TextDocument
  readonly start: number
  readonly end: number
}

/**
 * Tracks the placeholder that the author was taken to and is typing over. While the cursor stays in it, Tab
 * goes to the next one, as it does among the tab stops of a snippet; every other key works as usual.
 */
export class PlaceholderFilling implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[]
  #target: Target | undefined

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#check(textEditor)
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#check(editor)),
    ]
  }

  begin({ document }: vscode.TextEditor, range: vscode.Range): void {
    this.#put({ document, start: document.offsetAt(range.start), end: document.offsetAt(range.end) })
  }

  end(): void {
    this.#put(undefined)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  /** An edit inside the placeholder changes its length; an edit before it moves it. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.#target?.document) return
    let { start, end } = this.#target
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const delta = text.length - rangeLength
      const isInside = start <= rangeOffset && rangeOffset + rangeLength <= end
      const isBefore = rangeOffset + rangeLength <= start
      if (isInside) end += delta
      else if (isBefore) [start, end] = [start + delta, end + delta]
      // An edit across its boundary leaves no telling where it ends.
      else if (rangeOffset < end) {
        this.end()
        return
      }
    }
    this.#target = { document, start, end }
  }

  #check(editor: vscode.TextEditor | undefined): void {
    if (this.#target === undefined) return
    const { document, start, end } = this.#target
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    const isInside = editor?.document === document && editor.selections.every((each) => range.contains(each))
    if (!isInside) this.end()
  }

  #put(target: Target | undefined): void {
    if ((target === undefined) !== (this.#target === undefined)) {
      void vscode.commands.executeCommand('setContext', 'postmortem.isFilling', target !== undefined)
    }
    this.#target = target
  }
}
