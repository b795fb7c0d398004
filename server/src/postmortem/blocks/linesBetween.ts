import { countWhile } from '../../lists/countWhile.ts'
import type { PlacedLine } from './placedLine.ts'

/** The lines that begin from one offset up to another, which is not included. */
export function linesBetween(
  lines: readonly PlacedLine[],
  start: number,
  end: number,
): readonly PlacedLine[] {
  const before = (offset: number) => countWhile(lines, ({ range }) => range.start < offset)
  return lines.slice(before(start), before(end))
}
