/** The times that chats show beside messages: a clock in the zone of the reader, and perhaps the name of a day. */

import { placeWall } from '../../time/resolved/resolveZone.ts'
import {
  dayFromNumber,
  dayNumber,
  millisecondsPerDay,
  millisecondsPerMinute,
} from '../../time/written/calendar.ts'
import { readDate } from '../../time/written/date.ts'
import { offsetAt } from '../../time/written/offsets.ts'
import type { PasteContext } from './pastedEvent.ts'

/** Minutes since midnight; null for a time that no clock shows. */
export function readClock(written: string): number | null {
  const [, hours, minutes, half] = /^(\d{1,2}):(\d{2})(?::\d{2})?\s?([AaPp])?/.exec(written) ?? []
  const hour = Number(hours)
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const shift = half === undefined ? 0 : (/p/i.test(half) ? 12 : 0) - (hour === 12 ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? null : (hour + shift) * 60 + Number(minutes)
}

/** A chat only goes forward, but its times may seem to step back by an hour when clocks change. */
const maxStepBack = 90 * millisecondsPerMinute

/** The instant at which a chat shows this clock, near the incident and after the message before. */
export function placeClock(
  minutes: number,
  day: string | null,
  previous: number | null,
  context: PasteContext,
): number | null {
  const at = (number: number) => instantOf(number, minutes, context.readerZone)
  const number = day === null ? null : dayOf(day, context)
  if (number !== null) return at(number)
  // The chat may have begun up to six hours before the incident.
  const earliest =
    previous === null
      ? (context.start ?? context.now) - 6 * 60 * millisecondsPerMinute
      : previous - maxStepBack
  const first = localDay(earliest, context.readerZone)
  const found = [first, first + 1, first + 2]
    .map(at)
    .find((instant) => instant !== null && instant >= earliest)
  if (found == null) return null
  // No message comes from the future.
  return found > context.now && previous === null && context.start === null
    ? found - millisecondsPerDay
    : found
}

function instantOf(number: number, minutes: number, zone: string): number | null {
  const wall = number * millisecondsPerDay + minutes * millisecondsPerMinute
  return placeWall({ kind: 'region', region: zone }, wall).instants[0] ?? null
}

function localDay(instant: number, zone: string): number {
  const offset = (offsetAt(zone, instant) ?? 0) * millisecondsPerMinute
  return Math.floor((instant + offset) / millisecondsPerDay)
}

/** A day without a year is the most recent such day. */
function dayOf(written: string, { now, readerZone }: PasteContext): number | null {
  const today = localDay(now, readerZone)
  if (/^today$/i.test(written)) return today
  if (/^yesterday$/i.test(written)) return today - 1
  const reading = readDate(written, 0)?.date.readings[0]
  if (reading === undefined) return null
  const { year } = dayFromNumber(today)
  const { month, day, year: stated } = reading
  const number = dayNumber({ year: stated ?? year, month, day })
  return stated === null && number > today ? dayNumber({ year: year - 1, month, day }) : number
}
