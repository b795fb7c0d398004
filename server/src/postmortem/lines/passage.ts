/** UTF-16 offsets into the document, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Passage extends Range {
  readonly text: string
}

/** `text` may hold `{{placeholders}}`, which become tab stops where the editor knows them. */
export interface Edit extends Range {
  readonly text: string
}

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
