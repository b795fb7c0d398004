import { sourceOffset } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import type { MarkedLine } from './blockFacts.ts'

/** A line with the offset of its block in the document. */
export interface PlacedLine extends MarkedLine {
  readonly base: number
}

export function lineRange({ line, base }: PlacedLine): Range {
  return { start: base + line.start, end: base + line.end }
}

/** The passage of the document behind these characters of the line's text, without the blanks around them. */
export function passage(placed: PlacedLine, start = 0, end = placed.line.text.length): Passage {
  const raw = placed.line.text.slice(start, end)
  const text = raw.trim()
  const first = start + raw.length - raw.trimStart().length
  if (text === '') {
    const at = placed.base + sourceOffset(placed.line, first)
    return { text, start: at, end: at }
  }
  const from = placed.base + sourceOffset(placed.line, first)
  const to = placed.base + sourceOffset(placed.line, first + text.length - 1) + 1
  return { text, start: from, end: Math.max(from, Math.min(to, placed.base + placed.line.end)) }
}

export function isContent({ line }: PlacedLine): boolean {
  return (
    line.kind !== 'rule' &&
    line.kind !== 'meta' &&
    (line.kind === 'code' || line.kind === 'picture' || line.text.trim() !== '')
  )
}
