import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Range } from './passage.ts'

/** A document of which only stretches of text are read. */
export type Source = Pick<MarkdownDocument, 'slice' | 'length'>

/** A line of the source, markup included. */
export interface SourceLine extends Range {
  /** Without its line ending. */
  readonly text: string
  /** The start of the line after it. */
  readonly next: number
}

const stride = 400

export function sourceLineAt(offset: number, source: Source): SourceLine {
  const start = findStart(offset, source)
  let rest = source.slice(offset, offset + stride)
  for (let size = stride; rest.length === size && !/[\r\n]./s.test(rest); ) {
    size *= 2
    rest = source.slice(offset, offset + size)
  }
  const length = rest.search(/[\r\n]/)
  const end = offset + (length === -1 ? rest.length : length)
  const ending = length === -1 ? 0 : rest.startsWith('\r\n', length) ? 2 : 1
  return { start, end, text: source.slice(start, end), next: end + ending }
}

function findStart(offset: number, source: Source): number {
  let end = offset
  for (let size = stride; ; size *= 2) {
    const from = Math.max(0, end - size)
    const before = source.slice(from, end)
    const last = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
    if (last !== -1) return from + last + 1
    if (from === 0) return 0
    end = from
  }
}

/** From the start of the range's first line to the start of the line after its last. */
export function wholeLines({ start, end }: Range, source: Source): Range {
  return { start: sourceLineAt(start, source).start, end: sourceLineAt(end, source).next }
}
