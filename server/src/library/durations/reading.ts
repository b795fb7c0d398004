import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Fields } from '../../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import { distanceOnOneDay } from '../../time/resolved/oneDay.ts'
import type { Known, Unread } from '../incident.ts'
import { isDay, type Moment } from './outage.ts'

export type LineAt = (offset: number) => number

/** The value, or why there is none. */
export type Reading = { readonly known: Known<number> } | Omit<Unread, 'column'>

export function fromMoment(
  start: Moment,
  moment: Pick<TimelineEntry, 'time' | 'start'>,
  ifBefore: Sentence,
  lineAt: LineAt,
): Reading {
  const line = lineAt(moment.start)
  const distance = moment.time === null ? null : distanceOnOneDay(start.time, moment.time)
  if (isDay(start.time)) return none(sentence`The start is a day without a time.`, lineAt(start.start))
  if (distance === null || distance.certainty === 'unknown')
    return none(sentence`This time and the start cannot be compared.`, line)
  if (distance.minutes < 0) return none(ifBefore, line)
  const isSure =
    distance.certainty === 'certain' && !distance.approximate && !['sentence', 'length'].includes(start.basis)
  return { known: { value: distance.minutes, line, certainty: isSure ? 'certain' : 'assumed' } }
}

export function none(reason: Sentence, line: number | null = null): Reading {
  return { line, reason }
}

/** "Time to repair: 2 h" says how long the response took, and perhaps from another moment on. */
export function isMetric(duration: Fields['duration']): boolean {
  return duration?.placed?.marks.some(({ text }) => /\btime to\b/i.test(text)) ?? false
}
