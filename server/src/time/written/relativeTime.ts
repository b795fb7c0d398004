/** Reads relative times such as `T+15m` and placeholders such as `HH:mm`. */

import { readClockPlaceholder } from './clock.ts'
import { readDatePlaceholder } from './date.ts'
import { matchAt, row, span } from './grammar.ts'
import type { WrittenTime } from './written.ts'

const relativePatterns: readonly RegExp[] = [
  row('T \\s? (?<sign>[+\\-−]) \\s? (?<minutes>\\d{1,4}) [\\-–] \\d{1,4} \\s? m(?:in(?:ute)?s?)? ■ (?!:)'),
  row('T \\s? (?<sign>[+\\-−]) \\s? (?<hours>\\d{1,3}) [\\-–] \\d{1,3} \\s? h(?:ours?|rs?)? ■ (?!:)'),
  row(
    'T \\s? (?<sign>[+\\-−]) \\s? (?: (?<hours>\\d{1,3}) \\s?h(?:ours?|rs?)? \\s? )? (?: (?<minutes>\\d{1,4}) \\s? m(?:in(?:ute)?s?)? )? ■ (?!:)',
  ),
  row('T \\s? (?<sign>[+\\-−]) \\s? (?<hours>\\d{1,3}) : (?<minutes>\\d{2}) (?: :\\d{2})? ■ (?!:)'),
  row('T \\s? (?<sign>[+\\-−]) \\s? (?<minutes>\\d{1,4}) ■ (?!:)'),
  row('T (?<minutes>0) ■ (?!:)'),
  row(
    '(?<sign>[+]) (?: (?<hours>\\d{1,3}) \\s?h(?:ours?|rs?)? \\s? )? (?<minutes>\\d{1,4}) \\s? m(?:in(?:ute)?s?)? ■ (?!:)',
  ),
  row('(?<sign>[+]) (?<hours>\\d{1,3}) \\s? h(?:ours?|rs?)? ■ (?!:)'),
  row('[(]? (?<sign>[+]) (?<hours>\\d{1,3}) : (?<minutes>\\d{2}) (?: :\\d{2})? [)]? ■ (?!:)'),
]

/** `T+15m`, `+5m`, `T-0`, `(+00:15)` or the first of `T+30-45m`, counted from the start of the incident. */
export function readRelative(text: string, start: number): WrittenTime | null {
  if (!/[T+(]/i.test(text[start] ?? '')) return null
  for (const pattern of relativePatterns) {
    const match = matchAt(pattern, text, start)
    if (match === null || (match.groups.hours === undefined && match.groups.minutes === undefined)) continue
    const size = Number(match.groups.hours ?? 0) * 60 + Number(match.groups.minutes ?? 0)
    const isBefore = match.groups.sign !== undefined && match.groups.sign !== '+' && size > 0
    return { ...empty(text, start, match.end), relativeMinutes: isBefore ? -size : size }
  }
  return null
}

/** `YYYY-MM-DD HH:mm`, `Time TBC`. */
export function readPlaceholder(text: string, start: number): WrittenTime | null {
  const first = readDatePlaceholder(text, start) ?? readClockPlaceholder(text, start)
  if (first === null) return null
  const second = readClockPlaceholder(text, first.end + (text[first.end] === ' ' ? 1 : 0))
  const problems = second === null ? [first] : [first, second]
  return { ...empty(text, start, second?.end ?? first.end), problems }
}

function empty(text: string, start: number, end: number): WrittenTime {
  const own = span(text, start, end)
  return {
    ...own,
    own,
    date: null,
    clock: null,
    zone: null,
    approximate: false,
    relativeMinutes: null,
    nextDay: false,
    until: null,
    alternative: null,
    problems: [],
  }
}
