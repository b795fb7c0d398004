/**
 * What one line of the document says, whatever markup it is dressed in. Everything above this works on lines:
 * authors mark the same section by a heading, a bold line, a label, a list item or by nothing at all.
 *
 * Offsets are relative to the block that the line was read from.
 */
export interface Line {
  readonly kind: LineKind
  /** Plain text, without markup. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Pairs of an offset into `text` and the offset into the block at which that text stands. */
  readonly offsets: readonly number[]
  /** So much of the beginning of the text is bold. */
  readonly bold: number
  /** Which stretches of the text are inline code. */
  readonly code: readonly { readonly start: number; readonly end: number }[]
  readonly words: number
  /** The nesting of the list item that the line belongs to; 0 outside lists. */
  readonly depth: number
  readonly item: Item | null
  readonly quoted: boolean
  /** A blank line, or another kind of block, stands before it. */
  readonly opens: boolean
  readonly heading: HeadingMarkup | null
  readonly cells: readonly Cell[]
  readonly links: readonly string[]
}

/** `row` is a row of a table, `header` the row that names its columns; `code` is all of a code block. */
export type LineKind = 'heading' | 'text' | 'row' | 'header' | 'code' | 'rule' | 'picture' | 'meta'

/** Only the first line of a list item has it. */
export interface Item {
  readonly marker: '-' | '*' | '+' | 'number'
  /** The state of its checkbox, if it has one. */
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

/** Where in the block a character of the line's text stands. */
export function sourceOffset(line: Pick<Line, 'offsets' | 'start' | 'end'>, index: number): number {
  const { offsets } = line
  for (let pair = offsets.length - 2; pair >= 0; pair -= 2) {
    const from = offsets[pair] as number
    if (from <= index) return Math.min((offsets[pair + 1] as number) + index - from, line.end)
  }
  return line.start
}
