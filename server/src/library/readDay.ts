import { sentence } from '../messages/sentence.ts'
import { isOfProject } from '../postmortem/fields/sentenceTimes.ts'
import type { Report } from '../postmortem/report.ts'
import { findDetection } from '../postmortem/times/milestones.ts'
import type { TimeField } from '../postmortem/times/readFields.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'
import { isoDay, isRealDay, millisecondsPerDay } from '../time/written/calendar.ts'
import { findDate } from '../time/written/findTimes.ts'
import { monthNumber } from '../time/written/names.ts'
import type { CalendarDay, WrittenDate } from '../time/written/written.ts'
import { isDay } from './durations/outage.ts'
import type { Incident, Known, Unread } from './incident.ts'
import type { Origin } from './origin.ts'
import { toldLines } from './toldLines.ts'

interface Day {
  readonly date: Incident['date']
  readonly unread: readonly Unread[]
}

/**
 * The day on which the incident started: that of the stated start, of a date that is named for it, of the title, of the
 * detection or the end, of the first entry of the timeline, of a date above the text, the only one in the text, or of
 * the file's name. A date that may be two days is none, unless another date decides it.
 */
export function readDay(
  report: Report,
  name: string | null,
  { file, lineAt }: Pick<Origin, 'file' | 'lineAt'>,
): Day {
  const { fields, timeline, title, region } = report
  const headLine = lineAt((title ?? region).start)
  const startDay = () => fields.start && dayOf(fields.start.time, lineAt(fields.start.start))
  const candidates: readonly (() => Known<string> | null)[] = [
    () => dayBeforeReport(report, lineAt),
    () => dayWithoutSlip(startDay(), dayIn(name, headLine, 'certain') ?? dayOfName(file, headLine)),
    () => onlyIfCertain(startDay()),
    () => dayOfLabel(report, lineAt),
    () => unlessEarlier(report, dayIn(name, headLine, 'certain')),
    () => dayWithYear(report, lineAt),
    startDay,
    () => fields.end && dayOfDetection(report, lineAt),
    () => fields.end && assumed(dayOfStatedEnd(fields.end, lineAt)),
    ...timeline.entries
      .slice(0, 1)
      .map((entry) => () => entry.time && dayOf(entry.time, lineAt(entry.start))),
    ...timeline.context.dates.map((each) => () => {
      const day = onlyDay(each.date)
      if (day === null) return null
      // A date in front matter may be that of the publication.
      const certainty = each.source === 'frontMatter' ? 'assumed' : 'certain'
      return { value: isoDay(day), line: each.source === 'frontMatter' ? 1 : headLine, certainty } as const
    }),
    () => (openDates(report).length > 0 ? dayBesideOthers(report, headLine) : onlyDayOfText(report, lineAt)),
    () => dayOfName(file, headLine),
  ]
  for (const find of candidates) {
    const date = find()
    if (date !== null) return { date, unread: [] }
  }
  const [open] = openDates(report)
  const reason =
    open === undefined
      ? sentence`The report gives no date with a year.`
      : sentence`The date "${open.text}" can be read in two ways.`
  return { date: null, unread: [{ column: 'date', line: null, reason }] }
}

/** The year of a stated start may be that of another date near it. */
function dayWithYear(report: Report, lineAt: (offset: number) => number): Known<string> | null {
  const { start } = report.fields
  const [reading, other] = start?.time.written.date?.readings ?? []
  if (
    start === null ||
    isDay(start.time) ||
    reading === undefined ||
    other !== undefined ||
    reading.year !== null
  )
    return null
  if (start.basis !== 'label' && start.basis !== 'range') return null
  const near = daysOfText(report).find(({ value }) => {
    const days = daysBetween(isoDay({ ...reading, year: Number(value.slice(0, 4)) }), value)
    return days >= 0 && days <= maxDaysApart
  })
  return near === undefined
    ? null
    : {
        value: isoDay({ ...reading, year: Number(near.value.slice(0, 4)) }),
        line: lineAt(start.start),
        certainty: 'assumed',
      }
}

/** A title may have the day of the report, if the text says "in late April" of what happened. */
function unlessEarlier(report: Report, day: Known<string> | null): Known<string> | null {
  if (day === null) return null
  const month = Number(day.value.slice(5, 7))
  const isEarlier = toldLines(report).some(({ line }) => {
    const name = vagueMonth.exec(line.text)?.[1]
    return name !== undefined && monthNumber(name) === ((month + 10) % 12) + 1
  })
  return isEarlier ? assumed(day) : day
}

const vagueMonth =
  /\b(?:late|mid|early|(?:the )?(?:first|second|third|last) week of|(?:the )?(?:end|middle|beginning) of)[ -](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** It comes after the start, but long before the end of what lasted for days. */
function dayOfDetection({ timeline }: Report, lineAt: (offset: number) => number): Known<string> | null {
  const entry = findDetection(timeline.entries)
  const day = entry === undefined ? null : dayOf(entry.time, lineAt(entry.start))
  return entry === timeline.entries[0] ? day : assumed(day)
}

/** The entry that tells the end comes after the first one, which has a better day. */
function dayOfStatedEnd(end: TimeField, lineAt: (offset: number) => number): Known<string> | null {
  return end.basis === 'entry' ? null : dayOf(end.time, lineAt(end.start))
}

/**
 * A "Date" after the detection is that of the report. The text may name an earlier day, on which the incident began.
 */
function dayBeforeReport(report: Report, lineAt: (offset: number) => number): Known<string> | null {
  const { fields, timeline } = report
  const stated = fields.start && isDay(fields.start.time) ? dayOf(fields.start.time, 0) : null
  const entry = findDetection(timeline.entries)
  const noticed = entry === undefined ? null : dayOf(entry.time, lineAt(entry.start))
  if (stated === null || noticed === null || daysBetween(noticed.value, stated.value) <= 0) return null
  const before = daysOfText(report).find(
    ({ value }) =>
      daysBetween(value, noticed.value) >= 0 && daysBetween(value, noticed.value) <= maxDaysApart,
  )
  return assumed(
    before === undefined
      ? noticed
      : { value: before.value, line: lineAt(before.start), certainty: 'assumed' },
  )
}

/** Days that belong to one incident. */
const maxDaysApart = 7

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay
}

/** A wrong month or year shows beside the title or the name of the file, if all else fits. */
function dayWithoutSlip(start: Known<string> | null, named: Known<string> | null): Known<string> | null {
  if (start === null || named === null || Math.abs(daysBetween(start.value, named.value)) <= maxDaysApart)
    return null
  // The outage may have begun in the night before the day that it is named for.
  const value = [4, 7]
    .map((length) => named.value.slice(0, length) + start.value.slice(length))
    .find((each) => isIsoDay(each) && [0, 1].includes(daysBetween(each, named.value)))
  return value === undefined ? null : { ...start, value, certainty: 'assumed' }
}

/** `Date.parse` takes the 29 February of any year for the next day. */
function isIsoDay(value: string): boolean {
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** Of two ways to read a date, the one that is near another date of the report, if the other one is far from all. */
function dayBesideOthers(report: Report, line: number): Known<string> | null {
  const [open] = openDates(report)
  const others = toldLines(report).flatMap(({ times }) =>
    times.flatMap(({ date }) => (date?.readings.length === 1 ? date.readings : [])),
  )
  if (open === undefined || others.length === 0) return null
  const readings = open.readings.flatMap((reading) => {
    const { year } = reading
    if (year === null) return []
    const value = isoDay({ ...reading, year })
    const distances = others.map((each) =>
      Math.abs(daysBetween(value, isoDay({ ...each, year: each.year ?? year }))),
    )
    return [{ value, days: distances.reduce((least, each) => Math.min(least, each)) }]
  })
  const [best, other] = readings.filter(({ days }) => days <= 2 * maxDaysApart)
  return best !== undefined && best.days <= maxDaysApart && other === undefined
    ? { value: best.value, line, certainty: 'assumed' }
    : null
}

function openDates({ timeline }: Report): readonly WrittenDate[] {
  const written = [
    ...timeline.context.dates.map(({ date }) => date),
    ...timeline.entries.flatMap(({ time }) => time?.written.date ?? []),
  ]
  return written.filter(({ readings }) => readings.length > 1)
}

function assumed(known: Known<string> | null): Known<string> | null {
  return known === null ? null : { ...known, certainty: 'assumed' }
}

function onlyIfCertain(known: Known<string> | null): Known<string> | null {
  return known?.certainty === 'certain' ? known : null
}

function dayOf(time: ResolvedTime, line: number): Known<string> | null {
  const day = localDay(time)
  const isOpen = (time.written.date?.readings.length ?? 0) > 1 && time.date.certainty !== 'certain'
  if (day === null || isOpen || time.date.certainty === 'unknown') return null
  return { value: isoDay(day), line, certainty: time.date.certainty === 'certain' ? 'certain' : 'assumed' }
}

function onlyDay({ readings }: WrittenDate): CalendarDay | null {
  const [reading, other] = readings
  if (reading === undefined || other !== undefined || reading.year === null) return null
  return { year: reading.year, month: reading.month, day: reading.day }
}

/** "Incident Date: …", wherever it is above what will be done. Of several days, it is none. */
function dayOfLabel(report: Report, lineAt: (offset: number) => number): Known<string> | null {
  const found = toldLines(report).flatMap((placed) => {
    const label = placed.line.kind === 'text' ? incidentDate.exec(placed.line.text.slice(0, 60)) : null
    const rest = label === null ? null : placed.line.text.slice(label[0].length, label[0].length + 60)
    return dayIn(rest, lineAt(placed.range.start), 'certain') ?? []
  })
  const [first, ...others] = found
  return first !== undefined && others.every(({ value }) => value === first.value) ? first : null
}

const incidentDate =
  /^\W{0,6}(?:(?:incident|outage) date|date of (?:the )?(?:incident|outage)|start (?:time|date)|date)[\s*_]{0,4}[:：][\s*_]{0,4}/i

/** "January 14-19, 2026" begins on the first of its days, and "03, 14, 2024" can only be read in one way. */
function plainDates(text: string): string {
  return text
    .replace(/\b(\p{L}{3,9}\.? \d{1,2})\s?[-–]\s?\d{1,2}(?=,? (?:19|20)\d\d\b)/u, '$1')
    .replace(/(?<![\d,])(0?[1-9]|1[0-2]), (1[3-9]|2\d|3[01]), ((?:19|20)\d\d)(?!\d)/, '$3-$1-$2')
}

function dayIn(text: string | null, line: number, certainty: 'certain' | 'assumed'): Known<string> | null {
  const date = text === null ? null : findDate(plainDates(text))
  const day = date === null ? null : onlyDay(date)
  return day === null ? null : { value: isoDay(day), line, certainty }
}

/** The only day that the text names before it comes to what will be done. */
function onlyDayOfText(report: Report, lineAt: (offset: number) => number): Known<string> | null {
  const [first, ...others] = daysOfText(report)
  return first === undefined || others.some(({ value }) => value !== first.value)
    ? null
    : { value: first.value, line: lineAt(first.start), certainty: 'assumed' }
}

function daysOfText(report: Report): readonly { readonly value: string; readonly start: number }[] {
  return toldLines(report).flatMap(({ line, times, range }) =>
    isOfProject.test(line.text)
      ? []
      : times.flatMap(({ date }) => {
          const day = date === null ? null : onlyDay(date)
          return day === null ? [] : [{ value: isoDay(day), start: range.start }]
        }),
  )
}

/** `2024-05-10-search.md`, `20240510_search.md`; digits within a name may be anything. */
function dayOfName(file: string, line: number): Known<string> | null {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const match =
    /(?<!\d)((?:19|20)\d\d)([-_.])(\d\d)\2(\d\d)(?!\d)/.exec(name) ??
    /^(20\d\d)()(\d\d)(\d\d)(?!\d)/.exec(name)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])]
  return isRealDay(month, day, year)
    ? { value: isoDay({ year, month, day }), line, certainty: 'assumed' }
    : null
}
