/** Reads a date. A row is a form; adding a form is adding a row and its example in the test. */

import { isRealDay } from './calendar.ts'
import { type Groups, isWordCharacter, matchAt, row, span } from './grammar.ts'
import { monthNumber, monthPattern, weekdayNumber, weekdayPattern } from './names.ts'
import type { DateOrder, DateReading, Span, TimeProblem, WrittenDate } from './written.ts'

export interface DateRead {
  readonly date: WrittenDate
  readonly problems: readonly TimeProblem[]
}

interface DateRow {
  readonly form: string
  readonly pattern: RegExp
  /** The orders that the numbers may have, the most usual first. */
  readonly orders: readonly DateOrder[]
  /** Such digits are a date only if they form a real day; otherwise they may be a version. */
  readonly onlyIfReal?: true
}

const year = '(?<year>19[7-9]\\d|20\\d{2}) (?!\\d|:\\d|\\s?h(?:(?:ou)?rs?)?■)'
const shortYear = "(?: ['’](?<shortYear>\\d{2}) (?!\\d) )"
const ordinal = '(?<ordinal>st|nd|rd|th)?'
const monthName = `(?<monthName>${monthPattern}) (?!\\p{L})`
const beforeClock = '(?= \\s{1,4} [~]? \\d{1,2} [:.h] \\d{2} )'

const dateRows: readonly DateRow[] = [
  {
    form: 'iso',
    pattern: row(
      '(?<year>[12]\\d{3}) (?<separator>[-/.]) (?<month>\\d{1,2}) \\k<separator> (?<day>\\d{1,2})',
    ),
    orders: ['yearMonthDay'],
  },
  {
    form: 'compact',
    pattern: row('(?<year>20\\d{2}) (?<month>0[1-9]|1[0-2]) (?<day>\\d{2})'),
    orders: ['yearMonthDay'],
    onlyIfReal: true,
  },
  {
    form: 'numeric',
    pattern: row(
      '(?<first>\\d{1,2}) (?<separator>[-/]) (?<second>\\d{1,2}) \\k<separator> (?<year>[12]\\d{3})',
    ),
    orders: ['dayMonthYear', 'monthDayYear'],
  },
  {
    form: 'dotted',
    pattern: row('(?<day>\\d{1,2}) \\. (?<month>\\d{1,2}) \\. (?<year>(?:19|20)\\d{2})'),
    orders: ['dayMonthYear'],
    onlyIfReal: true,
  },
  {
    form: 'short',
    pattern: row('(?<first>\\d{2}) (?<separator>[-/]) (?<second>\\d{2}) \\k<separator> (?<third>\\d{2})'),
    orders: ['dayMonthYear', 'yearMonthDay', 'monthDayYear'],
  },
  {
    form: 'month-day',
    pattern: row(`(?<first>\\d{2}) [-/] (?<second>\\d{2}) ${beforeClock}`),
    orders: ['monthDayYear', 'dayMonthYear'],
    onlyIfReal: true,
  },
  {
    form: 'month-name-first',
    pattern: row(
      `${monthName} \\.? ␣ (?:the\\s)? (?<day>\\d{1,2}) ${ordinal} (?: ␣,?␣ (?: ${year} | ${shortYear} ) )?`,
    ),
    orders: ['monthDayYear'],
  },
  {
    form: 'day-first',
    pattern: row(
      `(?<day>\\d{1,2}) ${ordinal} \\.? (?: [-/] | \\s{0,3} (?:of\\s{1,3})? ) ${monthName} \\.?` +
        ` (?: (?: [-/] | ␣,?␣ ) (?: ${year} | ${shortYear} ) )?`,
    ),
    orders: ['dayMonthYear'],
  },
  {
    form: 'year-month-name',
    pattern: row(`${year} [\\s\\-/,]{1,3} ${monthName} [\\s\\-/.]{1,3} (?<day>\\d{1,2}) ${ordinal}`),
    orders: ['yearMonthDay'],
  },
]

/** All others begin with a digit. */
const rowsOfLetters = dateRows.filter(({ form }) => form === 'month-name-first')

const weekdayAlone = row(`(?<weekday>${weekdayPattern}) (?![\\p{L}'’])`)
const weekdayBefore = row(`(?<weekday>${weekdayPattern}) (?!\\p{L}) [.,]? ␣ (?:the\\s)?`)
const weekdayAfter = row(
  `[,]? \\s{0,2} (?<open>[(])? (?<weekday>${weekdayPattern}) (?!\\p{L}) \\.? (?<close>[)])?`,
)

const datePlaceholder = row(
  '(?: yyyy[-/.]mm[-/.]dd | dd[-/.]mm[-/.]yyyy | mm[-/.]dd[-/.]yyyy' +
    '| (?:\\d{4}(?:\\/\\d{2})?|[?]{2,4}|[x]{4}|yyyy) [-/] (?:[?]{2}|xx|mm) [-/] (?:[?]{2}|xx|dd)' +
    '| \\d{4}-\\d{2}-(?:[?]{2}|xx) | (?:date\\s)?(?:tbc|tbd) ) ■',
)

/** The date at exactly this offset, with the weekday before or after it. */
export function readDate(text: string, start: number): DateRead | null {
  if (!/[\da-z]/i.test(text[start] ?? '')) return null
  const weekday = matchAt(weekdayBefore, text, start)
  const numbers = readNumbers(text, weekday?.end ?? start)
  if (numbers === null) return null
  const named =
    weekday !== null
      ? weekdaySpan(text, start, weekday.groups.weekday ?? '')
      : readWeekdayAfter(text, numbers.end)
  const weekdayEnd = weekday === null ? (named?.closing ?? numbers.end) : numbers.end
  return build(text, start, weekdayEnd, numbers, named?.span ?? null)
}

/** "Saturday" alone, which is a date only beside a clock. */
export function readWeekday(text: string, start: number): WrittenDate | null {
  const match = matchAt(weekdayAlone, text, start)
  const name = match?.groups.weekday
  if (match === null || name === undefined) return null
  const written = span(text, start, match.end)
  return { ...written, form: 'weekday', readings: [], weekday: weekdayNumber(name), weekdaySpan: written }
}

/** `2021/22-??-??` or `YYYY-MM-DD` in place of a date. */
export function readDatePlaceholder(text: string, start: number): TimeProblem | null {
  const match = matchAt(datePlaceholder, text, start)
  return match === null ? null : { ...span(text, start, match.end), kind: 'placeholder', repaired: null }
}

interface Numbers {
  readonly entry: DateRow
  readonly start: number
  readonly end: number
  readonly groups: Groups
  readonly readings: readonly DateReading[]
}

function readNumbers(text: string, start: number): Numbers | null {
  let best: Numbers | null = null
  for (const entry of /\d/.test(text[start] ?? '') ? dateRows : rowsOfLetters) {
    const match = matchAt(entry.pattern, text, start)
    if (match === null || (best !== null && best.end >= match.end)) continue
    if (!endsCleanly(text, match.end)) continue
    if (isVerbMay(match.groups)) continue
    const readings = readingsOf(entry, match.groups)
    if (entry.onlyIfReal && readings.length === 0) continue
    best = { entry, start, end: match.end, groups: match.groups, readings }
  }
  return best
}

/** No digit or letter directly follows a date, except the T of ISO 8601. */
function endsCleanly(text: string, end: number): boolean {
  if (/^(?:[-/.:]\d|-\p{L}|%)/u.test(text.slice(end, end + 2))) return false
  return !isWordCharacter(text[end]) || /^[Tt_]\d/.test(text.slice(end, end + 2))
}

/** "may 5 servers" is the verb; the month has its capital or a year. */
function isVerbMay(groups: Groups): boolean {
  return groups.monthName === 'may' && groups.year === undefined && groups.shortYear === undefined
}

function readingsOf(entry: DateRow, groups: Groups): readonly DateReading[] {
  const readings = entry.orders
    .map((order) => readingIn(order, groups))
    .filter((reading) => isRealDay(reading.month, reading.day, reading.year))
  const isSameDay = (one: DateReading, other: DateReading) =>
    one.year === other.year && one.month === other.month && one.day === other.day
  return readings.filter(
    (reading, index) => readings.findIndex((other) => isSameDay(reading, other)) === index,
  )
}

function readingIn(order: DateOrder, groups: Groups): DateReading {
  if (groups.third !== undefined) {
    const [first, second, third] = [Number(groups.first), Number(groups.second), Number(groups.third)]
    if (order === 'yearMonthDay') return { order, year: 2000 + first, month: second, day: third }
    const [month, day] = order === 'monthDayYear' ? [first, second] : [second, first]
    return { order, year: 2000 + third, month, day }
  }
  const year = yearOf(groups)
  if (groups.first === undefined) {
    const month = groups.monthName === undefined ? Number(groups.month) : monthNumber(groups.monthName)
    return { order, year, month, day: Number(groups.day) }
  }
  const [first, second] = [Number(groups.first), Number(groups.second)]
  const [month, day] = order === 'monthDayYear' ? [first, second] : [second, first]
  return { order, year, month, day }
}

function yearOf(groups: Groups): number | null {
  if (groups.year !== undefined) return Number(groups.year)
  return groups.shortYear === undefined ? null : 2000 + Number(groups.shortYear)
}

function readWeekdayAfter(text: string, end: number): { span: Span; closing: number } | null {
  const match = matchAt(weekdayAfter, text, end)
  const name = match?.groups.weekday
  if (match === null || name === undefined) return null
  if ((match.groups.open === undefined) !== (match.groups.close === undefined)) return null
  const nameStart = text.indexOf(name, end)
  return { span: span(text, nameStart, nameStart + name.length), closing: match.end }
}

function weekdaySpan(text: string, start: number, name: string): { span: Span; closing: number } {
  return { span: span(text, start, start + name.length), closing: start + name.length }
}

function build(text: string, start: number, end: number, numbers: Numbers, weekday: Span | null): DateRead {
  const date: WrittenDate = {
    start,
    end,
    text: text.slice(start, end),
    form: numbers.entry.form,
    readings: numbers.readings,
    weekday: weekday === null ? null : weekdayNumber(weekday.text),
    weekdaySpan: weekday,
  }
  const numbersSpan = span(text, numbers.start, numbers.end)
  if (numbers.readings.length === 0) {
    return { date, problems: [{ ...numbersSpan, kind: 'date-invalid', repaired: null }] }
  }
  return { date, problems: ordinalProblems(text, numbers) }
}

function ordinalProblems(text: string, numbers: Numbers): readonly TimeProblem[] {
  const { ordinal: suffix, day } = numbers.groups
  if (suffix === undefined || day === undefined || suffix.toLowerCase() === ordinalSuffix(Number(day)))
    return []
  const start = text.indexOf(day + suffix, numbers.start)
  const written = span(text, start, start + day.length + suffix.length)
  const repaired = ordinalSuffix(Number(day))
  const cased = suffix === suffix.toUpperCase() ? repaired.toUpperCase() : repaired
  return [{ ...written, kind: 'ordinal-wrong', repaired: day + cased }]
}

/** The ending of 1st, 2nd, 3rd, 11th. */
export function ordinalSuffix(day: number): string {
  const isTeen = day >= 11 && day <= 13
  return (isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10]) ?? 'th'
}
