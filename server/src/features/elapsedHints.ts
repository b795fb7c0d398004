import { type SentencePart, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { elapsedSince, findOrigin, type Origin, showElapsed } from './elapsed.ts'

/** A label that an editor shows after the time of an entry without making it part of the text. */
export interface ElapsedHint {
  readonly offset: number
  readonly text: string
  readonly explanation: SentencePart
}

/** One hint an entry: the time that had passed since the start. */
export function findElapsedHints(report: Report): readonly ElapsedHint[] {
  const origin = report.recognition.postmortem ? findOrigin(report) : null
  if (origin === null) return []
  return report.timeline.entries.flatMap((entry) => hintFor(entry, origin) ?? [])
}

/** None for a relative time such as `T+15m`, which already says what the hint would. */
function hintFor({ time, label }: TimelineEntry, origin: Origin): ElapsedHint | null {
  if (time === null || label === null || time.written.relativeMinutes !== null) return null
  const distance = elapsedSince(origin, time)
  if (distance === null) return null
  return {
    offset: label.end,
    text: showElapsed(distance),
    explanation: describeOrigin(origin),
  }
}

function describeOrigin({ kind, passage }: Origin): SentencePart {
  return kind === 'start'
    ? sentence`Since the start, ${passage.text}`
    : sentence`Since the first entry, ${passage.text}`
}
