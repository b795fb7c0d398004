/** The proleptic Gregorian calendar, in whole days. Day 0 is 1 January 1970. */

import type { CalendarDay } from './written.ts'

export const minutesPerDay = 1440
export const millisecondsPerMinute = 60_000
export const millisecondsPerDay = 86_400_000

export function dayNumber(day: CalendarDay): number {
  return Math.floor(Date.UTC(day.year, day.month - 1, day.day) / millisecondsPerDay)
}

export function dayFromNumber(number: number): CalendarDay {
  const date = new Date(number * millisecondsPerDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `2024-05-10` */
export function isoDay({ year, month, day }: CalendarDay): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

export function isRealDay(month: number, day: number, year: number | null): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year)
}

/** Without a year February has 29 days: the date may be right. */
function daysInMonth(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
