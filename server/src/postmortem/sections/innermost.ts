import { countWhile } from '../../lists/countWhile.ts'
import type { Range } from '../lines/passage.ts'

/** What holds from an offset on, up to the next one. */
interface Stretches<Item> {
  readonly edges: readonly Edge[]
  readonly items: readonly (Item | undefined)[]
}

/** An end of a range, which may move with its text. */
interface Edge {
  readonly of: Range
  readonly side: 'start' | 'end'
}

/**
 * Finds the last of the ranges around an offset, the innermost one if they are nested. They must be in the order of
 * their starts.
 */
export function findInnermost<Item extends Range>(
  ranges: readonly Item[],
): (offset: number) => Item | undefined {
  const { edges, items } = divide(ranges)
  return (offset) => items[countWhile(edges, ({ of, side }) => of[side] <= offset) - 1]
}

function divide<Item extends Range>(ranges: readonly Item[]): Stretches<Item> {
  const edges: Edge[] = []
  const items: (Item | undefined)[] = []
  const open: Item[] = []
  const begin = (of: Range, side: Edge['side']) => {
    edges.push({ of, side })
    items.push(open.at(-1))
  }
  const close = (until: number) => {
    for (let last = open.at(-1); last !== undefined && last.end <= until; last = open.at(-1)) {
      const { end } = last
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= end) open.pop()
      begin(last, 'end')
    }
  }
  for (const range of ranges) {
    if (range.end <= range.start) continue
    close(range.start)
    open.push(range)
    begin(range, 'start')
  }
  close(Number.POSITIVE_INFINITY)
  return { edges, items }
}
