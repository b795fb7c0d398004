import { perReport } from '../../../checking/keptAnswers.ts'
import { groupBy } from '../../../lists/groupBy.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Passage, Range } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimeField } from '../../../postmortem/times/readFields.ts'
import type { Timeline, TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import type { ResolvedTime } from '../../../time/resolved/resolved.ts'
import { dayFromNumber, isoDay, millisecondsPerDay } from '../../../time/written/calendar.ts'
import type { Span, WrittenZone } from '../../../time/written/written.ts'

/** A time that the report states: the start or end of the outage, that of an entry, or the end of a range. */
export interface StatedTime {
  readonly time: ResolvedTime
  readonly placed: PlacedLine
  readonly entry: TimelineEntry | null
}

/** In reading order and without duplicates, since an entry may also be the start or end of the outage. */
export const findStatedTimes = perReport(collectStatedTimes)

function collectStatedTimes(report: Report): readonly StatedTime[] {
  const { fields, timeline } = report
  const entries = timeline.steps.flatMap(({ placed, entry }) =>
    entry?.time == null ? [] : withUntil({ time: entry.time, placed, entry }),
  )
  const ends = [fields.start, fields.end].flatMap((field) =>
    field === null ? [] : withUntil({ time: field.time, placed: field.placed, entry: null }),
  )
  const places = new Set<number>()
  return [...entries, ...ends]
    .filter((stated) => {
      const { start } = timePassage(stated)
      const isNew = !places.has(start)
      places.add(start)
      return isNew
    })
    .sort((one, other) => timePassage(one).start - timePassage(other).start)
}

function withUntil(stated: StatedTime): readonly StatedTime[] {
  const { until } = stated.time
  return until === null ? [stated] : [stated, { ...stated, time: until }]
}

/** The passage of the time alone, without the other end of its range. */
export function timePassage({ time, placed }: StatedTime): Passage {
  return spanPassage(time.written.own, placed)
}

export function spanPassage({ start, end }: Span, placed: PlacedLine): Passage {
  return placed.passage(start, end)
}

/** True if an entry contains the range; false for the summary. */
export function isInEntry({ start, end }: Range, { entries }: Timeline): boolean {
  return entries.some((entry) => entry.start <= start && end <= entry.end)
}

/** A label, a range or a verb makes the time an end of the outage; other times only are near words about it. */
export function isExplicit({ basis }: TimeField): boolean {
  return basis === 'label' || basis === 'range' || basis === 'verb'
}

/** What users notice may begin after the incident and end before it. */
export function isEndOfImpact({ placed }: Pick<TimeField, 'placed'>): boolean {
  return placed.marks.some(
    ({ ids, text }) => (ids.includes('start') || ids.includes('end')) && /\bimpact\b/i.test(text),
  )
}

/**
 * True for a start or an end of the outage itself, with a clock and outside of the timeline. The impact has ends of its
 * own, because an alert may come before users notice anything, and after they did.
 */
export function isEndOfOutage(field: TimeField, { timeline }: Report): boolean {
  return (
    (field.basis === 'label' || field.basis === 'range') &&
    field.time.precision !== 'day' &&
    !isInEntry(field, timeline) &&
    !isEndOfImpact(field)
  )
}

/** A written zone, with the times that it applies to. */
export interface StatedZone {
  readonly zone: WrittenZone
  readonly passage: Passage
  readonly uses: readonly StatedTime[]
}

/** The zones that apply to any of the times. A zone is left out if it is not known where it was written. */
export function findStatedZones(report: Report): readonly StatedZone[] {
  const byZone = groupBy(findStatedTimes(report), ({ time }) => time.zone.written)
  return [...byZone]
    .flatMap(([zone, uses]) => {
      const passage = zone === null ? null : placeOf(zone, uses, report)
      return zone === null || passage === null ? [] : [{ zone, passage, uses }]
    })
    .sort((one, other) => one.passage.start - other.passage.start)
}

function placeOf(zone: WrittenZone, uses: readonly StatedTime[], report: Report): Passage | null {
  const own = uses.find(({ time }) => time.zone.source === 'own')
  if (own !== undefined) return spanPassage(zone, own.placed)
  const { timeZone } = report.fields
  return timeZone?.text === zone.text ? timeZone : null
}

/** `2024-05-10`, for messages; null if the year is unknown. */
export function dayOf(time: ResolvedTime): string | null {
  if (time.date.calendar !== 'dated' || time.wall === null) return null
  return isoDay(dayFromNumber(Math.floor(time.wall / millisecondsPerDay)))
}
