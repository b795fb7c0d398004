import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { formatElapsed } from '../time/repair/print.ts'
import { type Distance, distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { minutesPerDay } from '../time/written/calendar.ts'

/** The moment that elapsed time counts from. */
export interface Origin {
  readonly passage: Passage
  readonly time: ResolvedTime
  /** Without a stated start, the first entry of the timeline is the beginning of the story. */
  readonly kind: 'start' | 'first-entry'
}

export function findOrigin({ fields, timeline }: Report): Origin | null {
  const { start } = fields
  if (start !== null && isTimeOfDay(start.time)) return { passage: start, time: start.time, kind: 'start' }
  for (const { time, label } of timeline.entries) {
    if (time !== null && label !== null && isTimeOfDay(time))
      return { passage: label, time, kind: 'first-entry' }
  }
  return null
}

/** Null if the distance between the two is unknown, and for a date without a time of day. */
export function elapsedSince(origin: Origin, time: ResolvedTime): Distance | null {
  if (!isTimeOfDay(time)) return null
  const distance = distanceBetween(origin.time, time)
  return distance === null || distance.certainty === 'unknown' ? null : distance
}

/** `+00:45`; `~+00:45` if a time is approximate or its zone or day is assumed; `+4d 10:30` for long distances. */
export function showElapsed({ minutes, certainty, approximate }: Distance): string {
  const about = approximate || certainty !== 'certain' ? '~' : ''
  const size = Math.round(Math.abs(minutes))
  const days = Math.floor(size / minutesPerDay)
  if (days < minDaysShown) return `${about}${formatElapsed(minutes)}`
  const rest = formatElapsed(size % minutesPerDay).slice(1)
  return `${about}${minutes < 0 ? '-' : '+'}${days}d ${rest}`
}

/** Below this many days, hours alone are easier to read than days and hours. */
const minDaysShown = 3

function isTimeOfDay({ wall, precision }: ResolvedTime): boolean {
  return wall !== null && precision !== 'day'
}
