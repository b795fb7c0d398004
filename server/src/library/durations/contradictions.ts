import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TimedEntry, TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../../time/resolved/order.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import { minutesPerDay } from '../../time/written/calendar.ts'
import type { WrittenClock } from '../../time/written/written.ts'
import { findEnd, type Moment } from './outage.ts'

/** Times that are close are told with different precision, and more often so the longer it lasted. */
const maxMinutesApart = 15
const maxShareApart = 0.1

/** A stated start before what the timeline begins with, if that is the change that was noticed at once. */
export function contradictsStart(start: Moment, { timeline }: Report): boolean {
  const [first, second] = timedEntries(timeline.entries)
  if (first === undefined || second === undefined || start.basis === 'entry' || start.basis === 'length')
    return false
  const [since, soon] = [minutesBetween(start.time, first.time), minutesBetween(first.time, second.time)]
  if (since === null || soon === null || since <= maxMinutesApart || soon < 0 || soon > maxMinutesApart)
    return false
  return second.facts.includes('detection') && isChange.test(first.text.text)
}

const isChange =
  /\b(?:push(?:ed|es)?|deploy(?:ed|s|ment)?|releas(?:ed?|es)|roll-?out|rolled out|upgraded?|merged?|configuration (?:push|change|update))\b/i

/** Why the stated times and those of the timeline cannot all be right; null if they may be. */
export function contradictsLength(
  start: Moment,
  end: Moment,
  minutes: number,
  report: Report,
): Sentence | null {
  const timed = timedEntries(report.timeline.entries)
  if (isShorterThanTimeline(start, end, minutes, timed))
    return sentence`The timeline is longer than the time between the stated start and end.`
  if (report.timeline.outOfOrder.length > 0) return null
  if (isLaterThanTimeline(end, minutes, timed, report) || isOtherDay(start, end, minutes, timed))
    return sentence`In the timeline, it ends before the stated end.`
  return null
}

function timedEntries(entries: readonly TimelineEntry[]): readonly TimedEntry[] {
  return entries.filter((entry): entry is TimedEntry => entry.time?.written.clock != null)
}

/** From the detection to the end, a timeline is no longer than the outage, unless one of the two is wrong. */
function isShorterThanTimeline(
  start: Moment,
  end: Moment,
  minutes: number,
  timed: readonly TimedEntry[],
): boolean {
  if (!isStated(start) || !isStated(end)) return false
  const noticed = timed.find(({ facts }) => facts.includes('detection'))?.time
  const over = findEnd(timed)?.time
  const told = noticed === undefined || over === undefined ? null : distanceBetween(noticed, over)
  if (told === null || told.certainty !== 'certain' || told.minutes < 2 * minutes) return false
  return !timed.some(({ time }) => [start, end].some((each) => isNearOnTheClock(each.time, time)))
}

/** A timeline whose last entry tells that it is over leaves nothing to be done until the stated end. */
function isLaterThanTimeline(
  end: Moment,
  minutes: number,
  timed: readonly TimedEntry[],
  report: Report,
): boolean {
  const last = timed.at(-1)
  if (last === undefined || !isStated(end) || !isOver.test(last.text.text)) return false
  const rest = minutesBetween(last.time, end.time)
  if (rest === null || rest <= Math.max(maxMinutesApart, maxShareApart * minutes)) return false
  return !hasTimesAfter(last, report)
}

/** What was corrected may take time to be fine again. */
const isOver =
  /\b(?:resolved|restored|recovered|normal(?:ly)?|back (?:up|online|in service)|(?:available|reachable|working|running) again)\b/i

/** A time that was not understood may be that of another entry. */
function hasTimesAfter(last: TimelineEntry, { lines, sections }: Report): boolean {
  const end = sections.find((each) => each.start <= last.start && last.start < each.end)?.end ?? 0
  return lines.some(
    ({ line, range }) => range.start > last.start && range.start < end && /\d:\d\d/.test(line.text),
  )
}

/** A timeline from the stated start to the stated end on the clock, within a day, while the dates are days apart. */
function isOtherDay(start: Moment, end: Moment, minutes: number, timed: readonly TimedEntry[]): boolean {
  const [first, last] = [timed[0], timed.at(-1)]
  if (minutes <= minutesPerDay || first === undefined || last === undefined || first === last) return false
  if (timed.some(({ time }) => time.written.date !== null) || !isStated(start) || !isStated(end)) return false
  return isSameClock(start.time, first.time) && isSameClock(end.time, last.time)
}

function isStated({ basis }: Moment): boolean {
  return basis === 'label' || basis === 'range'
}

function minutesBetween(from: ResolvedTime, to: ResolvedTime): number | null {
  const distance = distanceBetween(from, to)
  return distance === null || distance.certainty !== 'certain' ? null : distance.minutes
}

/** Such an entry may well tell the same moment, on another day or in another zone. */
function isNearOnTheClock(one: ResolvedTime, other: ResolvedTime): boolean {
  const minutes = clockMinutesApart(one.written.clock, other.written.clock)
  return minutes === null || minutes <= maxMinutesApart
}

function isSameClock(one: ResolvedTime, other: ResolvedTime): boolean {
  return clockMinutesApart(one.written.clock, other.written.clock) === 0
}

function clockMinutesApart(a: WrittenClock | null, b: WrittenClock | null): number | null {
  if (a === null || b === null) return null
  const minutes = Math.abs(a.hour * 60 + a.minute - b.hour * 60 - b.minute)
  return Math.min(minutes, minutesPerDay - minutes)
}
