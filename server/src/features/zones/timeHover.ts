import { joinWithAnd, type SentencePart, sentence } from '../../messages/sentence.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { type Certainty, leastCertain, type ResolvedTime } from '../../time/resolved/resolved.ts'
import { dayFromNumber, millisecondsPerMinute } from '../../time/written/calendar.ts'
import { offsetAt } from '../../time/written/offsets.ts'
import type { Span } from '../../time/written/written.ts'
import { offsetName } from '../../time/written/zone.ts'
import { elapsedSince, findOrigin, type Origin, showElapsed } from '../elapsed.ts'
import { dateOrigins, zoneOrigins } from './timeOrigins.ts'

/** The hover text of one written time. */
export interface TimeHover {
  readonly range: Range
  readonly facts: readonly TimeFact[]
}

export interface TimeFact {
  readonly name: SentencePart
  readonly value: SentencePart
}

/** Explains the time written at the offset. `readerZone` is the IANA name of the reader's time zone. */
export function findTimeHover(report: Report, offset: number, readerZone: string): TimeHover | null {
  if (!report.recognition.postmortem) return null
  const found = placedTimes(report).find(({ range }) => range.start <= offset && offset <= range.end)
  if (found === undefined || found.time.wall === null) return null
  return { range: found.range, facts: factsOf(found.time, report, readerZone) }
}

interface PlacedTime {
  readonly range: Range
  readonly time: ResolvedTime
}

/** Entries come first: the start of the outage may be one of them, and the entry explains it better. */
function placedTimes({ timeline, fields }: Report): readonly PlacedTime[] {
  const entries = timeline.steps.flatMap(({ entry, placed }) =>
    entry?.time == null ? [] : bothEnds(entry.time, placed),
  )
  const ends = [fields.start, fields.end].flatMap((field) =>
    field === null ? [] : [{ range: rangeOf(field.time.written.own, field.placed), time: field.time }],
  )
  return [...entries, ...ends]
}

function bothEnds(time: ResolvedTime, placed: PlacedLine): readonly PlacedTime[] {
  const own = { range: rangeOf(time.written.own, placed), time }
  return time.until === null ? [own] : [own, ...bothEnds(time.until, placed)]
}

function rangeOf({ start, end }: Span, placed: PlacedLine): Range {
  const { start: from, end: to } = placed.passage(start, end)
  return { start: from, end: to }
}

function factsOf(time: ResolvedTime, report: Report, readerZone: string): readonly TimeFact[] {
  return [
    { name: 'UTC', value: showUtc(time) },
    ...localFact(time),
    ...readerFact(time, readerZone),
    ...elapsedFact(time, report),
    { name: sentence`Zone`, value: zoneOrigins[time.zone.source](time.zone.written?.text ?? '') },
    { name: sentence`Date`, value: showDate(time) },
    { name: sentence`Certainty`, value: showCertainty(time) },
  ]
}

function showUtc({ instant, offsetMinutes, wall, zone }: ResolvedTime): SentencePart {
  if (instant !== null) return showWall(instant)
  if (offsetMinutes !== null && wall !== null) return showClock(wall - offsetMinutes * millisecondsPerMinute)
  return zone.meaning === null ? sentence`unknown without a time zone` : sentence`unknown without a date`
}

/** The time in the author's zone. */
function localFact({ wall, offsetMinutes, zone, date, precision }: ResolvedTime): readonly TimeFact[] {
  if (wall === null || precision === 'day' || offsetMinutes === 0) return []
  const shown = date.calendar === 'dated' ? showWall(wall) : showClock(wall)
  const where = [zone.written?.name, offsetMinutes === null ? undefined : `UTC${offsetName(offsetMinutes)}`]
  const names = [...new Set(where.filter((name) => name !== undefined))].join(', ')
  return [{ name: sentence`Local`, value: names === '' ? shown : `${shown} (${names})` }]
}

/** Omitted if the reader's clock shows the same as the text or as UTC. */
function readerFact({ instant, offsetMinutes }: ResolvedTime, readerZone: string): readonly TimeFact[] {
  const offset = instant === null ? null : offsetAt(readerZone, instant)
  if (instant === null || offset === null || offset === 0 || offset === offsetMinutes) return []
  const wall = instant + offset * millisecondsPerMinute
  return [{ name: sentence`Where you are`, value: `${showWall(wall)} (${readerZone})` }]
}

function elapsedFact(time: ResolvedTime, report: Report): readonly TimeFact[] {
  const origin = findOrigin(report)
  const distance = origin === null ? null : elapsedSince(origin, time)
  if (origin === null || distance === null) return []
  return [{ name: sentence`Elapsed`, value: describeElapsed(showElapsed(distance), origin) }]
}

function describeElapsed(elapsed: string, { kind, passage }: Origin): SentencePart {
  return kind === 'start'
    ? sentence`${elapsed} since the start, ${passage.text}`
    : sentence`${elapsed} since the first entry, ${passage.text}`
}

function showDate({ written, date, rolledOver }: ResolvedTime): SentencePart {
  if (date.calendar === 'undated') return dateOrigins.none
  const isOfPartner = date.source === 'own' && written.date === null
  const origin = dateOrigins[isOfPartner ? 'partner' : date.source]
  const described = rolledOver ? sentence`${origin}, past midnight` : origin
  if (date.calendar !== 'yearless') return described
  const { month, day } = dayFromNumber(date.number)
  return sentence`day ${day} of month ${month}, without a year, ${described}`
}

function showCertainty({ zone, date, certainty }: ResolvedTime): SentencePart {
  const weakest = leastCertain(certainty, zone.certainty, date.certainty)
  if (weakest === 'certain') return sentence`certain`
  const doubts = [
    zone.certainty === 'certain' ? null : sentence`the zone`,
    date.certainty === 'certain' ? null : sentence`the date`,
  ].filter((doubt) => doubt !== null)
  const degree = degrees[weakest]
  return doubts.length === 0 ? degree : sentence`${degree} (${joinWithAnd(doubts)})`
}

const degrees: Readonly<Record<Exclude<Certainty, 'certain'>, SentencePart>> = {
  assumed: sentence`assumed`,
  unknown: sentence`unknown`,
}

function showWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ')
}

function showClock(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16)
}
