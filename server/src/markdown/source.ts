import { endOfLine } from './lines.ts'
import { blockOf, type Cursor, cursorAfter, type Sequence } from './sequence.ts'
import type { Unit } from './unit.ts'

/**
 * The text to be read after an edit, line by line: first the text around the edit, which ends where an old
 * unit starts, and then the old units one after the other.
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

  /** The next line with its ending; undefined at the end of the document. */
  get line(): string | undefined {
    return this.#line
  }

  /** The old unit that starts with this line, or the place after the last one at the end. */
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
