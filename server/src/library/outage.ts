import type { Basis } from '../postmortem/fields/foundTimes.ts'
import type { Report } from '../postmortem/report.ts'
import { textSays } from '../postmortem/timeline/sayings.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'

/** One end of the outage, with the offset of what states it. */
export interface Moment {
  readonly time: ResolvedTime
  readonly start: number
  /** `length` if the entry is as long before the end as the report says that the outage was. */
  readonly basis: Basis | 'length'
}

export interface Outage {
  readonly start: Moment | null
  readonly end: Moment | null
}

type TimedEntry = TimelineEntry & { readonly time: ResolvedTime }

/** Both ends as stated. Of a stated day, the timeline may say when on it the outage began, as may a stated length. */
export function findOutage(report: Report): Outage {
  const { fields, timeline } = report
  const { start, end } = fields
  if (start !== null && !isDay(start.time)) return { start, end }
  const entries = timeline.entries.filter(hasClock)
  const [first] = entries
  if (first === undefined || timeline.outOfOrder.length > 0) return { start, end }
  const statedEnd = end === null || isDay(end.time) ? null : end
  const last = statedEnd ?? toMoment(findEnd(entries))
  if (last === null || !isOn(end?.time ?? null, last.time)) return { start, end }
  if (isLengthOf(report, first.time, last.time))
    return { start: { time: first.time, start: first.start, basis: 'length' }, end: last }
  if (fields.duration?.written != null) return { start, end }
  const isOver = last.basis !== 'entry' || isLast(last, entries)
  const isStart = start !== null && isOver && isOn(start.time, first.time) && tellsStart(first)
  return isStart ? { start: toMoment(first), end: last } : { start, end }
}

/** The last entry that tells that it is over, or else that it is resolved. */
export function findEnd(entries: readonly TimelineEntry[]): TimedEntry | undefined {
  const timed = entries.filter(hasClock)
  return (
    timed.findLast(({ text }) => textSays(text.text, 'end')) ??
    timed.findLast(({ facts }) => facts.includes('resolution'))
  )
}

export function isDay({ precision }: ResolvedTime): boolean {
  return precision === 'day'
}

export function isSamePlace({ start }: Pick<Moment, 'start'>, entry: TimelineEntry): boolean {
  return entry.start <= start && start < Math.max(entry.end, entry.start + 1)
}

/** The last step but one ends it as well, as does one after which the rest is done in minutes. */
function isLast(end: Moment, entries: readonly TimedEntry[]): boolean {
  if (entries.slice(-2).some((entry) => isSamePlace(end, entry))) return true
  const last = entries.at(-1)
  const rest = last === undefined ? null : distanceBetween(end.time, last.time)
  return rest !== null && rest.minutes <= maxMinutesAfter
}

const maxMinutesAfter = 5

/** A secret is exposed from when it is published. */
const isExposure =
  /\b(?:keys?|secrets?|tokens?|credentials?|passwords?)\b[^.;]{0,60}\b(?:committed|pushed|published|exposed|leaked)\b/i

/** An alert tells when somebody knew, which may be long after it began. */
function tellsStart({ text, facts }: TimelineEntry): boolean {
  if (textSays(text.text, 'start') || isExposure.test(text.text)) return true
  return textSays(text.text, 'impact') && !facts.includes('detection')
}

/** True if it is as long from one to the other as the report says, to a tenth. */
export function isLengthOf({ fields: { duration } }: Report, from: ResolvedTime, to: ResolvedTime): boolean {
  const distance = distanceBetween(from, to)
  const written = duration?.written ?? null
  if (written === null || written.bound !== null || distance === null) return false
  return Math.abs(distance.minutes - written.minutes) <= Math.max(1, written.minutes / 10)
}

function hasClock(entry: TimelineEntry): entry is TimedEntry {
  return entry.time !== null && !isDay(entry.time)
}

/** True unless the day is known to be another one. */
function isOn(day: ResolvedTime | null, time: ResolvedTime): boolean {
  if (day === null || !isDay(day)) return true
  const [one, other] = [localDay(day), localDay(time)]
  if (one === null || other === null) return true
  return one.year === other.year && one.month === other.month && one.day === other.day
}

function toMoment(entry: TimedEntry | undefined): Moment | null {
  return entry === undefined ? null : { time: entry.time, start: entry.start, basis: 'entry' }
}
