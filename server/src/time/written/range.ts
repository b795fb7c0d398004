/** Joins two times into a range, in which an AM or PM at one end can hold for the other. */

import { span } from './grammar.ts'
import type { WrittenClock, WrittenTime } from './written.ts'

/** A meridiem reaches across the range, and the range has the problems of both ends. */
export function joinRange(text: string, first: WrittenTime, until: WrittenTime): WrittenTime {
  const [from, to] = shareMeridiem(first.clock, until.clock)
  return {
    ...first,
    ...span(text, first.start, until.end),
    clock: from,
    until: { ...until, clock: to },
    problems: [...first.problems, ...until.problems],
  }
}

function shareMeridiem(
  from: WrittenClock | null,
  to: WrittenClock | null,
): readonly [WrittenClock | null, WrittenClock | null] {
  if (from === null || to === null) return [from, to]
  if (from.meridiem === null && to.meridiem !== null && isTwelveHour(from)) {
    const same = withMeridiem(from, to.meridiem)
    return [minuteOfDay(same) <= minuteOfDay(to) ? same : withMeridiem(from, 'am'), to]
  }
  if (to.meridiem === null && from.meridiem !== null && isTwelveHour(to)) {
    const same = withMeridiem(to, from.meridiem)
    return [from, minuteOfDay(same) >= minuteOfDay(from) ? same : withMeridiem(to, 'pm')]
  }
  return [from, to]
}

function isTwelveHour(clock: WrittenClock): boolean {
  return clock.hour >= 1 && clock.hour <= 12
}

function minuteOfDay(clock: WrittenClock): number {
  return clock.hour * 60 + clock.minute
}

function withMeridiem(clock: WrittenClock, meridiem: 'am' | 'pm'): WrittenClock {
  const hour = (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0)
  return { ...clock, hour, meridiem, meridiemIsImplied: true }
}
