import { largest, smallest } from '../../../lists/extremes.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import { localDay, type ResolvedTime } from '../../../time/resolved/resolved.ts'
import { dayNumber, millisecondsPerDay, millisecondsPerMinute } from '../../../time/written/calendar.ts'
import type { CalendarDay } from '../../../time/written/written.ts'
import { differingPart } from './windowDateSlip.ts'

/** The first or the last entry has a date that is far from all others, although its clock follows on. */
export interface StrayDate {
  readonly entry: TimelineEntry
  readonly time: ResolvedTime
  readonly placed: PlacedLine
  /** Its neighbour. */
  readonly other: ResolvedTime
  /** The day that would follow on. */
  readonly day: CalendarDay
  readonly isCertain: boolean
}

/** The others must be a list of their own, on a few days. */
const minOthers = 3
const maxDaysOfOthers = 2

/** Clocks further apart than this do not follow on. */
const maxMinutes = 180

/** `timeline-order` reports a stray date between two others, because it steps back. */
export function findStraySlips({ timeline }: Report): readonly StrayDate[] {
  const timed = timeline.steps.flatMap(({ entry, placed }) =>
    entry?.time == null || entry.time.wall === null ? [] : [{ entry, time: entry.time, placed }],
  )
  const ends = [
    [timed[0], timed[1], timed.slice(1), 1],
    [timed.at(-1), timed.at(-2), timed.slice(0, -1), -1],
  ] as const
  return ends.flatMap(([stray, neighbour, others, direction]): StrayDate[] => {
    if (stray === undefined || neighbour === undefined || others.length < minOthers) return []
    const [day, next] = [dayWrittenIn(stray.time), certainDay(neighbour.time)]
    const numbers = others.flatMap(({ time }) => certainDay(time) ?? []).map(dayNumber)
    if (day === null || next === null || numbers.length < others.length) return []
    if (largest(numbers) - smallest(numbers) > maxDaysOfOthers) return []
    const part = differingPart(day, next)
    if (part === null || part === 'day' || (dayNumber(next) - dayNumber(day)) * direction <= 0) return []
    if (!followsOn(stray.time, neighbour.time, direction)) return []
    return [{ ...stray, other: neighbour.time, day: next, isCertain: part === 'year' }]
  })
}

function certainDay(time: ResolvedTime): CalendarDay | null {
  return time.date.certainty === 'certain' ? localDay(time) : null
}

/** Null if the year is only inferred. */
function dayWrittenIn(time: ResolvedTime): CalendarDay | null {
  const isWritten = time.date.source === 'own' && time.written.date?.readings[0]?.year != null
  return isWritten ? certainDay(time) : null
}

function followsOn(stray: ResolvedTime, neighbour: ResolvedTime, direction: 1 | -1): boolean {
  if (stray.precision === 'day' || neighbour.precision === 'day') return false
  if (stray.zone.key !== neighbour.zone.key) return false
  const clock = (time: ResolvedTime) => ((time.wall ?? 0) % millisecondsPerDay) / millisecondsPerMinute
  const minutes = (clock(neighbour) - clock(stray)) * direction
  return minutes >= 0 && minutes <= maxMinutes
}
