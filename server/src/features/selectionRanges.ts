import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/** The ranges that a growing selection takes in, smallest first: an entry or a task, its section, the report. */
export function findSelectionRanges(report: Report, offset: number): readonly Range[] {
  if (!report.recognition.postmortem) return []
  const { timeline, actionItems, sections, region } = report
  const around = [
    ...timeline.entries.flatMap((entry) => [entry.text, entry]),
    ...actionItems.flatMap((item) => [item.text, item]),
    ...sections.map(({ start, next }) => ({ start, end: Math.max(start, next - 1) })),
    region,
  ]
    .map(({ start, end }) => ({ start, end }))
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  // Editors require each range to contain the one before it.
  return around.filter((range, index) => {
    const before = around[index - 1]
    return before === undefined || isWider(range, before)
  })
}

function isWider(range: Range, inner: Range): boolean {
  return (
    range.start <= inner.start && inner.end <= range.end && range.end - range.start > inner.end - inner.start
  )
}
