import { countWhile } from '../../lists/countWhile.ts'
import type { PlacedLine } from './placedLine.ts'

/** The line that the offset is in or at the end of; undefined between two lines. */
export function findLineAt(offset: number, lines: readonly PlacedLine[]): PlacedLine | undefined {
  return lines[findLineIndexAt(offset, lines)]
}

/** The same by its index; -1 between two lines. */
export function findLineIndexAt(offset: number, lines: readonly PlacedLine[]): number {
  const index = countWhile(lines, ({ range }) => range.start <= offset) - 1
  return offset <= (lines[index]?.range.end ?? -1) ? index : -1
}
