import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import type { WrittenDuration } from '../../time/written/duration.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { FoundZone, TextFields } from '../fields/fields.ts'
import type { Basis, FoundTime } from '../fields/foundTimes.ts'
import type { FoundWindow } from '../fields/window.ts'
import { withComputed } from '../lines/computed.ts'
import type { Passage } from '../lines/passage.ts'
import type { PlacedTimes } from './placedTimes.ts'

/** What a summary usually states, wherever the report states it. Null for a field that it does not state. */
export interface Fields {
  readonly start: TimeField | null
  readonly end: TimeField | null
  readonly duration: DurationField | null
  readonly timeZone: Passage | null
  readonly impact: Passage | null
  readonly affected: Passage | null
  readonly rootCause: Passage | null
  readonly resolution: Passage | null
}

export interface TimeField extends Passage {
  readonly time: ResolvedTime
  readonly basis: Basis
  /** Offsets of the written time are offsets into the text of this line. */
  readonly placed: PlacedLine
}

export interface DurationField {
  /** The length as the author wrote it. */
  readonly passage: Passage | null
  /** Null if the report states no length. Offsets are into the text of the line. */
  readonly written: WrittenDuration | null
  readonly placed: PlacedLine | null
  readonly statedMinutes: number | null
  /** End minus start. */
  readonly computedMinutes: number | null
}

export function readFields(
  window: FoundWindow,
  texts: TextFields,
  zone: FoundZone | null,
  times: PlacedTimes,
): Fields {
  return {
    start: toTimeField(window.start, times.start),
    end: toTimeField(window.end, times.end),
    duration: toDuration(window, times),
    timeZone: zone?.passage ?? null,
    ...texts,
  }
}

function toTimeField(found: FoundTime | null, time: ResolvedTime | null): TimeField | null {
  if (found === null || time === null) return null
  const { placed, basis } = found
  const { own } = found.time
  const written = placed.passage(own.start, own.end)
  const field = { text: written.text, time, basis, placed }
  return withComputed(field, { start: () => written.start, end: () => written.end })
}

function toDuration({ duration }: FoundWindow, { start, end }: PlacedTimes): DurationField | null {
  const computedMinutes = minutesBetween(start, end)
  if (duration === null) {
    return computedMinutes === null
      ? null
      : { passage: null, written: null, placed: null, statedMinutes: null, computedMinutes }
  }
  return {
    passage: duration.placed.passage(duration.duration.start, duration.duration.end),
    written: duration.duration,
    placed: duration.placed,
    statedMinutes: duration.duration.minutes,
    computedMinutes,
  }
}

/** Null if the two cannot be compared, or if either is a day without a time. */
export function minutesBetween(start: ResolvedTime | null, end: ResolvedTime | null): number | null {
  if (start === null || end === null || start.precision === 'day' || end.precision === 'day') return null
  const isComparable = start.instant !== null && end.instant !== null
  const from = isComparable ? start.instant : start.wall
  const to = isComparable ? end.instant : end.wall
  if (from === null || to === null || to < from) return null
  if (!isComparable && (start.date.calendar !== end.date.calendar || start.zone.key !== end.zone.key))
    return null
  return (to - from) / 60_000
}
