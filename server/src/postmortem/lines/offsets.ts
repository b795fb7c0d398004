/** The number of offsets below a limit. They must be sorted. */
export function countBelow(limit: number, offsets: readonly number[]): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
