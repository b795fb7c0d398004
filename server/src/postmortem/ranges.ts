import type { Range } from './report.ts'

/** Whether the place is within one of these ranges, which stand in reading order and apart from each other. */
export function isWithin(offset: number, ranges: readonly Range[]): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).end <= offset) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found !== undefined && found.start <= offset
}
