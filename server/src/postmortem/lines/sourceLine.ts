import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Range } from './passage.ts'

/** A document of which only stretches of text are read. */
export type Source = Pick<MarkdownDocument, 'slice' | 'length' | 'positionAt' | 'offsetAt'>

/** A line of the source, markup included. */
export interface SourceLine extends Range {
  /** Without its line ending. */
  readonly text: string
  /** The start of the line after it. */
  readonly next: number
}

/** Takes the same time in a line of thousands of words, each of which may have a finding. */
export function sourceLineAt(offset: number, source: Source): SourceLine {
  const { line } = source.positionAt(offset)
  const start = source.offsetAt({ line, character: 0 })
  const end = source.offsetAt({ line, character: Number.POSITIVE_INFINITY })
  return {
    start,
    end,
    text: source.slice(start, end),
    next: source.offsetAt({ line: line + 1, character: 0 }),
  }
}

/** From the start of the range's first line to the start of the line after its last. */
export function wholeLines({ start, end }: Range, source: Source): Range {
  return { start: sourceLineAt(start, source).start, end: sourceLineAt(end, source).next }
}
