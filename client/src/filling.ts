import * as vscode from 'vscode'

interface Place {
  readonly document: vscode.TextDocument
  readonly start: number
  readonly end: number
}

/**
 * The placeholder that the author was led to and is writing over. As long as the cursor stays in it, Tab leads on
 * to the next one, as it does among the tab stops of a snippet; nothing is changed for that, and any other key
 * does what it always does.
 */
export class Filling implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[]
  #place: Place | undefined

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

  /** What is typed in it makes it longer; what is changed before it moves it. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.#place?.document) return
    let { start, end } = this.#place
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const by = text.length - rangeLength
      const isInside = start <= rangeOffset && rangeOffset + rangeLength <= end
      const isBefore = rangeOffset + rangeLength <= start
      if (isInside) end += by
      else if (isBefore) [start, end] = [start + by, end + by]
      // A change across its border: nobody can say where it ends now.
      else if (rangeOffset < end) {
        this.end()
        return
      }
    }
    this.#place = { document, start, end }
  }

  #check(editor: vscode.TextEditor | undefined): void {
    if (this.#place === undefined) return
    const { document, start, end } = this.#place
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    const isThere = editor?.document === document && editor.selections.every((each) => range.contains(each))
    if (!isThere) this.end()
  }

  #put(place: Place | undefined): void {
    if ((place === undefined) !== (this.#place === undefined)) {
      void vscode.commands.executeCommand('setContext', 'postmortem.isFilling', place !== undefined)
    }
    this.#place = place
  }
}
