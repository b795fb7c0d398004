import type { Report } from '../postmortem/report.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { minutesPerDay } from '../time/written/calendar.ts'
import { findEnd, type Moment } from './outage.ts'

/** From the detection to the end, a timeline is no longer than the outage, unless one of the two is wrong. */
export function isOtherThanTimeline(
  start: Moment,
  end: Moment,
  minutes: number,
  { timeline }: Report,
): boolean {
  if ([start, end].some(({ basis }) => basis !== 'label' && basis !== 'range')) return false
  const timed = timeline.entries.flatMap((entry) => (entry.time?.written.clock ? [entry] : []))
  const noticed = timed.find(({ facts }) => facts.includes('detection'))?.time
  const over = findEnd(timed)?.time
  const told = noticed == null || over == null ? null : distanceBetween(noticed, over)
  if (told === null || told.certainty !== 'certain' || told.minutes < 2 * minutes) return false
  return !timed.some(({ time }) => [start, end].some((each) => isNearOnTheClock(each.time, time)))
}

/** Such an entry may well tell the same moment, on another day or in another zone. */
function isNearOnTheClock(one: ResolvedTime, other: ResolvedTime | null): boolean {
  const [a, b] = [one.written.clock, other?.written.clock]
  if (a == null || b == null) return true
  const minutes = Math.abs(a.hour * 60 + a.minute - b.hour * 60 - b.minute)
  return Math.min(minutes, minutesPerDay - minutes) <= maxMinutesApart
}

const maxMinutesApart = 15
