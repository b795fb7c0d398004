import { sourceOffset } from '../lines/line.ts'
import { asMoving, type Moving, move, type Passage, type Range } from '../lines/passage.ts'
import type { MarkedLine } from './blockFacts.ts'
import type { Movable } from './perLeaf.ts'

/**
 * A line at its place in the document. It is the same object for as long as its block is, so whatever is read from
 * lines can be kept for as long as they are. An edit above it moves it, and the passages in it move along.
 */
export class PlacedLine implements MarkedLine, Movable {
  readonly line: MarkedLine['line']
  readonly marks: MarkedLine['marks']
  readonly segments: MarkedLine['segments']
  readonly times: MarkedLine['times']
  /** The offset of its block in the document. */
  #base = 0
  readonly #whole: Moving<Range>
  #passages: Map<number | string, Moving<Passage>> | undefined

  constructor({ line, segments, times }: MarkedLine, marks: MarkedLine['marks']) {
    this.line = line
    this.marks = marks
    this.segments = segments
    this.times = times
    this.#whole = asMoving<Range>({ start: line.start, end: line.end })
  }

  get base(): number {
    return this.#base
  }

  get range(): Range {
    return this.#whole
  }

  moveTo(base: number): void {
    const by = base - this.#base
    if (by === 0) return
    this.#base = base
    move(this.#whole, by)
    if (this.#passages !== undefined) for (const each of this.#passages.values()) move(each, by)
  }

  /** The passage of the document that these characters of the text are, without the blanks around them. */
  passage(start = 0, end = this.line.text.length): Passage {
    return this.#keep(start * maxTextLength + end, () => this.#findPassage(start, end))
  }

  /** The passage between two offsets of the block, for which the text stands. */
  passageAs(text: string, start: number, end: number): Passage {
    const base = this.#base
    return this.#keep(`${start} ${end} ${text}`, () => ({ text, start: base + start, end: base + end }))
  }

  #keep(key: number | string, find: () => Passage): Passage {
    this.#passages ??= new Map()
    let found = this.#passages.get(key)
    if (found === undefined) {
      found = asMoving(find())
      this.#passages.set(key, found)
    }
    return found
  }

  #findPassage(start: number, end: number): Passage {
    const raw = this.line.text.slice(start, end)
    const text = raw.trim()
    const first = start + raw.length - raw.trimStart().length
    const from = this.#base + sourceOffset(this.line, first)
    if (text === '') return { text, start: from, end: from }
    const to = this.#base + sourceOffset(this.line, first + text.length - 1) + 1
    return { text, start: from, end: Math.max(from, Math.min(to, this.#whole.end)) }
  }
}

/** Longer than any document, so that a number holds both ends of a passage. */
const maxTextLength = 2 ** 26

export function isContent({ line }: PlacedLine): boolean {
  return (
    line.kind !== 'rule' &&
    line.kind !== 'meta' &&
    (line.kind === 'code' || line.kind === 'picture' || line.text.trim() !== '')
  )
}
