import { type SentencePart, sentence } from '../messages/sentence.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import { readDuration } from '../time/written/duration.ts'
import type { WrittenDate } from '../time/written/written.ts'

/** An instant that was typed as a distance, and the length of the text that says it. */
export interface RelativeTime {
  readonly instant: number
  readonly length: number
}

/**
 * Reads "now", "2h ago", "90 min ago" and, if the start is known, "+94m" and "+1:34". Null for anything else, also for
 * a distance without a unit.
 */
export function readRelativeTime(text: string, now: number, start: number | null): RelativeTime | null {
  const word = /^now(?![\p{L}\p{N}])/iu.exec(text)
  if (word !== null) return { instant: floorToMinute(now), length: word[0].length }
  const after = /^\+\s?(?:(\d{1,3}):(\d{2})(?!\d))?/.exec(text)
  if (after?.[1] !== undefined) return place(start, Number(after[1]) * 60 + Number(after[2]), after[0].length)
  const offset = after?.[0].length ?? 0
  const duration = readDuration(text, offset)
  if (duration === null || duration.start !== offset) return null
  if (after !== null) return place(start, duration.minutes, duration.end)
  const ago = /^\s{1,3}ago(?![\p{L}\p{N}])/iu.exec(text.slice(duration.end))
  return ago === null ? null : place(floorToMinute(now), -duration.minutes, duration.end + ago[0].length)
}

/** "yesterday 22:48" and "today 22:48", with the day as a date. Any other text stays as it is. */
export function writeOutDay(text: string, now: number): string {
  const [word, name = ''] = /^(yesterday|today)(?:,|\s+at)?\s+(?=\d)/i.exec(text) ?? []
  if (word === undefined) return text
  const day = now - (name.toLowerCase() === 'yesterday' ? millisecondsPerDay : 0)
  return `${new Date(day).toISOString().slice(0, 10)} ${text.slice(word.length)}`
}

/** Asks which day is meant, if a date such as `10/5/2024` can be two; else null. */
export function askForDay(date: WrittenDate | null): SentencePart | null {
  const [one, other] = date?.readings ?? []
  if (date === null || one === undefined || other === undefined) return null
  const print = ({ year, month, day }: typeof one) =>
    [year ?? 'YYYY', ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
  return sentence`"${date.text}" can be two days. Write ${print(one)} or ${print(other)}.`
}

function place(from: number | null, minutes: number, length: number): RelativeTime | null {
  return from === null ? null : { instant: from + minutes * 60_000, length }
}

function floorToMinute(instant: number): number {
  return instant - (instant % 60_000)
}
