/**
 * The text of one line of the document, whatever its markup. Everything above this layer works on lines,
 * because authors mark the same section with a heading, a bold line, a label, a list item or nothing at all.
 *
 * Offsets are relative to the block that the line was read from.
 */
export interface Line {
  readonly kind: LineKind
  /** Plain text, without markup. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Pairs of an offset into `text` and the offset of that text in the block. */
  readonly offsets: readonly number[]
  /** The number of characters at the beginning of the text that are bold. */
  readonly bold: number
  /** The stretches of `text` that are inline code. */
  readonly code: readonly { readonly start: number; readonly end: number }[]
  /** The stretches of `text` that are struck out. */
  readonly struck: readonly { readonly start: number; readonly end: number }[]
  readonly words: number
  /** The nesting of the list item that the line belongs to; 0 outside lists. */
  readonly depth: number
  readonly item: Item | null
  readonly quoted: boolean
  /** True after a blank line or another kind of block. */
  readonly opens: boolean
  readonly heading: HeadingMarkup | null
  readonly cells: readonly Cell[]
  readonly links: readonly string[]
}

/** `row` is a row of a table, `header` the row that names its columns; `code` is all of a code block. */
export type LineKind = 'heading' | 'text' | 'row' | 'header' | 'code' | 'rule' | 'picture' | 'meta'

/** Set only on the first line of a list item. */
export interface Item {
  readonly marker: '-' | '*' | '+' | 'number'
  /** The state of the checkbox; null without one. */
  readonly done: boolean | null
}

export interface HeadingMarkup {
  readonly level: number
  /** `glued` is `##Title` without the space. */
  readonly form: 'atx' | 'closed-atx' | 'setext' | 'html' | 'glued'
}

export interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly offsets: readonly number[]
}

/** Where the text of each cell is in the text of its row, in which a blank separates one cell from the next. */
export function cellStarts({ cells }: Pick<Line, 'cells'>): readonly number[] {
  let length = 0
  return cells.map(({ text }) => {
    const start = length === 0 ? 0 : length + 1
    length = start + text.length
    return start
  })
}

/** True if all words of this part of the text are struck out, but for a remark in brackets such as its owner or ticket. */
export function isStruckOut(
  { text, struck }: Pick<Line, 'text' | 'struck'>,
  from: number,
  to: number,
): boolean {
  const inside = struck.filter(({ start, end }) => start < to && from < end)
  if (inside.length === 0) return false
  let rest = ''
  let at = from
  for (const { start, end } of inside) {
    rest += text.slice(at, Math.max(start, at))
    at = end
  }
  return !/[\p{L}\p{N}]/u.test((rest + text.slice(at, to)).replace(/\([^()]{0,120}\)/g, ''))
}

/** The offset in the block of a character of the line's text. */
export function sourceOffset(line: Pick<Line, 'offsets' | 'start' | 'end'>, index: number): number {
  const { offsets } = line
  for (let pair = offsets.length - 2; pair >= 0; pair -= 2) {
    const from = offsets[pair] as number
    if (from <= index) return Math.min((offsets[pair + 1] as number) + index - from, line.end)
  }
  return line.start
}
