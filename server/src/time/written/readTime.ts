/**
 * Reads one written time: a date, a clock and a zone in any order that people write, a range of two, or the
 * same moment in a second zone. A time has a bounded number of pieces, so a call takes constant time.
 */

import { readClock } from './clock.ts'
import { readDate, readWeekday } from './date.ts'
import { matchAt, row, span } from './grammar.ts'
import { joinRange } from './range.ts'
import { readPlaceholder, readRelative } from './relativeTime.ts'
import type { TimeProblem, WrittenClock, WrittenDate, WrittenTime, WrittenZone } from './written.ts'
import { readSpokenZone, readZone } from './zone.ts'

export interface ReadOptions {
  /** False in the middle of a field's value, where `1625:` and `15.26 -` are not clocks. */
  readonly atHead: boolean
  /** False within the time in a second zone, which has no further alternative. */
  readonly mayAlternate: boolean
}

const headOptions: ReadOptions = { atHead: true, mayAlternate: true }

/** The time written at exactly this offset. Opening brackets and markup are the caller's to skip. */
export function readWrittenTime(
  text: string,
  start = 0,
  options: ReadOptions = headOptions,
): WrittenTime | null {
  const first = readRelative(text, start) ?? readSingle(text, start, options) ?? readPlaceholder(text, start)
  if (first === null) return null
  const until = readUntil(text, first, options)
  return until === null ? first : joinRange(text, first, until)
}

/** The parts of a time while it is being read. */
interface Pieces {
  date: WrittenDate | null
  clock: WrittenClock | null
  zone: WrittenZone | null
  approximate: boolean
  nextDay: boolean
  alternative: WrittenTime | null
  problems: TimeProblem[]
  /** The start of the first piece, and the end of the last. */
  start: number
  end: number
}

const approximation = row(
  '(?: [~≈∼]\\s? | ±(?=\\d) | (?:around|about|approximately|approx\\.?|roughly|circa|ca\\.|c\\.) \\s{1,3} (?:at\\s)? )',
)
const approximationAfter = row(
  '\\s{0,2} (?: \\( (?:approx\\.?|approximately|ish|roughly|about|estimated|est\\.) \\) | ish ) ■',
)
const leadingWords = row('(?: (?:at|on|from|between|since|by|starting|started|the) \\s{1,3} )')
const nextDayWords = row(
  '[(]? (?: (?:the\\s)? (?:next|following) \\s day | \\+1\\s?(?:d|day) | (?<=[(])\\+1(?=[)]) ) ■ [)]? ,?',
)
const glue = row(
  '\\s{0,8} (?: (?: [,;@|·] | - (?=\\s) | [–—] | at(?=\\s) | on(?=\\s) | of(?=\\s) ) \\s{0,4} )? (?:[~≈])?',
)
/** At the head of an entry a dash begins the description: `10:00 - May 5 release deployed`. */
const headGlue = row('\\s{0,8} (?: (?: [,@] | at(?=\\s) | on(?=\\s) | of(?=\\s) ) \\s{0,4} )? (?:[~≈])?')
const opening = row('\\s{0,4} [(\\[]\\s?')
const closing = row('\\s?[)\\]]')

const slash = row('\\s? / \\s?')

const maxPieces = 6

function readSingle(text: string, start: number, options: ReadOptions): WrittenTime | null {
  const pieces = emptyPieces(start)
  let position = skipLeading(text, start, pieces)
  pieces.start = position
  for (let count = 0; count < maxPieces; count += 1) {
    const end = takePiece(text, position, pieces, options)
    if (end === null) break
    pieces.end = end
    position = afterGlue(text, pieces, options)
  }
  if (pieces.date === null && pieces.clock === null) return null
  if (pieces.clock === null && pieces.date?.form === 'weekday') return null
  const trailing = matchAt(approximationAfter, text, pieces.end)
  if (trailing !== null) {
    pieces.approximate = true
    pieces.end = trailing.end
  }
  return build(text, pieces)
}

function skipLeading(text: string, start: number, pieces: Pieces): number {
  let position = start
  for (let words = 0; words < 3; words += 1) {
    const skipped = matchAt(leadingWords, text, position)
    if (skipped !== null) position = skipped.end
    const approximated = matchAt(approximation, text, position)
    if (approximated !== null) pieces.approximate = true
    position = approximated?.end ?? position
    if (skipped === null && approximated === null) break
  }
  return position
}

function emptyPieces(start: number): Pieces {
  return {
    date: null,
    clock: null,
    zone: null,
    approximate: false,
    nextDay: false,
    alternative: null,
    problems: [],
    start,
    end: start,
  }
}

/** Takes the next piece at the offset and returns its end, or null if nothing there belongs to the time. */
function takePiece(text: string, position: number, pieces: Pieces, options: ReadOptions): number | null {
  return (
    takeDate(text, position, pieces) ??
    takeClock(text, position, pieces, options) ??
    takeZone(text, position, pieces) ??
    takeNextDay(text, position, pieces) ??
    takeWeekday(text, position, pieces) ??
    takeBracketed(text, position, pieces, options) ??
    takeSlashed(text, position, pieces, options)
  )
}

function takeDate(text: string, position: number, pieces: Pieces): number | null {
  if (pieces.date !== null && pieces.date.form !== 'weekday') return null
  const read = readDate(text, position)
  if (read === null) return null
  pieces.date = read.date
  pieces.problems.push(...read.problems)
  return read.date.end
}

function takeClock(text: string, position: number, pieces: Pieces, options: ReadOptions): number | null {
  if (pieces.clock !== null) return null
  const between = text.slice(pieces.end, position)
  const followsDate = pieces.end > pieces.start && !/[-–—|]/.test(between)
  const read = readClock(text, position, { followsDate, atHead: options.atHead })
  if (read === null) return null
  pieces.clock = read.clock
  pieces.problems.push(...read.problems)
  return read.clock.end
}

function takeZone(text: string, position: number, pieces: Pieces): number | null {
  if (pieces.zone !== null) return null
  const zone = readZone(text, position) ?? (pieces.clock === null ? null : readSpokenZone(text, position))
  if (zone === null) return null
  const isFirst = pieces.date === null && pieces.clock === null
  if (isFirst && !/^[:,]?\s{0,3}\d/.test(text.slice(zone.end, zone.end + 5))) return null
  if (pieces.clock === null && /^[+\-−]/.test(zone.text)) return null
  if (isEndOfRange(text, position, zone, pieces)) return null
  pieces.zone = zone
  return zone.end
}

/**
 * In `10:00-11:00` the second half is not an offset; in `2024-06-05T10:00-05:00` and after seconds it is one.
 */
function isEndOfRange(text: string, position: number, zone: WrittenZone, pieces: Pieces): boolean {
  if (!/^[-−]/.test(zone.text) || pieces.clock === null) return false
  if (!zone.text.includes(':')) return pieces.clock.form !== 'colon'
  const isIso = pieces.date !== null && /[Tt]/.test(text[pieces.clock.start - 1] ?? '')
  return !(position === pieces.clock.end && (isIso || pieces.clock.precision === 'second'))
}

function takeNextDay(text: string, position: number, pieces: Pieces): number | null {
  if (pieces.nextDay) return null
  const match = matchAt(nextDayWords, text, position)
  if (match === null) return null
  const leadsToClock = /^[\s,:at@-]{0,6}~?\d/.test(text.slice(match.end, match.end + 8))
  if (leadsToClock !== (pieces.clock === null)) return null
  pieces.nextDay = true
  return match.end
}

function takeWeekday(text: string, position: number, pieces: Pieces): number | null {
  if (pieces.date !== null) return null
  const weekday = readWeekday(text, position)
  if (weekday === null) return null
  pieces.date = weekday
  return weekday.end
}

/** `(UTC)`, `[EAT]`, `(10:00 EDT)`, `(January 22, 2024)`. */
function takeBracketed(text: string, position: number, pieces: Pieces, options: ReadOptions): number | null {
  const bracket = pieces.clock === null && pieces.date === null ? null : matchAt(opening, text, position)
  if (bracket === null) return null
  const zone = pieces.zone === null && pieces.clock !== null ? readZone(text, bracket.end) : null
  const zoneClosing = zone === null ? null : matchAt(closing, text, zone.end)
  if (zone !== null && zoneClosing !== null) {
    pieces.zone = zone
    return zoneClosing.end
  }
  const date = pieces.date === null ? readDate(text, bracket.end) : null
  const dateClosing = date === null ? null : matchAt(closing, text, date.date.end)
  if (date !== null && dateClosing !== null) {
    pieces.date = date.date
    pieces.problems.push(...date.problems)
    return dateClosing.end
  }
  return takeAlternative(text, bracket.end, pieces, options)
}

/** `14:00 UTC (10:00 EDT)`, and `14:00 (10:00 UTC)` of a writer who leaves out the zone of the place. */
function takeAlternative(text: string, start: number, pieces: Pieces, options: ReadOptions): number | null {
  if (pieces.clock === null || pieces.alternative !== null) return null
  const other = options.mayAlternate ? readSingle(text, start, { ...options, mayAlternate: false }) : null
  const end = other === null ? null : matchAt(closing, text, other.end)
  if (other?.clock == null || other.zone === null || end === null) return null
  pieces.alternative = other
  return end.end
}

/** `14:00 UTC / 10:00 EDT`. */
function takeSlashed(text: string, position: number, pieces: Pieces, options: ReadOptions): number | null {
  if (pieces.clock === null || pieces.zone === null || pieces.alternative !== null) return null
  const separator = matchAt(slash, text, position)
  if (separator === null) return null
  const other = options.mayAlternate
    ? readSingle(text, separator.end, { ...options, mayAlternate: false })
    : null
  if (other?.clock == null || other.zone === null) return null
  pieces.alternative = other
  return other.end
}

/** The offset at which the next piece would begin. Text between two pieces belongs to neither. */
function afterGlue(text: string, pieces: Pieces, options: ReadOptions): number {
  const end = pieces.end
  const isDateBeforeClock = pieces.date !== null && pieces.clock === null
  if (isDateBeforeClock && /^[Tt_]\d/.test(text.slice(end, end + 2))) return end + 1
  const pattern = isDateBeforeClock ? dateGlue : options.atHead ? headGlue : glue
  const match = matchAt(pattern, text, end)
  if (match === null) return end
  if (/[~≈]$/.test(text.slice(end, match.end)) && pieces.clock === null) pieces.approximate = true
  return match.end
}

/** More is allowed between a date and its clock: `2022-03-01: 10:00`, `May 5, around 10:00`. */
const dateGlue = row(
  '\\s{0,8} (?: (?: [,;:@|·] | [-–—] (?=\\s) | at(?=\\s) | from(?=\\s) | between(?=\\s) ){1,2} \\s{0,4} )?' +
    '(?: (?:at|from|between|around|about|approximately|approx\\.?)\\s{1,3} ){0,2} (?:[~≈]\\s?)?',
)

function build(text: string, pieces: Pieces): WrittenTime {
  const own = span(text, pieces.start, pieces.end)
  return {
    start: own.start,
    end: own.end,
    text: own.text,
    own,
    date: pieces.date,
    clock: pieces.clock,
    zone: pieces.zone,
    approximate: pieces.approximate,
    relativeMinutes: null,
    nextDay: pieces.nextDay,
    until: null,
    alternative: pieces.alternative,
    problems: pieces.problems,
  }
}

const rangeSeparator = row(
  '\\s{0,4} (?: (?:to|until|till|til|through|thru|and|up\\sto) (?=\\s) | -{1,2}>? | [–—−→~] ) \\s{0,4}',
)

/** The other end of a range: a clock, or a date if the first end is one too. */
function readUntil(text: string, first: WrittenTime, options: ReadOptions): WrittenTime | null {
  const separator = first.relativeMinutes === null ? matchAt(rangeSeparator, text, first.end) : null
  if (separator === null) return null
  const isBare = first.clock?.form === 'bare' || first.clock?.form === 'dot'
  const until = readSingle(text, separator.end, { ...options, atHead: options.atHead && isBare })
  if (until === null) return null
  if (first.clock !== null && until.clock === null) return null
  return beginsSentence(text, separator.end, until) ? null : until
}

/** "09:05 - At 09:02 a job ran" is not a range: a capital letter before the clock begins the description. */
function beginsSentence(text: string, start: number, until: WrittenTime): boolean {
  return until.start > start && /\p{Lu}/u.test(text[start] ?? '')
}
