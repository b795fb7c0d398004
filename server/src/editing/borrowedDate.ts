import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { printDateLike } from '../time/repair/printDate.ts'
import { localDay } from '../time/resolved/resolved.ts'

/**
 * The edit that writes the date that an entry takes from those above it beside its time, in their format, so that
 * it keeps that date wherever it goes. Null if the date is not certain.
 */
export function writeBorrowedDate(entry: TimelineEntry, { timeline }: Report): Edit | null {
  const { time, label } = entry
  if (time === null || label === null || time.date.source !== 'previous') return null
  const day = time.date.certainty === 'certain' ? localDay(time) : null
  const dated = timeline.steps.findLast(
    (step) => step.entry !== null && step.entry.start < entry.start && dateOf(step.entry) !== null,
  )
  const model = dated?.entry == null ? null : dateOf(dated.entry)
  const text = day === null || model === null ? null : printDateLike(model, day)
  return text === null ? null : { start: label.start, end: label.start, text: `${text} ` }
}

function dateOf({ time }: TimelineEntry) {
  return time?.written.date ?? null
}
