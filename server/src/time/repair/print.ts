/** Prints times as ISO 8601 for machines, in words for people, and in the writer's own format for edits. */

import type { ResolvedTime } from '../resolved/resolved.ts'
import type { WrittenClock } from '../written/written.ts'
import { offsetName } from '../written/zone.ts'

/**
 * `2024-05-10T02:00:00+00:00`, without the parts that are unknown: `2024-05-10T02:00:00` has no offset,
 * `--05-10T02:00:00` no year, `T02:00:00+03:00` no date, `2024-05-10` no clock. Null if there is no time at
 * all.
 */
export function formatIso(time: ResolvedTime): string | null {
  if (time.wall === null || time.zone.key === 'since the start') return null
  const [day = '', clock = ''] = new Date(time.wall).toISOString().slice(0, 19).split('T')
  const date = { dated: day, yearless: day.replace(/^\d{4}/, '-'), undated: '' }[time.date.calendar]
  if (time.precision === 'day') return date === '' ? null : date
  return `${date}T${clock}${time.offsetMinutes === null ? '' : offsetName(time.offsetMinutes)}`
}

/** `2024-05-10T02:00:00Z`, or null if the instant is unknown. */
export function formatUtc(time: ResolvedTime): string | null {
  return time.instant === null ? null : `${new Date(time.instant).toISOString().slice(0, 19)}Z`
}

/** `+00:45`, `-01:30`, `+26:05`. */
export function formatElapsed(minutes: number): string {
  const whole = Math.round(minutes)
  const size = Math.abs(whole)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${whole < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** `45 minutes`, `3 hours 30 minutes`, `1 day 2 hours`. */
export function formatDuration(minutes: number): string {
  const duration = splitDuration(minutes)
  const parts = [
    plural(duration.days, 'day'),
    plural(duration.hours, 'hour'),
    plural(duration.minutes, 'minute'),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '0 minutes' : parts.join(' ')
}

/** `45 min`, `1 h 20 min`, `2 d 3 h`. */
export function shortDuration(minutes: number): string {
  const whole = Math.round(minutes)
  const parts = [
    [Math.floor(whole / 1440), 'd'],
    [Math.floor((whole % 1440) / 60), 'h'],
    [whole % 60, 'min'],
  ] as const
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return shown.length === 0 ? '0 min' : shown.join(' ')
}

/** In whole minutes, without a sign. */
export function splitDuration(minutes: number): {
  readonly days: number
  readonly hours: number
  readonly minutes: number
} {
  const whole = Math.round(Math.abs(minutes))
  return {
    days: Math.floor(whole / 1440),
    hours: Math.floor((whole % 1440) / 60),
    minutes: whole % 60,
  }
}

function plural(count: number, unit: string): string {
  if (count === 0) return ''
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

export function timeOfDay(wall: number): TimeOfDay {
  const date = new Date(wall)
  return { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() }
}

/**
 * Prints another time in the model's format. `padHour` tells whether its list writes `09:00 AM` or `9:00 AM`,
 * which a model such as `11:00 AM` does not show; see `padsHours`.
 */
export function printClockLike(model: WrittenClock, time: TimeOfDay, padHour: boolean): string {
  const digits = /\d/.test(model.text)
  const half = /(?<gap>\s{0,2})(?<letters>[ap](?:\s?\.?m\.?)?)$/i.exec(model.text)?.groups
  const usesHalves = half !== undefined && model.form !== 'bare' ? true : model.meridiem !== null
  const hour = usesHalves ? ((time.hour + 11) % 12) + 1 : time.hour
  const hours = padHour || model.form === 'bare' ? String(hour).padStart(2, '0') : String(hour)
  const minutes = String(time.minute).padStart(2, '0')
  const tail = usesHalves
    ? halfLike(half, time.hour)
    : (/\s?h(?:ou)?rs?$|(?<=\d{4})\s?h$/i.exec(model.text)?.[0] ?? '')
  if (!digits) return `${String(time.hour).padStart(2, '0')}:${minutes}`
  if (model.precision === 'hour' && time.minute === 0) return `${hours}${tail}`
  const separator = /^\d{1,2}(\s?[:;.hH]\s?)\d/.exec(model.text)?.[1] ?? (model.form === 'bare' ? '' : ':')
  const seconds = model.precision === 'second' ? `:${String(time.second).padStart(2, '0')}` : ''
  return `${hours}${separator}${minutes}${seconds}${tail}`
}

function halfLike(model: Readonly<Record<string, string>> | undefined, hour: number): string {
  const letters = model?.letters ?? 'am'
  const first = hour < 12 ? 'a' : 'p'
  const isCapital = letters.charAt(0) !== letters.charAt(0).toLowerCase()
  return `${model?.gap ?? ' '}${isCapital ? first.toUpperCase() : first}${letters.slice(1)}`
}

/**
 * Returns whether a list writes hours below ten with a leading zero. If no hour is below ten, 24-hour clocks
 * get one and 12-hour clocks do not.
 */
export function padsHours(clocks: readonly WrittenClock[]): boolean {
  const singleDigitHour = clocks.find(({ text }) => /^(?:0\d|\d(?!\d))/.test(text))
  if (singleDigitHour !== undefined) return singleDigitHour.text.startsWith('0')
  return !clocks.some(({ meridiem }) => meridiem !== null)
}
