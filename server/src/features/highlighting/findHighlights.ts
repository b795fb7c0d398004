import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { isWithin } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Highlight } from './highlight.ts'
import { highlightLine } from './lineHighlights.ts'

/**
 * What a report is told in: times, zones, durations, severities, owners, tickets and the places left to fill in, in
 * reading order and without overlaps. Nothing stands out in any other document.
 */
export function findHighlights({ recognition, lines, placeholders }: Report): readonly Highlight[] {
  if (!recognition.postmortem) return []
  const blanks = placeholders.map(({ start, end }): Highlight => ({ kind: 'placeholder', start, end }))
  const others = lines.flatMap(placeHighlights).filter(({ start }) => !isWithin(start, blanks))
  return withoutOverlaps([...blanks, ...others])
}

function withoutOverlaps(highlights: readonly Highlight[]): readonly Highlight[] {
  let end = 0
  return highlights
    .toSorted((one, other) => one.start - other.start)
    .filter((highlight) => {
      if (highlight.start < end) return false
      end = highlight.end
      return true
    })
}

function placeHighlights(placed: PlacedLine): readonly Highlight[] {
  return highlightLine(placed).map(({ kind, start, end }) => {
    const range = placed.passage(start, end)
    return { kind, start: range.start, end: range.end }
  })
}
