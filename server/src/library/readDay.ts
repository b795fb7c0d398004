import { lineRange } from '../postmortem/blocks/placedLine.ts'
import { sectionsAfterTheIncident } from '../postmortem/fields/prose.ts'
import type { Report } from '../postmortem/report.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'
import { isRealDay } from '../time/written/calendar.ts'
import { findDate } from '../time/written/findTimes.ts'
import type { CalendarDay, WrittenDate } from '../time/written/written.ts'
import type { Incident, Known, Unread } from './incident.ts'
import type { Origin } from './origin.ts'
import { titleOf } from './titleOf.ts'

interface Day {
  readonly date: Incident['date']
  readonly unread: readonly Unread[]
}

/**
 * The day on which the incident started: that of the stated start, of the first entry of the timeline, of a date
 * above the text, the only one in the text, or of the file's name. A date that may be two days is none.
 */
export function readDay(report: Report, { file, lineAt }: Pick<Origin, 'file' | 'lineAt'>): Day {
  const { fields, timeline, title, region } = report
  const headLine = lineAt((title ?? region).start)
  const candidates: readonly (() => Known<string> | null)[] = [
    () => fields.start && dayOf(fields.start.time, lineAt(fields.start.start)),
    () => fields.end && assumed(dayOf(fields.end.time, lineAt(fields.end.start))),
    ...timeline.entries
      .slice(0, 1)
      .map((entry) => () => entry.time && dayOf(entry.time, lineAt(entry.start))),
    () => dayIn(titleOf(report), headLine, 'certain'),
    ...timeline.context.dates.map((each) => () => {
      const day = onlyDay(each.date)
      if (day === null) return null
      // A date in front matter may be that of the publication.
      const certainty = each.source === 'frontMatter' ? 'assumed' : 'certain'
      return { value: toIso(day), line: each.source === 'frontMatter' ? 1 : headLine, certainty } as const
    }),
    () => onlyDayOfText(report, lineAt),
    () => dayOfName(file, headLine),
  ]
  for (const find of candidates) {
    const date = find()
    if (date !== null) return { date, unread: [] }
  }
  const open = timeline.context.dates.find(({ date }) => date.readings.length > 1)?.date
  const reason =
    open === undefined
      ? 'The report gives no date with a year.'
      : `The date "${open.text}" can be read in two ways.`
  return { date: null, unread: [{ column: 'date', line: null, reason }] }
}

function assumed(known: Known<string> | null): Known<string> | null {
  return known === null ? null : { ...known, certainty: 'assumed' }
}

function dayOf(time: ResolvedTime, line: number): Known<string> | null {
  const day = localDay(time)
  const isOpen = (time.written.date?.readings.length ?? 0) > 1 && time.date.certainty !== 'certain'
  if (day === null || isOpen || time.date.certainty === 'unknown') return null
  return { value: toIso(day), line, certainty: time.date.certainty === 'certain' ? 'certain' : 'assumed' }
}

function onlyDay({ readings }: WrittenDate): CalendarDay | null {
  const [reading, other] = readings
  if (reading === undefined || other !== undefined || reading.year === null) return null
  return { year: reading.year, month: reading.month, day: reading.day }
}

function dayIn(text: string | null, line: number, certainty: 'certain' | 'assumed'): Known<string> | null {
  const date = text === null ? null : findDate(text)
  const day = date === null ? null : onlyDay(date)
  return day === null ? null : { value: toIso(day), line, certainty }
}

/** The only day that the text names before it comes to what will be done. */
function onlyDayOfText(
  { lines, sections }: Report,
  lineAt: (offset: number) => number,
): Known<string> | null {
  const found = new Map<string, number>()
  const after = sections.filter(({ id }) => sectionsAfterTheIncident.includes(id))
  for (const placed of lines) {
    const { start } = lineRange(placed)
    if (after.some((section) => section.start <= start && start < section.end)) continue
    if (placed.line.kind === 'code' || placed.line.kind === 'meta' || placed.line.quoted) continue
    for (const { date } of placed.times) {
      const day = date === null ? null : onlyDay(date)
      if (day !== null && !found.has(toIso(day))) found.set(toIso(day), lineAt(start))
    }
  }
  const [[value, line] = [], other] = [...found]
  return value === undefined || line === undefined || other !== undefined
    ? null
    : { value, line, certainty: 'assumed' }
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
    ? { value: toIso({ year, month, day }), line, certainty: 'assumed' }
    : null
}

function toIso({ year, month, day }: CalendarDay): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
