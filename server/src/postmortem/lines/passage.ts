import { countWhile } from '../../lists/countWhile.ts'
import { withComputed } from './computed.ts'

/** UTF-16 offsets into the document, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Passage extends Range {
  readonly text: string
}

/**
 * From the start of one range to the end of another, wherever these are at the time. A copy of it stays where it was.
 */
export function passageOver(text: string, first: Range, last: Range): Passage {
  return withComputed(asMoving({ text }), {
    start: () => first.start,
    end: () => Math.max(first.start, last.end),
  })
}

/** A range that moves with the text that it is in. Only whoever made it moves it. */
export type Moving<Placed extends Range> = { -readonly [Key in keyof Placed]: Placed[Key] }

/**
 * Anything else with the same values may be part of lines that have been written anew since, and stay where it is when
 * these move. So what moves is only the same as itself.
 */
class Mover {}

export function asMoving<Values extends object>(
  values: Values,
): { -readonly [Key in keyof Values]: Values[Key] } {
  return Object.assign(new Mover(), values)
}

export function move(range: Moving<Range>, by: number): void {
  range.start += by
  range.end += by
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

/** Returns whether the range shares text with one of the others. They must be sorted and must not overlap. */
export function overlapsAny({ start, end }: Range, ranges: readonly Range[]): boolean {
  const found = ranges[countWhile(ranges, (each) => each.end <= start)]
  return found !== undefined && found.start < end
}

/** The same stretches without overlaps, of ranges that are sorted by their starts. */
export function joinOverlaps(ranges: readonly Range[]): readonly Range[] {
  const stretches: Moving<Range>[] = []
  for (const { start, end } of ranges) {
    const last = stretches.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}
