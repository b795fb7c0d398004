import { sentence } from '../../messages/sentence.ts'
import { findTimeZones } from '../zones/timeZones.ts'
import { type FindCompletions, oneWord } from './completion.ts'

export const usualZones = [
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Tokyo',
]

/** Time zones after a time of day, those named in the report first. */
export const zones: FindCompletions = (report, cursor) => {
  const typed = /\d:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s([A-Za-z/_]{0,30})$/i.exec(cursor.before)?.[1]
  if (typed === undefined) return []
  const named = findTimeZones(report)
  return [...new Set([...named, ...usualZones])].map((zone) => {
    const detail = named.includes(zone) ? sentence`the time zone of this report` : sentence`time zone`
    return oneWord('zone', zone, detail, typed, cursor)
  })
}
