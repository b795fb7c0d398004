import type { WrittenTime } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { ValueLine } from './labelValues.ts'
import { isPastedOutput } from './pastedOutput.ts'

/** What makes a time that of the outage: a label, a range, a verb, an entry, or only the sentence around it. */
export type Basis = 'label' | 'range' | 'verb' | 'entry' | 'sentence'

/** A time and the line that it is written on. */
export interface FoundTime {
  readonly time: WrittenTime
  readonly basis: Basis
  readonly placed: PlacedLine
  readonly lineIndex: number
}

/** What a tool printed is no statement of the author's. */
export function timesIn(value: ValueLine, basis: Basis): readonly FoundTime[] {
  const { placed, lineIndex } = value
  if (placed.times.length === 0 || isPastedOutput(placed.line)) return []
  return placed.times
    .filter(
      (time) =>
        time.start >= value.start && time.end <= value.end && (time.clock !== null || time.date !== null),
    )
    .filter((time, index, all) => !isOneMore(time, all[index - 1], placed.line.text))
    .flatMap((time) => splitPair(time, placed.line.text))
    .map((time) => ({ time, basis, placed, lineIndex }))
}

/** "03:00 UTC (10:00 VN)" is one moment, told for readers in two places. */
function isOneMore({ start, end }: WrittenTime, before: WrittenTime | undefined, text: string): boolean {
  if (before === undefined || !/^\s?[([]\s?~?$/.test(text.slice(before.end, start))) return false
  return /^\s?\p{Lu}\p{L}{1,14}(?: time)?\s?[)\]]/u.test(text.slice(end))
}

/** "Between 10:00 and 11:00" is a range; "at 10:00 and 11:00" are two times. */
function splitPair(time: WrittenTime, text: string): readonly WrittenTime[] {
  const { until, own } = time
  if (until === null || !/\band\b/i.test(text.slice(own.end, until.start))) return [time]
  if (/\b(?:between|from)\b[^;]{0,60}$/i.test(text.slice(0, own.end))) return [time]
  return [{ ...time, start: own.start, end: own.end, text: own.text, until: null }, until]
}

export interface FoundRange {
  readonly start: FoundTime
  readonly end: FoundTime | null
}

/** Null unless the time is written as a range. */
export function toRange(found: FoundTime): FoundRange | null {
  const { until } = found.time
  return until === null
    ? null
    : { start: { ...found, basis: 'range' }, end: { ...found, basis: 'range', time: until } }
}
