import type { Point } from 'unist'
import { lineEndingLength } from '../lines.ts'
import {
  closesFence,
  fenceRun,
  fenceSignature,
  listMarker,
  listSignature,
  type Signature,
} from '../signature.ts'
import { isNextRow, type PlainLine, readPlainLine } from './plainLine.ts'
import { type Draft, moved } from './plainNodes.ts'

/** What is open before a line; `spaced list`, after a blank line; `head`, after a row that may be no row yet. */
type Open = 'nothing' | 'paragraph' | 'list' | 'spaced list' | 'head' | 'table'

interface OpenCode {
  readonly run: string
  readonly language: string
  readonly start: Point
  /** Its lines so far. */
  content: string
}

/** The blocks of a unit, found line by line. */
export class PlainBlocks {
  readonly #drafts: Draft[] = []
  #open: Open
  /** The marker of the last list. */
  #marker = ''
  #code: OpenCode | undefined
  /** A row that begins a table if dashes follow. */
  #head: { readonly count: number; readonly start: Point; readonly end: Point } | undefined
  /** The paragraph that is open may consist of definitions, and an underline below these is text. */
  #mayDefine = false
  /** The last line has spaces at its end, which are part of nothing if the paragraph ends with it. */
  #isPadded = false

  constructor(signature: Signature) {
    this.#marker = listMarker(signature) ?? ''
    this.#open = signature === 'table' ? 'table' : this.#marker === '' ? 'nothing' : 'list'
    const run = fenceRun(signature)
    if (run !== undefined)
      this.#code = { run, language: '', start: { line: 1, column: 1, offset: 0 }, content: '' }
  }

  /** The signature of the text so far, for a line that may have it. */
  get signature(): Signature | undefined {
    if (this.#code !== undefined)
      return this.#code.content === '' ? undefined : fenceSignature(this.#code.run)
    if (this.#open === 'nothing') return 'fresh'
    if (this.#open === 'table') return 'table'
    return this.#open === 'list' || this.#open === 'spaced list' ? listSignature(this.#marker) : undefined
  }

  /** Returns false if only micromark knows what the line is. */
  take(line: string, start: Point): boolean {
    const body = line.slice(0, line.length - lineEndingLength(line))
    const end = moved(start, body.length)
    if (this.#code !== undefined) return this.#takeCode(this.#code, body, line, end)
    if (this.#open === 'table') return this.#takeInTable(body, start, end)
    const read = readPlainLine(body)
    const isTaken = read !== undefined && this.#takeRead(read, start, end)
    this.#isPadded = body.endsWith(' ')
    return isTaken
  }

  /** Undefined if what is open may be something else than it seems. */
  close(end: Point, isContinued: boolean): readonly Draft[] | undefined {
    if (this.#code !== undefined) this.#closeCode(this.#code, end)
    // A blank line between items makes their list loose.
    const isLoose = this.#open === 'spaced list' && isContinued
    return isLoose || this.#open === 'head' ? undefined : this.#drafts
  }

  #takeRead(line: PlainLine, start: Point, end: Point): boolean {
    const open = this.#open
    if (open === 'head') return this.#takeDashes(line, end)
    switch (line.type) {
      case 'blank':
        this.#open = open === 'list' || open === 'spaced list' ? 'spaced list' : 'nothing'
        return true
      case 'text':
        // A line below an item continues it, and spaces before a line may break it.
        if (open === 'list' || (open === 'paragraph' && this.#isPadded)) return false
        if (open !== 'paragraph') this.#mayDefine = line.mayDefine
        this.#drafts.push({ type: 'paragraph', start: this.#takeParagraph()?.start ?? start, end })
        this.#open = 'paragraph'
        return true
      case 'item':
        if (open === 'spaced list' || (open === 'list' && line.marker !== this.#marker)) return false
        // In a paragraph, a number may be just a number.
        if (open === 'paragraph' && line.number !== null) return false
        this.#drafts.push({ ...line, start, end })
        this.#marker = line.marker
        this.#open = 'list'
        return true
      case 'heading': {
        const content = { start: moved(start, line.level + 1), end }
        this.#drafts.push({ type: 'heading', level: line.level, content, start, end })
        this.#open = 'nothing'
        return true
      }
      case 'underline': {
        const content = this.#takeParagraph()
        if (content === undefined ? !line.isBreak : this.#isPadded || this.#mayDefine) return false
        this.#drafts.push(
          content === undefined
            ? { type: 'thematicBreak', start, end }
            : { type: 'heading', level: line.level, content, start: content.start, end },
        )
        this.#open = 'nothing'
        return true
      }
      case 'row':
        if (open === 'paragraph' || open === 'list') return false
        this.#head = { count: line.count, start, end }
        this.#open = 'head'
        return true
      case 'fence':
        this.#code = { ...line, start, content: '' }
        this.#open = 'nothing'
        return true
    }
  }

  #takeInTable(body: string, start: Point, end: Point): boolean {
    if (body === '') this.#open = 'nothing'
    else if (isNextRow(body)) this.#drafts.push({ type: 'row', columns: null, start, end })
    else return false
    return true
  }

  /** The paragraph that is open, which becomes part of something longer. */
  #takeParagraph(): Draft | undefined {
    return this.#open === 'paragraph' ? this.#drafts.pop() : undefined
  }

  #takeDashes(line: PlainLine, end: Point): boolean {
    const { count, ...bounds } = this.#head!
    if (line.type !== 'row' || line.align?.length !== count) return false
    this.#drafts.push({ type: 'row', columns: { align: line.align, end }, ...bounds })
    this.#open = 'table'
    return true
  }

  #takeCode(code: OpenCode, body: string, line: string, end: Point): boolean {
    if (body === code.run) {
      this.#closeCode(code, end)
      return true
    }
    if (closesFence(body, code.run) || body.includes('\0')) return false
    code.content += line
    return true
  }

  #closeCode({ language, start, content }: OpenCode, end: Point): void {
    const value = content.slice(0, content.length - lineEndingLength(content))
    this.#drafts.push({ type: 'code', language, value, start, end })
    this.#code = undefined
  }
}
