import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { isMarkdown } from '../documents.ts'
import { findPlaceholders } from './placeholders.ts'

/** A range of offsets, which moves along with edits. */
interface Stop {
  readonly start: number
  readonly end: number
}

interface Target extends Stop {
  readonly document: vscode.TextDocument
}

/** What was inserted last, and where the author has been since. */
interface Insertion {
  readonly document: vscode.TextDocument
  /** Where the editor's snippet takes the author: to each placeholder, filled in or not, and then to the end. */
  readonly stops: readonly Stop[]
  /** The version and the line in which the author was seen last. */
  readonly version: number
  readonly line: number
  /** There were changes to save, as there are none of a file that was read again from the disk. */
  readonly isOwn: boolean
  /** The server has confirmed that places to fill in are among the stops. */
  readonly isKnown: boolean
}

/** A place to fill in that was inserted as a whole; whoever types one by hand types one character at a time. */
const insertedPlaceholder = /\{\{[^{}\r\n]{1,200}\}\}/g

/**
 * Knows when Tab goes to the next placeholder, as it does among the tab stops of a snippet: while the cursor stays in
 * the placeholder that the author was taken to, and after placeholders were inserted in whatever way, once the editor
 * has left their snippet. It ends when the author goes to another line in any way but by typing or among the tab stops. Every other key works as usual.
 */
export class PlaceholderFilling implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #subscriptions: readonly vscode.Disposable[]
  #target: Target | undefined
  #inserted: Insertion | undefined
  #isFilling = false

  constructor(client: BaseLanguageClient) {
    this.#client = client
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#follow(event)
        this.#noticeInsertion(event)
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
    const editor = vscode.window.activeTextEditor
    if (reason !== undefined || document !== editor?.document || !isMarkdown(document)) return
    const stops = stopsIn(contentChanges)
    if (stops.length === 0) return
    const earlier = this.#inserted?.document === document ? this.#inserted : undefined
    this.#inserted = {
      document,
      stops: [...(earlier?.stops ?? []), ...stops],
      // The selection that comes with the insertion is still to be told.
      version: document.version - 1,
      line: editor.selection.active.line,
      // The editor may tell only afterwards that there is something to save.
      isOwn: earlier?.isOwn === true || document.isDirty,
      isKnown: earlier?.isKnown ?? false,
    }
    // The change must have reached the server before the question about it.
    setTimeout(() => void this.#askServer(document))
  }

  /**
   * Others write braces as well, such as those of a Helm chart; then the server knows none of the stops. Until it
   * has said so, Tab leads on: an author who fills in quickly must not have a key that changes the document.
   */
  async #askServer(document: vscode.TextDocument): Promise<void> {
    const { version } = document
    const known = await findPlaceholders(this.#client, document).catch(() => [])
    if (this.#inserted?.document !== document || this.#inserted.isKnown) return
    // The author has typed meanwhile.
    if (document.version !== version) return this.#askServer(document)
    const { stops } = this.#inserted
    // A change tells by itself that there is something to save only after it was told of.
    const isOwn = this.#inserted.isOwn || document.isDirty
    const left = stops
      .map((stop) => toRange(stop, document))
      .filter((range) => isPlaceholder(document.getText(range)))
    const isLeft = known.some((range) => left.some((each) => each.contains(range)))
    const isKnown = isOwn && (isLeft || left.length === 0)
    this.#inserted = isKnown ? { ...this.#inserted, isOwn, isKnown } : undefined
    this.#tellKeys()
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document === this.#target?.document) {
      const moved = follow(this.#target, contentChanges)
      this.#target = moved && { document, ...moved }
    }
    if (document === this.#inserted?.document) {
      const stops = this.#inserted.stops.flatMap((stop) => follow(stop, contentChanges) ?? [])
      this.#inserted = { ...this.#inserted, stops, isOwn: this.#inserted.isOwn || document.isDirty }
    }
  }

  #checkTarget(editor: vscode.TextEditor | undefined): void {
    if (this.#target === undefined) return
    const { document } = this.#target
    const range = toRange(this.#target, document)
    const isInside = editor?.document === document && editor.selections.every((each) => range.contains(each))
    if (!isInside) this.#target = undefined
  }

  /** The editor itself moves the cursor from one tab stop to the next, and typing moves it along with the text. */
  #checkPlace(editor: vscode.TextEditor, kind: vscode.TextEditorSelectionChangeKind | undefined): void {
    if (this.#inserted === undefined) return
    const { document, selection } = editor
    const { version, line } = document.version === this.#inserted.version ? this.#inserted : placeOf(editor)
    const isLedTo = kind !== vscode.TextEditorSelectionChangeKind.Keyboard && isStop(editor, this.#inserted)
    const isElsewhere =
      kind === vscode.TextEditorSelectionChangeKind.Mouse || (selection.active.line !== line && !isLedTo)
    this.#inserted = isElsewhere ? undefined : { ...this.#inserted, version, line: selection.active.line }
  }

  #tellKeys(): void {
    const isFilling = this.#target !== undefined || this.#inserted !== undefined
    if (isFilling === this.#isFilling) return
    this.#isFilling = isFilling
    void vscode.commands.executeCommand('setContext', 'postmortem.isFilling', isFilling)
  }
}

function placeOf({ document, selection }: vscode.TextEditor): Pick<Insertion, 'version' | 'line'> {
  return { version: document.version, line: selection.active.line }
}

/** The placeholders in what was inserted, and its end; nothing if there is no placeholder in it. */
function stopsIn(changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly Stop[] {
  const stops: Stop[] = []
  let end = 0
  let shift = 0
  for (const { rangeOffset, rangeLength, text } of changes.toSorted(
    (a, b) => a.rangeOffset - b.rangeOffset,
  )) {
    const offset = rangeOffset + shift
    for (const { index, 0: placeholder } of text.matchAll(insertedPlaceholder))
      stops.push({ start: offset + index, end: offset + index + placeholder.length })
    end = offset + text.length
    shift += text.length - rangeLength
  }
  return stops.length === 0 ? [] : [...stops, { start: end, end }]
}

/** An edit inside a stop changes its length; an edit before it moves it; one across its boundary leaves nothing of it. */
function follow(stop: Stop, changes: readonly vscode.TextDocumentContentChangeEvent[]): Stop | undefined {
  let { start, end } = stop
  for (const { rangeOffset, rangeLength, text } of changes) {
    const delta = text.length - rangeLength
    const isInside = start <= rangeOffset && rangeOffset + rangeLength <= end
    const isBefore = rangeOffset + rangeLength <= start
    if (isInside) end += delta
    else if (isBefore) [start, end] = [start + delta, end + delta]
    else if (rangeOffset < end) return undefined
  }
  return { start, end }
}

function isStop({ document, selection }: vscode.TextEditor, { stops }: Insertion): boolean {
  if (isPlaceholder(document.getText(selection))) return true
  return stops.some((stop) => toRange(stop, document).contains(selection))
}

function isPlaceholder(text: string): boolean {
  return /^\{\{[^{}]+\}\}$/.test(text)
}

function toRange({ start, end }: Stop, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end))
}
