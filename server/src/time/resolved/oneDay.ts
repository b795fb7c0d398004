import { minutesPerDay } from '../written/calendar.ts'
import { distanceBetween } from './order.ts'
import type { ResolvedTime } from './resolved.ts'

/** Where either has no certain day, both are on one day, or the night between two lies between them. */
export function distanceOnOneDay(from: ResolvedTime, to: ResolvedTime): ReturnType<typeof distanceBetween> {
  const distance = distanceBetween(from, to)
  const isOpen = distance === null || distance.certainty === 'unknown'
  const [start, end] = [from.written.clock, to.written.clock]
  if (!isOpen || start === null || end === null || from.zone.key !== to.zone.key) return distance
  if (from.date.certainty === 'certain' && to.date.certainty === 'certain') return distance
  const minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
  const later = minutes < -maxMinutesBack ? minutes + minutesPerDay : minutes
  return { minutes: later, certainty: 'assumed', approximate: false }
}

/** A later clock that is so much earlier is one of the next day. */
const maxMinutesBack = 12 * 60
