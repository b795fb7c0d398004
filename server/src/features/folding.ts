import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/** The sections without their trailing blank lines. A title need not be a heading. */
export function findFolds(report: Report): readonly Range[] {
  if (!report.recognition.postmortem) return []
  return report.sections
    .map(({ title, next }) => ({ start: title.start, end: next - 1 }))
    .filter(({ start, end }) => end > start)
}
