import {
  dayNumber,
  isRealDay,
  millisecondsPerDay,
  millisecondsPerMinute,
} from '../../time/written/calendar.ts'
import { monthNumber } from '../../time/written/names.ts'
import { textOf } from './jsonFields.ts'

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)? ?(?<offset>Z|[+-]\d\d:?\d\d)$/

/** `Sat Mar 14 09:20:00 2026 +0100`, as in Git, and `Sat, 14 Mar 2026 09:20:00 +0100`, as in mail. */
const named = [
  /^[A-Z][a-z]{2} (?<name>[A-Z][a-z]{2}) +(?<day>\d{1,2}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4}) (?<offset>[+-]\d{4})$/,
  /^[A-Z][a-z]{2}, (?<day>\d{1,2}) (?<name>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<offset>[+-]\d{4})$/,
]

/** Reads a machine-written time as milliseconds since 1970; null without an offset, as it is then no instant. */
export function readInstant(text: string): number | null {
  for (const pattern of [iso, ...named]) {
    const groups = pattern.exec(text.trim())?.groups
    if (groups !== undefined) return toInstant(groups)
  }
  return null
}

/** The time in a field of pasted data. */
export function instantOf(data: unknown, ...path: readonly string[]): number | null {
  const text = textOf(data, ...path)
  return text === null ? null : readInstant(text)
}

function toInstant(groups: Readonly<Record<string, string | undefined>>): number | null {
  const numberOf = (name: string) => Number(groups[name] ?? 0)
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map(numberOf)
  const month = groups.name === undefined ? numberOf('month') : monthNumber(groups.name)
  if (year === undefined || day === undefined || hour === undefined) return null
  // Some programs write the year 1 for an end that has not happened yet.
  if (year < 1970 || !isRealDay(month, day, year) || hour > 23 || (minute ?? 0) > 59) return null
  const clock = ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000
  return dayNumber({ year, month, day }) * millisecondsPerDay + clock - offsetOf(groups.offset ?? 'Z')
}

function offsetOf(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return (offset.startsWith('-') ? -minutes : minutes) * millisecondsPerMinute
}
