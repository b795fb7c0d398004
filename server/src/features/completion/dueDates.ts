import { sentence } from '../../messages/sentence.ts'
import { type FindCompletions, wholeWord } from './completion.ts'

const dueLabel = /\b(?:due(?: date| by)?|deadline|eta|complete by)\s?:[*_]{0,3}\s{0,2}([\d-]{0,10})$/i

/** The usual deadlines, after `due:`. */
export const dueDates: FindCompletions = (_, cursor) => {
  const typed = dueLabel.exec(cursor.before)?.[1]
  if (typed === undefined) return []
  const today = new Date(cursor.now)
  return [
    wholeWord('date', daysAfter(today, 7), sentence`in a week`, typed, cursor),
    wholeWord('date', daysAfter(today, 14), sentence`in two weeks`, typed, cursor),
    wholeWord('date', monthAfter(today), sentence`in a month`, typed, cursor),
  ]
}

function daysAfter(day: Date, count: number): string {
  return toIsoDay(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + count))
}

/** The same day of the next month, or its last day if it is shorter. */
function monthAfter(day: Date): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()]
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate()
  return toIsoDay(Date.UTC(year, month + 1, Math.min(day.getUTCDate(), last)))
}

function toIsoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
