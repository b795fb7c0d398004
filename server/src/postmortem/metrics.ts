import type { ResolvedTime } from '../time/resolved.ts'
import { minutesBetween } from './readFields.ts'
import type { Fields, Timeline } from './report.ts'

/** Minutes from the outage's start; null where a milestone is not there. */
export interface Metrics {
  readonly timeToDetect: number | null
  readonly timeToMitigate: number | null
  readonly timeToResolve: number | null
}

export function computeMetrics(fields: Fields, timeline: Timeline): Metrics {
  const start = fields.start?.time ?? null
  const detection = timeline.entries.find((entry) => entry.time !== null && entry.facts.includes('detection'))
  const resolution = timeline.entries.findLast(
    (entry) => entry.time !== null && entry.facts.includes('resolution'),
  )
  return {
    timeToDetect: minutesBetween(start, detection?.time ?? null),
    timeToMitigate: minutesBetween(start, findMitigation(timeline)),
    timeToResolve: minutesBetween(start, fields.end?.time ?? resolution?.time ?? null),
  }
}

function findMitigation(timeline: Timeline): ResolvedTime | null {
  const entry = timeline.entries.find(
    ({ time, text }) =>
      time !== null && /\bmitigat(?:ed|ion (?:applied|in place|complete))\b/i.test(text.text),
  )
  return entry?.time ?? null
}
