/** UTF-16 offsets into the document, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Passage extends Range {
  readonly text: string
}

/** `text` may contain `{{placeholders}}`, which become tab stops in editors that support them. */
export interface Edit extends Range {
  readonly text: string
}

/** Returns whether one of the ranges holds the offset. They must be sorted and must not overlap. */
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
