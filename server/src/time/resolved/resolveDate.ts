/** Resolves a written date to a day, given what is known around it. */

import { dayFromNumber, dayNumber, isRealDay, weekdayOf } from '../written/calendar.ts'
import type { DateOrder, DateReading, WrittenDate } from '../written/written.ts'
import type { Certainty, DateSource, ResolvedDate, TimeContext, TimeStep } from './resolved.ts'

/** A leap year, so that 29 February without a year has its day. */
const yearOfYearless = 1972
const halfYear = 183

export const undatedDay: ResolvedDate = {
  calendar: 'undated',
  number: 0,
  source: 'none',
  certainty: 'unknown',
}

export interface DateKnowledge {
  /** The order of day and month, if the settings or a date such as `27/02/2026` settle it. */
  readonly order: DateOrder | null
  /** The first year that is written in the list or its context. */
  readonly year: number | null
}

/** Gathers what the dates of a list reveal about each other. */
export function gatherDateKnowledge(steps: readonly TimeStep[], context: TimeContext): DateKnowledge {
  const dates = [...steps.flatMap(datesOfStep), ...context.dates.map(({ date }) => date)]
  const years = dates.flatMap((date) => date.readings[0]?.year ?? [])
  return { order: context.settings.dateOrder ?? agreedOrder(dates), year: years[0] ?? null }
}

/** The day of a written date, near the reference if its year is missing. Null if it is not a real day. */
export function resolveDate(
  date: WrittenDate,
  source: DateSource,
  reference: ResolvedDate | null,
  knowledge: DateKnowledge,
): ResolvedDate | null {
  if (date.form === 'weekday') return nextWeekday(date, source, reference)
  const reading = date.readings.find((candidate) => candidate.order === knowledge.order) ?? date.readings[0]
  if (reading === undefined) return null
  const isOpen = date.readings.length > 1 && reading.order !== knowledge.order
  const certainty: Certainty = isOpen || isWeakSource(source) ? 'assumed' : 'certain'
  if (reading.year !== null) {
    return { calendar: 'dated', number: dayNumber({ ...reading, year: reading.year }), source, certainty }
  }
  return withYear(reading, source, certainty, reference, knowledge)
}

/** The date in a report's name is usually, but not always, the day of the incident. */
export function isWeakSource(source: DateSource): boolean {
  return weakSources.has(source)
}

const weakSources: ReadonlySet<DateSource> = new Set(['title', 'fileName', 'frontMatter', 'following'])

function withYear(
  reading: DateReading,
  source: DateSource,
  certainty: Certainty,
  reference: ResolvedDate | null,
  knowledge: DateKnowledge,
): ResolvedDate {
  if (reference?.calendar === 'dated') {
    const number = nearest(reading, reference.number)
    return {
      calendar: 'dated',
      number,
      source,
      certainty: reference.certainty === 'certain' ? certainty : 'assumed',
    }
  }
  if (knowledge.year !== null && isRealDay(reading.month, reading.day, knowledge.year)) {
    const number = dayNumber({ ...reading, year: knowledge.year })
    return { calendar: 'dated', number, source, certainty: 'assumed' }
  }
  const number = dayNumber({ ...reading, year: yearOfYearless })
  return { calendar: 'yearless', number, source, certainty: 'unknown' }
}

/** 31 December just before 2 January is in the previous year. */
function nearest(reading: DateReading, reference: number): number {
  const year = dayFromNumber(reference).year
  const candidates = [year, year - 1, year + 1]
    .filter((candidate) => isRealDay(reading.month, reading.day, candidate))
    .map((candidate) => dayNumber({ ...reading, year: candidate }))
  const near = candidates.find((candidate) => Math.abs(candidate - reference) <= halfYear)
  return near ?? candidates[0] ?? dayNumber({ ...reading, year })
}

/** "Saturday 14:00" is on the first Saturday from the reference day on. */
function nextWeekday(
  date: WrittenDate,
  source: DateSource,
  reference: ResolvedDate | null,
): ResolvedDate | null {
  if (reference?.calendar !== 'dated' || date.weekday === null) return null
  const ahead = (date.weekday - weekdayOf(dayFromNumber(reference.number)) + 7) % 7
  return { calendar: 'dated', number: reference.number + ahead, source, certainty: 'assumed' }
}

function agreedOrder(dates: readonly WrittenDate[]): DateOrder | null {
  const numeric = dates.filter((date) => numericForms.has(date.form))
  const settled = numeric.filter((date) => date.readings.length === 1).map((date) => date.readings[0])
  const unambiguous = settled.filter((reading) => reading !== undefined && reading.month !== reading.day)
  const orders = new Set(unambiguous.map((reading) => reading?.order))
  const [order] = orders
  return orders.size === 1 && order !== undefined ? order : null
}

const numericForms: ReadonlySet<string> = new Set(['numeric', 'short', 'month-day'])

function datesOfStep(step: TimeStep): readonly WrittenDate[] {
  if (step.kind === 'date') return [step.date]
  return [step.time.date, step.time.until?.date ?? null].filter((date) => date !== null)
}
