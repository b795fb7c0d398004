/** Prints a day in the format of a written date: its order, separators, names, endings and zeros. */

import { weekdayOf } from '../written/calendar.ts'
import { ordinalSuffix, readDate } from '../written/date.ts'
import { monthNameLike, monthPattern, weekdayNameLike } from '../written/names.ts'
import type { CalendarDay, DateOrder, WrittenDate } from '../written/written.ts'

const monthName = new RegExp(`^${monthPattern.replaceAll(' ', '')}$`, 'i')

/** `order` settles an ambiguous model. Null if the model's format cannot express the day. */
export function printDateLike(
  model: WrittenDate,
  day: CalendarDay,
  order: DateOrder | null = model.readings[0]?.order ?? null,
): string | null {
  if (order === null) return null
  const parts = printParts(model, day, order)
  const readings = readDate(parts, 0)?.date.readings ?? []
  const isReadBack = readings.some(
    (reading) =>
      reading.month === day.month && reading.day === day.day && (reading.year ?? day.year) === day.year,
  )
  return isReadBack ? parts : null
}

function printParts(model: WrittenDate, day: CalendarDay, order: DateOrder): string {
  if (model.form === 'compact') return `${day.year}${two(day.month)}${two(day.day)}`
  const weekday = model.weekdaySpan
  if (weekday === null) return printNumbers(model.text, day, order)
  const from = weekday.start - model.start
  const name = weekdayNameLike(weekdayOf(day), weekday.text)
  const before = model.text.slice(0, from)
  const after = model.text.slice(from + weekday.text.length)
  return `${printNumbers(before, day, order)}${name}${printNumbers(after, day, order)}`
}

function printNumbers(model: string, day: CalendarDay, order: DateOrder): string {
  const pieces = model.match(/\p{L}+|\d+/gu) ?? []
  const isNamed = pieces.some((piece) => monthName.test(piece))
  const roles = rolesInOrder[order].filter((role) => !isNamed || role !== 'month')
  const isPadded = isNamed
    ? pieces.some((piece) => /^0\d$/.test(piece))
    : !pieces.some((piece) => /^\d$/.test(piece))
  let index = 0
  return model.replace(
    /(\d+)(st|nd|rd|th)?|\p{L}+/giu,
    (piece, digits: string | undefined, ending?: string) => {
      if (digits === undefined) return monthName.test(piece) ? monthNameLike(day.month, piece) : piece
      const role = roles[index]
      index += 1
      if (role === undefined) return piece
      if (role === 'year') return digits.length === 2 ? two(day.year % 100) : String(day.year)
      return `${isPadded ? two(day[role]) : day[role]}${ending === undefined ? '' : endingLike(ending, day.day)}`
    },
  )
}

const rolesInOrder: Readonly<Record<DateOrder, readonly (keyof CalendarDay)[]>> = {
  dayMonthYear: ['day', 'month', 'year'],
  monthDayYear: ['month', 'day', 'year'],
  yearMonthDay: ['year', 'month', 'day'],
}

function endingLike(model: string, day: number): string {
  return model === model.toUpperCase() ? ordinalSuffix(day).toUpperCase() : ordinalSuffix(day)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
