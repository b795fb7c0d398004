import { findLineIndexAt } from '../../../postmortem/blocks/findLineAt.ts'
import type { Edit, Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { type StatedTime, spanPassage } from '../times/statedTimes.ts'

/**
 * States the zone of all times once. If `first` belongs to an entry, the statement goes below the title of
 * the timeline, or into a title that is not a heading; otherwise it goes beside the time.
 */
export function stateZone(zone: string, first: StatedTime, report: Report): Edit {
  const title = first.entry === null ? undefined : findTimelineTitle(report)
  if (title === undefined) return insertAt(endOfTime(first, report), ` ${zone}`)
  const index = findLineIndexAt(title.start, report.lines)
  const line = report.lines[index]
  if (line?.line.heading == null) return insertAt(title.end, ` (all times in ${zone})`)
  const { end } = line.range
  const { lineEnding } = report.style
  const below = report.lines[index + 1]
  const gap = below === undefined ? 0 : below.range.start - end
  const after = below !== undefined && gap < 2 * lineEnding.length ? lineEnding : ''
  return insertAt(end, `${lineEnding}${lineEnding}All times in ${zone}.${after}`)
}

export function findTimelineTitle({ sections }: Report): Passage | undefined {
  return sections.find(({ id }) => id === 'timeline')?.title
}

/** After the end of the outage if it shares a line with the start; otherwise after the time itself. */
function endOfTime(first: StatedTime, { fields }: Report): number {
  const { start, end } = fields
  const isRange =
    start !== null && end !== null && start.placed === end.placed && start.placed === first.placed
  const { time, placed } = isRange ? end : first
  return spanPassage(time.written, placed).end
}

function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text }
}
