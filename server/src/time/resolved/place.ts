/** Combines a written time, its zone and its day into a wall clock, an offset and an instant. */

import { millisecondsPerDay, millisecondsPerMinute } from '../written/calendar.ts'
import type { TimeProblemKind, WrittenClock, WrittenTime } from '../written/written.ts'
import {
  type Daylight,
  leastCertain,
  type ResolvedDate,
  type ResolvedTime,
  type ResolvedZone,
} from './resolved.ts'
import { placeWall } from './resolveZone.ts'

export function place(
  written: WrittenTime,
  zone: ResolvedZone,
  date: ResolvedDate,
  rolledOver: boolean,
): ResolvedTime {
  const base = { ...unplaced(written, zone, date), rolledOver }
  if (!isReal(written)) return base
  if (written.clock === null) return { ...base, wall: date.number * millisecondsPerDay, precision: 'day' }
  const wall = wallOf(date, written.clock)
  const timed = { ...base, wall, precision: written.clock.precision }
  if (date.calendar !== 'dated') return { ...timed, offsetMinutes: fixedOffset(zone) }
  const { instants, isGap } = placeWall(zone.meaning, wall)
  const [instant] = instants
  if (instant === undefined) return timed
  const isDoubtful = isGap || instants.length > 1
  return {
    ...timed,
    instant,
    offsetMinutes: (wall - instant) / millisecondsPerMinute,
    certainty: leastCertain(
      date.certainty,
      zone.certainty,
      isDoubtful || isUnclear(written) ? 'assumed' : 'certain',
    ),
    daylight: daylightOf(instants, isGap),
  }
}

/** Placeholders, 30 February and 25:00 are not real. */
function isReal({ date, clock, problems }: WrittenTime): boolean {
  if (date === null && clock === null) return false
  if (date !== null && date.form !== 'weekday' && date.readings.length === 0) return false
  if (clock === null) return true
  if (problems.some(({ kind, start }) => kind === 'clock-invalid' && start === clock.start)) return false
  return (clock.hour < 24 && clock.minute < 60 && clock.second < 60) || isMidnightAtTheEnd(clock)
}

function isMidnightAtTheEnd(clock: WrittenClock): boolean {
  return clock.hour === 24 && clock.minute === 0 && clock.second === 0
}

function isUnclear({ clock, problems }: WrittenTime): boolean {
  return problems.some(({ kind, start }) => unclearKinds.has(kind) && start === clock?.start)
}

const unclearKinds: ReadonlySet<TimeProblemKind> = new Set(['meridiem-contradictory', 'meridiem-incomplete'])

function daylightOf(instants: readonly number[], isGap: boolean): Daylight | null {
  if (isGap) return { kind: 'gap' }
  return instants.length > 1 ? { kind: 'overlap', instants, isSettled: false } : null
}

function fixedOffset(zone: ResolvedZone): number | null {
  return zone.meaning?.kind === 'fixed' ? zone.meaning.offsetMinutes : null
}

export function wallOf(date: ResolvedDate, clock: WrittenClock): number {
  const seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
  return date.number * millisecondsPerDay + seconds * 1000
}

/** A time of which nothing is known but its text, its zone and its day. */
export function unplaced(written: WrittenTime, zone: ResolvedZone, date: ResolvedDate): ResolvedTime {
  return {
    written,
    zone,
    date,
    wall: null,
    precision: 'minute',
    offsetMinutes: null,
    instant: null,
    certainty: 'unknown',
    rolledOver: false,
    daylight: null,
    until: null,
  }
}
