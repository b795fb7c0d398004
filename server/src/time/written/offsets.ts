/**
 * Zone data from `Intl`: the offset of a region at an instant, and the instants that a wall clock in it can
 * mean.
 */

import { millisecondsPerMinute } from './calendar.ts'

/** Making a formatter is slow, so each is made once. Only real regions enter: a few hundred at most. */
const formatters = new Map<string, Intl.DateTimeFormat>()

export function isRegion(name: string): boolean {
  return formatterFor(name) !== null
}

/** The offset from UTC in minutes, or null for a region that `Intl` does not know. */
export function offsetAt(region: string, instant: number): number | null {
  const formatter = formatterFor(region)
  if (formatter === null || Number.isNaN(new Date(instant).getTime())) return null
  const parts: Record<string, number> = {}
  for (const part of formatter.formatToParts(instant)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / millisecondsPerMinute)
}

export interface LocalInstants {
  /** None in a daylight-saving gap, two in an overlap (the earlier first), else one. */
  readonly instants: readonly number[]
  /** The offset before the change: what a clock that was never put forward still shows. */
  readonly offsetBefore: number
}

/** `wall` is the wall clock written as if it were UTC, in epoch milliseconds. */
export function instantsOfWall(region: string, wall: number): LocalInstants | null {
  const halfDay = 720 * millisecondsPerMinute
  const before = offsetAt(region, wall - halfDay - halfDay)
  const after = offsetAt(region, wall + halfDay + halfDay)
  if (before === null || after === null) return null
  const candidates = [...new Set([before, after])].map((offset) => wall - offset * millisecondsPerMinute)
  const instants = candidates
    .filter((instant) => offsetAt(region, instant) === (wall - instant) / millisecondsPerMinute)
    .sort((first, second) => first - second)
  return { instants, offsetBefore: before }
}

function formatterFor(region: string): Intl.DateTimeFormat | null {
  const known = formatters.get(region)
  if (known !== undefined) return known
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: region,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(region, formatter)
    return formatter
  } catch {
    return null
  }
}
