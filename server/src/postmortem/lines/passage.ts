import { countWhile } from './countWhile.ts'

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
  const found = ranges[countWhile(ranges, ({ end }) => end <= offset)]
  return found !== undefined && found.start <= offset
}
