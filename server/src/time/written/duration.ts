/** Reads durations: "2 hours 15 minutes", `1h30`, `~9h`, "two and a half hours". */

import { readAmount } from './amount.ts'
import { findFrom, isWordCharacter, matchAt, row } from './grammar.ts'
import type { Span } from './written.ts'

export interface WrittenDuration extends Span {
  readonly minutes: number
  /** The smallest step that the writer counted in, in minutes: 60 for "2 hours", 30 for "half an hour". */
  readonly granularityMinutes: number
  readonly approximate: boolean
  /** "under 3 hrs" is `below`, "over an hour" is `above`. */
  readonly bound: 'below' | 'above' | null
}

export interface DurationOptions {
  /** True if the caller knows that the value is a duration, so that `01:30` and `01:30:00` can be one. */
  readonly clockForm: boolean
}

interface Unit {
  readonly minutes: number
  readonly pattern: RegExp
}

/** From the largest to the smallest: the parts of one duration may only go down this list. */
const units: readonly Unit[] = [
  { minutes: 10_080, pattern: row('weeks?|wks?|w') },
  { minutes: 1440, pattern: row('days?|d') },
  { minutes: 60, pattern: row('hours?|hrs?|h') },
  { minutes: 1, pattern: row('minutes?|mins?|m') },
  { minutes: 1 / 60, pattern: row('seconds?|secs?|s') },
]

interface Part {
  readonly end: number
  readonly minutes: number
  readonly unit: number
  readonly step: number
  readonly approximate: boolean
}

const approximation = row(
  '(?: [~≈∼]\\s? | ± | (?: about|around|approximately|approx\\.?|roughly|circa|ca\\.|nearly|almost|some|an\\sestimated ) \\s{1,3} )',
)
const below = row(
  '(?: (?:under|less\\sthan|within|up\\sto|at\\smost|below|no\\smore\\sthan) \\s{1,3} | [<≤]\\s? )',
)
const above = row('(?: (?:over|more\\sthan|at\\sleast|above|longer\\sthan) \\s{1,3} | [>≥]\\s? )')
const beforeUnit = row('(?: \\s{0,3} | - ) (?=\\p{L})')
const minutesAfterHours = row('(?<minutes>[0-5]\\d) ■ (?!:)')
const joint = row('\\s{0,3} (?: (?: , | : | & | \\+ | ,?\\s?and(?=\\s) ) \\s{0,3} )?')

/** The duration at exactly this offset. */
export function readDuration(
  text: string,
  start = 0,
  options: DurationOptions = { clockForm: false },
): WrittenDuration | null {
  const opened = skipOpening(text, start)
  const clock = options.clockForm ? readClockForm(text, opened.end) : null
  const parts = clock === null ? readParts(text, opened.end) : [clock]
  const last = parts.at(-1)
  if (last === undefined) return null
  return {
    start,
    end: last.end,
    text: text.slice(start, last.end),
    minutes: round(parts.reduce((sum, part) => sum + part.minutes, 0)),
    granularityMinutes: round(Math.min(...parts.map((part) => part.step))),
    approximate: opened.approximate || parts.some((part) => part.approximate),
    bound: opened.bound,
  }
}

/** All durations in a value, in the order of the text. */
export function findDurations(text: string): readonly WrittenDuration[] {
  const found: WrittenDuration[] = []
  let start = findFrom(beginning, text, 0)
  while (start !== -1) {
    const duration = readDuration(text, start)
    if (duration !== null) found.push(duration)
    start = findFrom(beginning, text, duration?.end ?? start + 1)
  }
  return found
}

const beginning = /(?<![\p{L}\p{N}]|\d[.:,-])[\p{L}\d~≈∼±<>≤≥½¼¾]/gu

function skipOpening(text: string, start: number): Opening {
  let opening: Opening = { end: start, approximate: false, bound: null }
  for (let words = 0; words < 3; words += 1) {
    const next = readOpeningWord(text, opening)
    if (next === null) break
    opening = next
  }
  return opening
}

interface Opening {
  readonly end: number
  readonly approximate: boolean
  readonly bound: 'below' | 'above' | null
}

function readOpeningWord(text: string, opening: Opening): Opening | null {
  const vague = matchAt(approximation, text, opening.end)
  if (vague !== null) return { ...opening, end: vague.end, approximate: true }
  const under = matchAt(below, text, opening.end)
  if (under !== null) return { end: under.end, approximate: true, bound: 'below' }
  const over = matchAt(above, text, opening.end)
  return over === null ? null : { end: over.end, approximate: true, bound: 'above' }
}

function readParts(text: string, start: number): readonly Part[] {
  if (!/[\p{L}\d½¼¾]/u.test(text[start] ?? '')) return []
  const special = readSpecial(text, start)
  if (special !== null) return [special]
  const parts: Part[] = []
  let position = start
  while (parts.length < units.length) {
    const part = readPart(text, position, parts.at(-1)?.unit ?? -1)
    if (part === null) break
    parts.push(part)
    position = matchAt(joint, text, part.end)?.end ?? part.end
  }
  return addTrailingHalf(text, parts)
}

function readPart(text: string, start: number, largerUnit: number): Part | null {
  const amount = readAmount(text, start)
  if (amount === null) return null
  const blank = matchAt(beforeUnit, text, amount.end)
  if (blank !== null) {
    for (const [index, unit] of units.entries()) {
      if (index <= largerUnit) continue
      const match = matchAt(unit.pattern, text, blank.end)
      if (match === null || !endsUnit(text, match.end)) continue
      const minutes = amount.value * unit.minutes
      const step = amount.step * unit.minutes
      return { end: match.end, minutes, unit: index, step, approximate: amount.approximate === true }
    }
  }
  return readMinutesAfterHours(text, start, largerUnit)
}

/** The 30 of `1h30`. */
function readMinutesAfterHours(text: string, start: number, largerUnit: number): Part | null {
  if (units[largerUnit]?.minutes !== 60 || isBlank(text[start - 1])) return null
  const match = matchAt(minutesAfterHours, text, start)
  if (match === null) return null
  return { end: match.end, minutes: Number(match.groups.minutes), unit: 3, step: 1, approximate: false }
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}

/** A unit ends its word, or runs into the next number: `1h30m`. */
function endsUnit(text: string, end: number): boolean {
  return !isWordCharacter(text[end]) || /\d/.test(text[end] ?? '')
}

interface SpecialRow {
  readonly pattern: RegExp
  readonly minutes: number
  readonly step: number
}

const specialRows: readonly SpecialRow[] = [
  { pattern: row('half \\s{1,3} (?:an \\s{1,3})? hour (?!\\p{L})'), minutes: 30, step: 30 },
  { pattern: row('a \\s{1,3} half \\s{1,3} hour (?!\\p{L})'), minutes: 30, step: 30 },
  { pattern: row('half \\s{1,3} a \\s{1,3} day (?!\\p{L})'), minutes: 720, step: 720 },
  {
    pattern: row('(?:a\\s{1,3})? quarter \\s{1,3} (?:of \\s{1,3})? (?:an \\s{1,3})? hour (?!\\p{L})'),
    minutes: 15,
    step: 15,
  },
  {
    pattern: row('three \\s{1,3} quarters \\s{1,3} of \\s{1,3} an \\s{1,3} hour (?!\\p{L})'),
    minutes: 45,
    step: 15,
  },
]

function readSpecial(text: string, start: number): Part | null {
  for (const entry of specialRows) {
    const match = matchAt(entry.pattern, text, start)
    if (match !== null)
      return { end: match.end, minutes: entry.minutes, unit: 2, step: entry.step, approximate: false }
  }
  return null
}

const trailingFraction = row('\\s{1,3} and \\s{1,3} (?:a \\s{1,3})? (?<fraction>half|quarter) (?!\\p{L})')

/** "an hour and a half". */
function addTrailingHalf(text: string, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1)
  const match = last === undefined ? null : matchAt(trailingFraction, text, last.end)
  if (last === undefined || match === null) return parts
  const share = match.groups.fraction?.toLowerCase() === 'half' ? 0.5 : 0.25
  const unitMinutes = units[last.unit]?.minutes ?? 0
  return [
    ...parts.slice(0, -1),
    { ...last, end: match.end, minutes: last.minutes + share * unitMinutes, step: share * unitMinutes },
  ]
}

/** Nothing else may follow in the same place: `10:00 AM` and `10:00 - 12:30` are times of day. */
const clockForm = row(
  '(?<hours>\\d{1,3}) : (?<minutes>[0-5]\\d) (?: :(?<seconds>[0-5]\\d) )? (?: \\s?h(?:ours?|rs?)? ■ )?' +
    '(?= \\s{0,4} (?: $ | [,;.()\\[\\]|] ) )',
)

function readClockForm(text: string, start: number): Part | null {
  const match = matchAt(clockForm, text, start)
  if (match === null) return null
  const { hours, minutes, seconds } = match.groups
  const total = Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60
  return {
    end: match.end,
    minutes: total,
    unit: 3,
    step: seconds === undefined ? 1 : 1 / 60,
    approximate: false,
  }
}

function round(minutes: number): number {
  return Math.round(minutes * 1000) / 1000
}
