import { type SentencePart, sentence } from '../messages/sentence.ts'
import { shortDuration } from '../time/repair/print.ts'
import { resolveTime } from '../time/resolved/resolve.ts'
import { defaultTimeSettings, emptyTimeContext, type TimeContext } from '../time/resolved/resolved.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import { findDate } from '../time/written/findTimes.ts'
import { readWrittenTime } from '../time/written/readTime.ts'
import { askForDay, readRelativeTime, writeOutDay } from './relativeTime.ts'

/** The instant that somebody typed, or the reason why it cannot be used. */
export type MomentReading =
  | {
      readonly kind: 'understood'
      readonly instant: number
      /** As it was typed; null if none was, which means the one that was asked for. */
      readonly zone: string | null
    }
  | { readonly kind: 'refused'; readonly reason: SentencePart }

/**
 * Reads a time of the incident typed into a prompt, in the zone asked for unless it names another one. Without a date, it is the most
 * recent such time, or the first one after the start if the start is known. It may be a distance from now or from the
 * start: "2h ago", "+94m".
 */
export function readMoment(text: string, now: number, start: number | null, zone = 'UTC'): MomentReading {
  const typed = writeOutDay(text.trim(), now)
  const question = askForDay(readWrittenTime(typed)?.date ?? null)
  if (question !== null) return refuse(question)
  const named = readWrittenTime(typed)?.zone?.text ?? null
  const instant = findInstant(typed, now, start, named === null ? zone : null)
  if (instant === null)
    return refuse(sentence`Write it as ${'22:48'} or ${'2h ago'}, or with its date as ${'2026-03-14 22:48'}.`)
  if (instant > now)
    return refuse(
      sentence`That is in the future: it is ${printMoment(now)} UTC now. Write when it was, in UTC.`,
    )
  if (start !== null && instant < start)
    return refuse(sentence`That is before the start. Write a later time.`)
  return { kind: 'understood', instant, zone: named }
}

/** `2026-03-14 09:05` */
export function printMoment(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
}

/** Says which day was understood, and how far away it is, so that a typing mistake shows before it is in the report. */
export function describeMoment(instant: number, now: number, start: number | null): SentencePart {
  const moment = printMoment(instant)
  const minutes = (from: number, to: number) => Math.floor((to - from) / 60_000)
  return start === null
    ? sentence`${moment} UTC, ${shortDuration(minutes(instant, now))} ago`
    : sentence`${moment} UTC, after ${shortDuration(minutes(start, instant))}`
}

function refuse(reason: SentencePart): MomentReading {
  return { kind: 'refused', reason }
}

function findInstant(typed: string, now: number, start: number | null, zone: string | null): number | null {
  const relative = readRelativeTime(typed, now, start)
  if (relative !== null) return relative.length === typed.length ? relative.instant : null
  const text = zone === null ? typed : `${typed} ${zone}`
  const written = readWrittenTime(text)
  if (written === null || written.clock === null || written.end < text.length) return null
  if (written.until !== null || written.problems.length > 0) return null
  if (written.date !== null) return resolveTime(written, inUtc).instant
  const today = findDate(printMoment(now).slice(0, 10))
  const dates = today === null ? [] : [{ date: today, source: 'statement' as const }]
  const { instant } = resolveTime(written, { ...inUtc, dates })
  if (instant === null) return null
  const days = start === null ? Math.floor((now - instant) / millisecondsPerDay) : daysUntil(start, instant)
  return instant + days * millisecondsPerDay
}

function daysUntil(start: number, instant: number): number {
  return Math.ceil((start - instant) / millisecondsPerDay)
}

const inUtc: TimeContext = { ...emptyTimeContext, settings: { ...defaultTimeSettings, defaultZone: 'UTC' } }
