import { countWhile } from '../../lists/countWhile.ts'

/** The number of offsets below a limit. They must be sorted. */
export function countBelow(limit: number, offsets: readonly number[]): number {
  return countWhile(offsets, (offset) => offset < limit)
}
