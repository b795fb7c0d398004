import { endOfLine } from './lines.ts'
import { blockOf, type Cursor, cursorAfter, type Sequence } from './sequence.ts'
import type { Unit } from './unit.ts'

/**
 * What an edit leaves to be read, line by line: the text around it, which ends where an old unit starts, and
 * then the old units one after the other.
 */
export class Source {
  readonly #sequence: Sequence<Unit>
  #text: string
  #behind: Cursor
  #at = 0
  #line: string | undefined
  #boundary: Cursor | undefined

  constructor(sequence: Sequence<Unit>, text: string, behind: Cursor) {
    this.#sequence = sequence
    this.#text = text
    this.#behind = behind
    this.#findLine()
  }

  /** The next line with its ending, or nothing at the end of the document. */
  get line(): string | undefined {
    return this.#line
  }

  /** The old unit that starts with this line, or the place behind the last one at the end. */
  get boundary(): Cursor | undefined {
    return this.#boundary
  }

  advance(): void {
    this.#at += this.#line?.length ?? 0
    this.#boundary = undefined
    this.#findLine()
  }

  #findLine(): void {
    if (this.#at === this.#text.length) {
      const unit = blockOf(this.#sequence, this.#behind)
      this.#boundary = this.#behind
      this.#at = 0
      this.#text = unit?.text ?? ''
      if (unit !== undefined) this.#behind = cursorAfter(this.#sequence, this.#behind)
    }
    const end = endOfLine(this.#text, this.#at)
    this.#line = end > this.#at ? this.#text.slice(this.#at, end) : undefined
  }
}
