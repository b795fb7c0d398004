import * as vscode from 'vscode'

interface Target {
  readonly document: vscode.TextDocument
  readonly start: number
  readonly end: number
}

/** Where the author was when something was inserted or typed last. */
interface Place {
  readonly document: vscode.TextDocument
  readonly version: number
  readonly line: number
}

/** A place to fill in that was inserted as a whole; whoever types one by hand types one character at a time. */
const insertedPlaceholder = /\{\{[^{}\r\n]{1,200}\}\}/

/**
 * Knows when Tab goes to the next placeholder, as it does among the tab stops of a snippet: while the cursor stays in
 * the placeholder that the author was taken to, and after placeholders were inserted in whatever way, once the editor
 * has left their snippet. It ends when the author goes to another line. Every other key works as usual.
 */
export class PlaceholderFilling implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[]
  #target: Target | undefined
  #inserted: Place | undefined
  #isFilling = false

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#noticeInsertion(event)
        this.#follow(event)
        this.#tellKeys()
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor !== vscode.window.activeTextEditor) return
        this.#checkTarget(textEditor)
        this.#checkPlace(textEditor, kind)
        this.#tellKeys()
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#checkTarget(editor)
        if (editor?.document !== this.#inserted?.document) this.#inserted = undefined
        this.#tellKeys()
      }),
    ]
  }

  begin({ document }: vscode.TextEditor, range: vscode.Range): void {
    this.#target = { document, start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
    this.#tellKeys()
  }

  end(): void {
    this.#target = undefined
    this.#inserted = undefined
    this.#tellKeys()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #noticeInsertion({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (reason !== undefined || document !== vscode.window.activeTextEditor?.document) return
    if (!contentChanges.some(({ text }) => insertedPlaceholder.test(text))) return
    this.#inserted = placeOf(vscode.window.activeTextEditor)
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
        this.#target = undefined
        return
      }
    }
    this.#target = { document, start, end }
  }

  #checkTarget(editor: vscode.TextEditor | undefined): void {
    if (this.#target === undefined) return
    const { document, start, end } = this.#target
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    const isInside = editor?.document === document && editor.selections.every((each) => range.contains(each))
    if (!isInside) this.#target = undefined
  }

  /** The editor itself moves the cursor from one tab stop to the next, and typing moves it along with the text. */
  #checkPlace(editor: vscode.TextEditor, kind: vscode.TextEditorSelectionChangeKind | undefined): void {
    if (this.#inserted === undefined) return
    const { document, version, line } = placeOf(editor)
    const isTyping = version !== this.#inserted.version
    const isElsewhere =
      kind === vscode.TextEditorSelectionChangeKind.Mouse ||
      (kind === vscode.TextEditorSelectionChangeKind.Keyboard && !isTyping && line !== this.#inserted.line)
    this.#inserted = isElsewhere ? undefined : { document, version, line }
  }

  #tellKeys(): void {
    const isFilling = this.#target !== undefined || this.#inserted !== undefined
    if (isFilling === this.#isFilling) return
    this.#isFilling = isFilling
    void vscode.commands.executeCommand('setContext', 'postmortem.isFilling', isFilling)
  }
}

function placeOf({ document, selection }: vscode.TextEditor): Place {
  return { document, version: document.version, line: selection.active.line }
}
