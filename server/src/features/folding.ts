import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/** The sections, whatever markup their titles are in, without the blank lines behind them. */
export function findFolds(report: Report): readonly Range[] {
  if (!report.recognition.postmortem) return []
  return report.sections
    .map(({ title, next }) => ({ start: title.start, end: next - 1 }))
    .filter(({ start, end }) => end > start)
}
