/** Reads a clock time. A row is a form; adding a form is adding a row and its example in the test. */

import { readDate } from './date.ts'
import { type Groups, isWordCharacter, matchAt, row, span } from './grammar.ts'
import type { Meridiem, TimeProblem, TimeProblemKind, WrittenClock } from './written.ts'
import { readZone } from './zone.ts'

export interface ClockReading {
  readonly clock: WrittenClock
  readonly problems: readonly TimeProblem[]
}

/** The surroundings that make it more likely that digits are a clock. */
export interface ClockSurroundings {
  /** A date comes directly before: `2022-03-10 11.50`. */
  readonly followsDate: boolean
  /** The text is the head of an entry, where `1625:` and `15.26 -` can only be clocks. */
  readonly atHead: boolean
}

interface ClockRow {
  readonly form: string
  readonly pattern: RegExp
  /** Such digits also occur as versions, counts and years, so something beside them must say "time". */
  readonly needsCompany?: true
  readonly problem?: TimeProblemKind
}

const meridiem = '(?<gap>\\s{0,2}) (?<meridiem>[ap]\\.m\\. | [ap]\\s?\\.?m) ■'
const meridiemOrNone = `(?: ${meridiem} )?`
const seconds = '(?: :(?<second>\\d{2}) (?:[.,]\\d{1,9})? )?'

const clockRows: readonly ClockRow[] = [
  { form: 'colon', pattern: row(`(?<hour>\\d{1,2}) : (?<minute>\\d{2}) ${seconds} ${meridiemOrNone}`) },
  { form: 'hours-word', pattern: row('(?<hour>\\d{1,2}) : (?<minute>\\d{2}) (?<suffix>\\s?h(?:ou)?rs?■)') },
  { form: 'spaced-colon', pattern: row(`(?<hour>\\d{1,2}) \\s?:\\s? (?<minute>\\d{2}) ${meridiem}`) },
  {
    form: 'semicolon',
    pattern: row(`(?<hour>\\d{1,2}) ; (?<minute>\\d{2}) ${meridiemOrNone}`),
    needsCompany: true,
    problem: 'separator-unusual',
  },
  {
    form: 'dot',
    pattern: row(`(?<hour>\\d{1,2}) \\. (?<minute>\\d{2}) ${meridiemOrNone}`),
    needsCompany: true,
  },
  // The `7` of `07:7:47` has lost a digit, and nobody can say which.
  {
    form: 'minute-short',
    pattern: row('(?<hour>\\d{1,2}) : (?<minute>\\d) : (?<second>\\d{2})'),
    problem: 'clock-invalid',
  },
  { form: 'letter', pattern: row('(?<hour>\\d{1,2}) h (?<minute>\\d{2})') },
  {
    form: 'bare',
    pattern: row(`(?<hour>\\d{2}) (?<minute>\\d{2}) (?: ${meridiem} | (?<suffix>\\s?h(?:(?:ou)?rs?)?■) )?`),
    needsCompany: true,
  },
  { form: 'hour-meridiem', pattern: row(`(?<hour>\\d{1,2}) ${meridiem}`) },
  {
    form: 'short-meridiem',
    pattern: row('(?<hour>\\d{1,2}) (?: :(?<minute>\\d{2}) ) (?<meridiem>[ap])'),
    problem: 'meridiem-short',
  },
  { form: 'hour-colon', pattern: row(`(?<hour>\\d{1,2}) : ${meridiem}`), problem: 'minute-missing' },
  {
    form: 'incomplete-meridiem',
    pattern: row('(?<hour>\\d{1,2}) : (?<minute>\\d{2}) (?<gap>\\s?) (?<suffix>M)', ''),
    problem: 'meridiem-incomplete',
  },
  { form: 'clock-word', pattern: row("(?<hour>\\d{1,2}) \\s?o['’]clock (?:\\s(?<meridiem>[ap]\\.?m))?") },
  { form: 'noon', pattern: row('(?: (?:12(?::00)?\\s)? noon | 12(?::00)?\\snoon )') },
  { form: 'midnight', pattern: row('(?: (?:12|0?0)(?::00)?\\s )? midnight') },
  {
    form: 'range-hour',
    pattern: row(`(?<hour>1[0-2]|0?[1-9]) (?= ␣(?:-|–|—|to)␣ \\d{1,2} (?::\\d{2})? \\s{0,2} [ap]\\.?m ■ )`),
  },
]

/** All others begin with a digit. */
const rowsOfLetters = clockRows.filter(({ form }) => form === 'noon' || form === 'midnight')

const hourPlaceholders = row(
  '(?: hh[:.]?mm(?::ss)? | xx[:.]?xx | [?]{1,2}:[?]{1,2} | --:-- | __:__ | (?:time\\s)?(?:tbc|tbd) )' +
    '■ (?!:)',
)

/** The clock at exactly this offset, in the longest form that matches there. */
export function readClock(text: string, start: number, surroundings: ClockSurroundings): ClockReading | null {
  const first = text[start] ?? ''
  if (!/[\dnm]/i.test(first)) return null
  let best: ClockReading | null = null
  for (const entry of /\d/.test(first) ? clockRows : rowsOfLetters) {
    const match = matchAt(entry.pattern, text, start)
    if (match === null || (best !== null && best.clock.end >= match.end)) continue
    if (!endsCleanly(text, match.end)) continue
    if (entry.needsCompany && !hasCompany(text, start, match.end, entry, match.groups, surroundings)) continue
    best = interpret(text, start, match.end, entry, match.groups)
  }
  return best
}

/** `HH:mm`, `??:??` or `Time TBC` in place of a time. */
export function readClockPlaceholder(text: string, start: number): TimeProblem | null {
  const match = matchAt(hourPlaceholders, text, start)
  return match === null ? null : { ...span(text, start, match.end), kind: 'placeholder', repaired: null }
}

/** No digit or letter directly follows a clock, except an attached zone: `12.39UTC`. */
function endsCleanly(text: string, end: number): boolean {
  if (/^(?:[:.;,]?\d|[-/]\d{1,2}[-/]|%)/.test(text.slice(end, end + 4))) return false
  return (
    !isWordCharacter(text[end]) ||
    readZone(text, end) !== null ||
    /^ish(?!\p{L})/u.test(text.slice(end, end + 4))
  )
}

function hasCompany(
  text: string,
  start: number,
  end: number,
  entry: ClockRow,
  groups: Groups,
  surroundings: ClockSurroundings,
): boolean {
  if (groups.meridiem !== undefined || groups.suffix !== undefined || surroundings.followsDate) return true
  const zoneStart = end + (/^\s{0,2}\(?/.exec(text.slice(end, end + 3))?.[0].length ?? 0)
  if (readZone(text, zoneStart) !== null || readDate(text, zoneStart) !== null) return true
  if (!surroundings.atHead || entry.form === 'semicolon') return false
  const digits = text.slice(start, end)
  // "2022:" is more often a year than the time 20:22, and "1.17 -" is a version.
  if (/^(?:19|20)\d\d$/.test(digits) || /^\d\./.test(digits)) return false
  return /^(?:\s{0,4}(?:[-–—:\])|~,]|$))/.test(text.slice(end, end + 5))
}

function interpret(text: string, start: number, end: number, entry: ClockRow, groups: Groups): ClockReading {
  const word = { noon: 12, midnight: 0 }[entry.form]
  const written = word ?? Number(groups.hour)
  const minute = Number(groups.minute ?? 0)
  const second = Number(groups.second ?? 0)
  const half = meridiemOf(groups.meridiem)
  const clock: WrittenClock = {
    start,
    end,
    text: text.slice(start, end),
    form: entry.form,
    hour: hourOfDay(written, half),
    minute,
    second,
    precision: groups.second !== undefined ? 'second' : groups.minute !== undefined ? 'minute' : 'hour',
    meridiem: half,
    meridiemIsImplied: false,
  }
  return { clock, problems: problemsOf(clock, written, half, entry, groups) }
}

function problemsOf(
  clock: WrittenClock,
  writtenHour: number,
  half: Meridiem | null,
  entry: ClockRow,
  groups: Groups,
): readonly TimeProblem[] {
  const problem = (kind: TimeProblemKind, repaired: string | null): readonly TimeProblem[] => [
    { start: clock.start, end: clock.end, text: clock.text, kind, repaired },
  ]
  const isMidnightAtTheEnd = writtenHour === 24 && clock.minute === 0 && clock.second === 0
  if ((writtenHour > 23 && !isMidnightAtTheEnd) || clock.minute > 59 || clock.second > 59) {
    return problem('clock-invalid', null)
  }
  if (half === 'pm' && writtenHour > 12) {
    const gap = (groups.gap ?? '').length + (groups.meridiem ?? '').length
    const repaired = clock.text.slice(0, clock.text.length - gap)
    return problem('meridiem-redundant', clock.precision === 'hour' ? `${writtenHour}:00` : repaired)
  }
  if ((half === 'am' && writtenHour > 12) || (half === 'pm' && writtenHour === 0)) {
    return problem('meridiem-contradictory', null)
  }
  if (entry.problem === undefined) return []
  return problem(entry.problem, repairs[entry.problem]?.(clock.text) ?? null)
}

const repairs: Partial<Record<TimeProblemKind, (text: string) => string>> = {
  'separator-unusual': (text) => text.replace(';', ':'),
  'meridiem-short': (text) => `${text.slice(0, -1)} ${text.slice(-1)}m`.replace(/ ([AP])m$/, ' $1M'),
  'minute-missing': (text) => text.replace(':', ':00 ').replace(/\s{2,9}/, ' '),
}

function meridiemOf(written: string | undefined): Meridiem | null {
  if (written === undefined) return null
  return written.toLowerCase().startsWith('a') ? 'am' : 'pm'
}

function hourOfDay(written: number, half: Meridiem | null): number {
  if (half === 'pm' && written < 12) return written + 12
  if (half === 'am' && written === 12) return 0
  return written
}
