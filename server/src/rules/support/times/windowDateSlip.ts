import type { Report } from '../../../postmortem/report.ts'
import type { TimeField } from '../../../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import type { DateSource, ResolvedTime } from '../../../time/resolved/resolved.ts'
import { dayFromNumber, dayNumber, isRealDay, millisecondsPerDay } from '../../../time/written/calendar.ts'
import type { CalendarDay } from '../../../time/written/written.ts'
import { isExplicit, isInEntry } from './statedTimes.ts'

/** The stated start and end are on other days than the whole timeline, and one part of the date is why. */
export interface WindowDateSlip {
  readonly start: TimeField
  readonly end: TimeField | null
  /** The first entry on the days that would agree. */
  readonly entry: TimelineEntry
  /** The days of start and end that would agree with the timeline. */
  readonly days: { readonly start: CalendarDay; readonly end: CalendarDay }
  /** True if the clock times, or all dates, of the timeline are those of the corrected window. */
  readonly isCertain: boolean
}

/** What led up to an outage, and what followed it, may be this many days away from it. */
const maxDaysAround = 14

/** A timeline that covers more days is about more than one slip. */
const maxDays = 60

export function findWindowDateSlip({ fields, timeline }: Report): WindowDateSlip | null {
  const isStated = (field: TimeField | null): field is TimeField =>
    field !== null && isExplicit(field) && !isInEntry(field, timeline)
  if (!isStated(fields.start)) return null
  const [start, end] = [fields.start, isStated(fields.end) ? fields.end : null]
  const [first, last] = [dayOfTime(start.time), dayOfTime((end ?? start).time)]
  const entries = timeline.entries.flatMap((entry) =>
    entry.time === null || entry.time.wall === null ? [] : [{ entry, time: entry.time }],
  )
  if (first === null || last === null || last < first) return null
  const days = entries.map(({ time }) => dayOfTime(time))
  if (days.some((day) => day === null)) return null
  const dated = entries.filter(({ time }) => datedSources.has(time.date.source))
  const distinct = [...new Set(days.flatMap((day) => day ?? []))]
  if (dated.length === 0 || distinct.length > maxDays) return null
  const isNear = (margin: number) => distinct.some((day) => first - margin <= day && day <= last + margin)
  if (isNear(1)) return null
  const isFar = !isNear(maxDaysAround)
  const slips = candidates([first, last], distinct).flatMap((moved): WindowDateSlip[] => {
    const [from, to] = moved
    const inside = entries.filter((_, index) => isWithin(days[index], from, to))
    const [entry] = inside
    if (entry === undefined) return []
    const agree = (field: TimeField | null, day: number) =>
      field !== null &&
      entries.some(
        ({ time }, index) => isWithin(days[index], day - 1, day + 1) && hasSameClock(time, field.time),
      )
    const clocks = [agree(start, from), agree(end, to)].filter(Boolean).length
    const isWhole = distinct.every((day) => isWithin(day, from - 1, to + 1))
    if (!isFar && !(clocks === 2 && isWhole)) return []
    const isClockless = start.time.precision === 'day' && end?.time.precision === 'day'
    const isVague = end === null || start.basis === 'verb' || end.basis === 'verb' || dated.length < 2
    if (clocks === 0 && (isVague || !isWhole)) return []
    return [
      {
        start,
        end,
        entry: entry.entry,
        days: { start: dayFromNumber(from), end: dayFromNumber(to) },
        isCertain: clocks === 2 || (!isVerbal(start, end) && (clocks === 1 || isClockless)),
      },
    ]
  })
  return slips.find(({ isCertain }) => isCertain) ?? slips[0] ?? null
}

/** The dates of these entries are the timeline's own, not those of the window. */
const datedSources: ReadonlySet<DateSource> = new Set(['own', 'partner', 'heading'])

function isVerbal(start: TimeField, end: TimeField | null): boolean {
  return start.basis === 'verb' || end?.basis === 'verb'
}

/** Null unless the day is certain, and has its year. */
function dayOfTime({ date, wall }: ResolvedTime): number | null {
  if (date.calendar !== 'dated' || date.certainty !== 'certain' || wall === null) return null
  return Math.floor(wall / millisecondsPerDay)
}

function isWithin(day: number | null | undefined, from: number, to: number): boolean {
  return day != null && from <= day && day <= to
}

function hasSameClock(time: ResolvedTime, other: ResolvedTime): boolean {
  if (time.precision === 'day' || other.precision === 'day') return false
  if (time.wall === null || other.wall === null) return false
  return (time.wall - other.wall) % millisecondsPerDay === 0
}

/** The windows, moved by a single part of their date, that start or end on one of the days. */
function candidates(
  window: readonly [number, number],
  days: readonly number[],
): readonly (readonly [number, number])[] {
  return days.flatMap((day) =>
    window.flatMap((bound) => {
      const from = dayFromNumber(bound)
      const to = dayFromNumber(day)
      const part = differingPart(from, to)
      if (part === null) return []
      const [first, last] = window.map((each) => move(dayFromNumber(each), part, to[part] - from[part]))
      return first == null || last == null || last < first ? [] : [[first, last] as const]
    }),
  )
}

function move(day: CalendarDay, part: keyof CalendarDay, difference: number): number | null {
  const moved = { ...day, [part]: day[part] + difference }
  return isRealDay(moved.month, moved.day, moved.year) ? dayNumber(moved) : null
}

/** The only part in which two days differ; null if they are equal or differ in several. */
export function differingPart(one: CalendarDay, other: CalendarDay): keyof CalendarDay | null {
  const parts = (['year', 'month', 'day'] as const).filter((part) => one[part] !== other[part])
  const [part, ...rest] = parts
  return part === undefined || rest.length > 0 ? null : part
}
