/** Checks that need no list: a time's season, weekday and second zone, and a stated duration. */

import { localDay, type ResolvedTime, type TimeSettings } from '../resolved/resolved.ts'
import { offsetOfMeaning, settle } from '../resolved/resolveZone.ts'
import { dayNumber, millisecondsPerMinute, weekdayOf } from '../written/calendar.ts'
import type { WrittenDuration } from '../written/duration.ts'
import { offsetAt } from '../written/offsets.ts'
import type { CalendarDay, WrittenZone } from '../written/written.ts'
import { rowByAbbreviation } from '../written/zoneTable.ts'

export interface SeasonMismatch {
  readonly written: string
  /** The abbreviation that the region uses on that day: CEST for CET in July. */
  readonly expected: string
  readonly region: string
}

/**
 * An abbreviation for the wrong half of the year. Also null on the day of a clock change, if either may be
 * right.
 */
export function findSeasonMismatch(zone: WrittenZone, day: CalendarDay): SeasonMismatch | null {
  const entry = rowByAbbreviation.get(zone.name)
  if (entry?.season === undefined) return null
  const meaning = entry.meaning.kind === 'ambiguous' ? entry.meaning.usual : entry.meaning
  const offset = meaning !== null && 'offsetMinutes' in meaning ? meaning.offsetMinutes : null
  if (offset === null || (zone.statedOffset !== null && zone.statedOffset !== offset)) return null
  const midnight = dayNumber(day) * 1440 - offset
  const kept = [midnight, midnight + 1440].map((minute) =>
    offsetAt(entry.season?.region ?? 'UTC', minute * millisecondsPerMinute),
  )
  if (kept.some((value) => value === null || value === offset)) return null
  return { written: zone.name, expected: entry.season.counterpart, region: entry.season.region }
}

/** The actual weekday of the date, if a different one is written. 0 is Sunday. */
export function findWeekdayMismatch(time: ResolvedTime): { readonly expected: number } | null {
  const date = time.written.date
  const day = localDay(time)
  if (
    date?.weekday == null ||
    date.readings.length === 0 ||
    day === null ||
    time.date.certainty !== 'certain'
  )
    return null
  const expected = weekdayOf(day)
  return expected === date.weekday ? null : { expected }
}

/** The difference in minutes between the two times of `14:00 UTC (10:00 EDT)`; null if it is unknown, as a zone may be. */
export function alternativeDistance(time: ResolvedTime, settings: TimeSettings): number | null {
  const { alternative: other, zone: own } = time.written
  if (other?.clock == null || other.zone === null || own === null || time.wall === null) return null
  const zone = settle(other.zone, 'own', settings)
  if (zone.meaning === null || time.offsetMinutes === null) return null
  const instant = time.wall - time.offsetMinutes * millisecondsPerMinute
  const offset =
    time.instant === null && zone.meaning.kind === 'region' ? null : offsetOfMeaning(zone.meaning, instant)
  if (offset === null) return null
  const expected = Math.floor(instant / millisecondsPerMinute) + offset
  const difference = other.clock.hour * 60 + other.clock.minute - (((expected % 1440) + 1440) % 1440)
  return ((difference + 720 + 1440) % 1440) - 720
}

/**
 * A stated duration may differ by less than the step it is counted in ("2 hours" for 2 h 40), by a tenth if
 * it is approximate, and by any amount on the right side of "under" and "over".
 */
export function isDurationConsistent(stated: WrittenDuration, minutes: number): boolean {
  const difference = minutes - stated.minutes
  if (stated.bound === 'below' && difference <= 1) return true
  if (stated.bound === 'above' && difference >= -1) return true
  const size = Math.abs(difference)
  if (size <= 1 || size < stated.granularityMinutes) return true
  return stated.approximate && size <= stated.minutes / 10
}
