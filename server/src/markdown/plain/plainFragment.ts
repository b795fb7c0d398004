import type { Point } from 'unist'
import type { Fragment } from '../fragment.ts'
import type { Language } from '../grammar.ts'
import { lineEndingLength } from '../lines.ts'
import { closesFence, fenceRun, listMarker, listSignature, type Signature, startsHere } from '../signature.ts'
import type { Unit } from '../unit.ts'
import { type PlainLine, readPlainLine } from './plainLine.ts'
import { type Draft, nodesOf } from './plainNodes.ts'

/** What is open before a line; `spaced list`, after a blank line. */
type Open = 'nothing' | 'paragraph' | 'list' | 'spaced list'

/** Longer code is several units, and only micromark knows where one may end. */
const maxCode = 512

/**
 * A unit in the making that holds nothing but paragraphs, headings, lists with one line in each item, fenced code and
 * thematic breaks, all in their simplest forms. Most units are like this, and micromark takes many times as long to
 * read them. As soon as a line or some inline content is anything else, micromark reads the unit from its start.
 */
export class PlainFragment {
  readonly #signature: Signature
  readonly #openExact: () => Fragment
  readonly #lines: string[] = []
  readonly #drafts: Draft[] = []
  #exact: Fragment | undefined
  #length = 0
  #open: Open
  /** The marker of the last list. */
  #marker: string | undefined
  /** The code that is open, without the line that opens it. */
  #code:
    | { readonly run: string; readonly language: string; readonly start: Point; content: string }
    | undefined

  /** `openExact` opens the unit for micromark. */
  constructor(language: Language, signature: Signature, openExact: () => Fragment) {
    this.#signature = signature
    this.#openExact = openExact
    this.#marker = listMarker(signature)
    this.#open = this.#marker === undefined ? 'nothing' : 'list'
    const isPlain = language === 'markdown' && fenceRun(signature) === undefined
    if (!isPlain) this.#exact = openExact()
  }

  get length(): number {
    return this.#length
  }

  addLine(line: string): void {
    if (this.#exact === undefined && !this.#takes(line)) this.#exact = this.#readExactly()
    this.#exact?.addLine(line)
    this.#lines.push(line)
    this.#length += line.length
  }

  /** The signature of the text so far, for the next line; undefined if the text has none. */
  signatureBefore(line: string): Signature | undefined {
    if (this.#exact !== undefined) return this.#exact.signatureBefore(line)
    if (this.#length === 0) return this.#signature
    if (this.#code !== undefined) return undefined
    if (this.#open === 'nothing') return 'fresh'
    if (!this.#isInList) return undefined
    const signature = listSignature(this.#marker!)
    return startsHere(signature, line) ? signature : undefined
  }

  /** Ends the unit; `next` is the line that follows, if the document goes on. */
  close(next: string | undefined): Unit {
    return this.#exact?.close(next) ?? this.#closePlainly(next) ?? this.#readExactly().close(next)
  }

  get #isInList(): boolean {
    return this.#open === 'list' || this.#open === 'spaced list'
  }

  #closePlainly(next: string | undefined): Unit | undefined {
    if (this.#code !== undefined) return undefined
    // A blank line between items makes their list loose.
    if (this.#open === 'spaced list' && next !== undefined && this.signatureBefore(next) !== undefined)
      return undefined
    const text = this.#lines.join('')
    const nodes = nodesOf(this.#drafts, text)
    if (nodes === undefined) return undefined
    const last = this.#lines.at(-1)!
    const isEnded = lineEndingLength(last) > 0
    const lineCount = isEnded ? this.#lines.length : this.#lines.length - 1
    return {
      text,
      lineCount,
      nodes,
      continues: listMarker(this.#signature) === undefined ? null : 'list',
      signature: this.#signature,
      defined: [],
      asked: nothingAsked,
      checked: undefined,
      end: { line: lineCount + 1, column: isEnded ? 1 : last.length + 1, offset: text.length },
    }
  }

  #readExactly(): Fragment {
    const exact = this.#openExact()
    for (const line of this.#lines) exact.addLine(line)
    return exact
  }

  /** Returns false if only micromark knows what the line is. */
  #takes(line: string): boolean {
    const body = line.slice(0, line.length - lineEndingLength(line))
    if (this.#code !== undefined) return this.#takesCode(body, line)
    const read = readPlainLine(body)
    return read !== undefined && this.#takesRead(read, body.length)
  }

  #takesRead(line: PlainLine, length: number): boolean {
    const start = this.#point(0)
    const end = this.#point(length)
    switch (line.type) {
      case 'blank':
        if (this.#open === 'paragraph') this.#open = 'nothing'
        if (this.#open === 'list') this.#open = 'spaced list'
        return true
      case 'text':
        if (this.#open === 'list') return false
        this.#drafts.push({
          type: 'paragraph',
          start: this.#open === 'paragraph' ? this.#drafts.pop()!.start : start,
          end,
        })
        this.#open = 'paragraph'
        return true
      case 'item':
        // A number may be part of the paragraph.
        if (this.#open === 'paragraph' && line.number !== null) return false
        if (this.#open === 'spaced list' || (this.#open === 'list' && this.#marker !== line.marker))
          return false
        this.#drafts.push({ ...line, start, end })
        this.#marker = line.marker
        this.#open = 'list'
        return true
      case 'heading':
        this.#drafts.push({ ...line, start, end })
        this.#open = 'nothing'
        return true
      case 'thematicBreak':
        // It would make a heading of the paragraph.
        if (this.#open === 'paragraph') return false
        this.#drafts.push({ type: 'thematicBreak', start, end })
        this.#open = 'nothing'
        return true
      case 'fence':
        this.#code = { ...line, start, content: '' }
        this.#open = 'nothing'
        return true
    }
  }

  #takesCode(body: string, line: string): boolean {
    const { run, language, start, content } = this.#code!
    if (body === run) {
      const value = content.slice(0, content.length - lineEndingLength(content))
      this.#drafts.push({ type: 'code', language, value, start, end: this.#point(body.length) })
      this.#code = undefined
      return true
    }
    if (this.#length + line.length >= maxCode || closesFence(body, run) || body.includes('\0')) return false
    this.#code!.content += line
    return true
  }

  #point(column: number): Point {
    return { line: this.#lines.length + 1, column: column + 1, offset: this.#length + column }
  }
}

const nothingAsked: ReadonlyMap<string, boolean> = new Map()
