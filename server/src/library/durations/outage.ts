import type { Basis } from '../../postmortem/fields/foundTimes.ts'
import { findStatedMetrics } from '../../postmortem/fields/statedMetrics.ts'
import type { Report } from '../../postmortem/report.ts'
import { textSays } from '../../postmortem/timeline/sayings.ts'
import type { TimedEntry, TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../../time/resolved/order.ts'
import { resolveTimes } from '../../time/resolved/resolve.ts'
import { localDay, type ResolvedTime } from '../../time/resolved/resolved.ts'
import { dayNumber } from '../../time/written/calendar.ts'
import { toldLines } from '../toldLines.ts'

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
  /** The moment from which the response is measured: the start or, if only a day is stated, an entry of that day. */
  readonly since: Moment | null
}

export type Ends = Omit<Outage, 'since'>

export function findOutage(report: Report): Outage {
  const ends = findEnds(report)
  const { start } = ends
  return { ...ends, since: start !== null && isDay(start.time) ? (findOnDay(start, report) ?? start) : start }
}

/** The length that is stated may be another one, of which the start is not known any better. */
function findOnDay(day: Moment, { timeline }: Report): Moment | null {
  if (timeline.outOfOrder.length > 0) return null
  const entries = timeline.entries.filter(hasClock)
  const noticed = entries.findIndex(({ facts }) => facts.includes('detection'))
  const told = (noticed === -1 ? entries : entries.slice(0, noticed)).find(tellsStart)
  const start = told === undefined ? findCauseOfAlert(entries) : toMoment(told)
  return start !== null && isOn(day.time, start.time) ? { ...start, basis: 'sentence' } : null
}

/** Both ends as stated. Of a stated day, the timeline may say when on it the outage began, as may a stated length. */
function findEnds(report: Report): Ends {
  const { start, end } = report.fields
  if (start !== null && !isDay(start.time)) return { start, end }
  const entries = report.timeline.entries.filter(hasClock)
  const [first] = entries
  if (first === undefined && start === null) return { start: findStartOfLength(report), end }
  if (first === undefined || report.timeline.outOfOrder.length > 0) return { start, end }
  const measured = findMeasuredEnd(first, entries, report)
  if (measured !== null)
    return { start: { time: first.time, start: first.start, basis: 'length' }, end: measured }
  if (start === null) return { start: findCauseOfAlert(entries), end }
  return findEndsOnDay(start, first, entries, report) ?? { start, end }
}

/** The end that is as long after the first entry as the report says that the outage was. */
function findMeasuredEnd(first: TimedEntry, entries: readonly TimedEntry[], report: Report): Moment | null {
  const { start, end } = report.fields
  const resolved = start === null && end === null ? findEndOfResolving(entries, report) : null
  if (resolved !== null) return resolved
  const whole = toMoment(entries.at(-1))
  if (whole !== null && end?.basis === 'entry' && isExactLengthOf(report, first.time, whole.time))
    return whole
  const told = findToldEnd(entries, report)
  return told !== null && isLengthOf(report, first.time, told.time) ? told : null
}

/** The entry that comes exactly as long after the first one as it took to resolve. */
function findEndOfResolving([first, ...others]: readonly TimedEntry[], { lines }: Report): Moment | null {
  const { duration } = findStatedMetrics(lines).find(({ kind }) => kind === 'resolve') ?? {}
  if (first === undefined || duration === undefined || duration.approximate || duration.bound !== null)
    return null
  return toMoment(others.find(({ time }) => distanceBetween(first.time, time)?.minutes === duration.minutes))
}

/** The end that is stated to the minute, or the entry of the stated day that tells of it. */
function findToldEnd(entries: readonly TimedEntry[], { fields: { end } }: Report): Moment | null {
  if (end !== null && !isDay(end.time)) return end
  const told = toMoment(findEnd(entries))
  return told !== null && isOn(end?.time ?? null, told.time) ? told : null
}

/** The first entry and the end, if the first entry tells of the start on the day that is stated. */
function findEndsOnDay(
  day: Moment,
  first: TimedEntry,
  entries: readonly TimedEntry[],
  report: Report,
): Ends | null {
  const end = findToldEnd(entries, report)
  if (end === null || report.fields.duration?.written != null || !tellsStart(first)) return null
  const isOver = end.basis !== 'entry' || isLast(end, entries)
  const isStart =
    isOn(day.time, first.time) || (day.basis === 'verb' && isShortlyBefore(first.time, day.time))
  return isOver && isStart ? { start: toMoment(first), end } : null
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

export function isSamePlace(
  { start }: Pick<Moment, 'start'>,
  entry: Pick<TimelineEntry, 'start' | 'end'>,
): boolean {
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

/** The first time in a report whose timeline has none, if another one is as much later as the outage was long. */
function findStartOfLength(report: Report): Moment | null {
  const { written = null } = report.fields.duration ?? {}
  if (written === null) return null
  const told = toldLines(report).flatMap((placed) =>
    placed.times.flatMap((time) => (time.clock === null || time.until !== null ? [] : [{ placed, time }])),
  )
  const times = resolveTimes(
    told.map(({ time }) => ({ kind: 'time', time })),
    report.timeline.context,
  )
  const [[first, ...others], [place]] = [times, told]
  if (first === undefined || place === undefined) return null
  const isMeasured = others.some((time) => {
    const distance = distanceBetween(first, time)
    return distance !== null && Math.abs(distance.minutes - written.minutes) <= 1
  })
  return isMeasured ? { time: first, start: place.placed.range.start, basis: 'length' } : null
}

/** The first entry, if the second one says how what began with it was noticed. */
function findCauseOfAlert([first, second]: readonly TimedEntry[]): Moment | null {
  if (first === undefined || second === undefined || !second.facts.includes('detection')) return null
  const distance = distanceBetween(first.time, second.time)
  if (distance === null || distance.minutes <= 0 || distance.minutes > maxMinutesToAlert) return null
  return isWork.test(first.text.text) ? null : { time: first.time, start: first.start, basis: 'sentence' }
}

/** What happened on the day before may have nothing to do with it. */
const maxMinutesToAlert = 4 * 60

/** Who works on it already has noticed it. */
const isWork =
  /\b(?:declar\w{1,4}|investigat\w{1,5}|report\w{0,5}|alert\w{0,3}|alarms?|notif\w{1,8}|notice[ds]?|noticing|pag(?:ed|es|er)|call(?:ed|s)?|messag\w{1,3}|e-?mail\w{0,3}|tickets?|checked|checks|looked|escalat\w{1,4}|tri(?:ed|es)|debug\w{0,5})\b/i

/** True if it is as long from one to the other as the report says, to a tenth. */
export function isLengthOf({ fields: { duration } }: Report, from: ResolvedTime, to: ResolvedTime): boolean {
  const distance = distanceBetween(from, to)
  const written = duration?.written ?? null
  if (written === null || written.bound !== null || distance === null) return false
  return Math.abs(distance.minutes - written.minutes) <= Math.max(1, written.minutes / 10)
}

/** A match to the minute is no coincidence. */
function isExactLengthOf({ fields: { duration } }: Report, from: ResolvedTime, to: ResolvedTime): boolean {
  const written = duration?.written ?? null
  const distance = distanceBetween(from, to)
  if (written === null || distance === null || written.bound !== null || written.approximate) return false
  return distance.minutes === written.minutes
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

/** What a sentence says of a day may be only the worst of it. */
function isShortlyBefore(time: ResolvedTime, day: ResolvedTime): boolean {
  const [from, to] = [localDay(time), localDay(day)]
  if (from === null || to === null) return false
  const days = dayNumber(to) - dayNumber(from)
  return days > 0 && days <= maxDaysBefore
}

const maxDaysBefore = 2

function toMoment(entry: TimedEntry | undefined): Moment | null {
  return entry === undefined ? null : { time: entry.time, start: entry.start, basis: 'entry' }
}
