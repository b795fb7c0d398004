import { smallest } from '../lists/extremes.ts'
import type { Piece } from '../postmortem/blocks/pieces.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { ConceptId } from '../postmortem/vocabulary/vocabulary.ts'
import { findTitleLine } from './sectionTitles.ts'

/** Where a section can be inserted: at `next`, as after a piece. */
export type Place = Pick<Piece, 'start' | 'next' | 'follows' | 'unclosed'>

/** After the title, the date and the introduction, before the first section whatever its name. */
export function placeAfterHead(report: Report): Place {
  const { title, level } = { level: 1, ...report.style.title, title: report.title }
  const heading = report.lines.find(
    (placed) =>
      placed.line.heading !== null &&
      placed.line.heading.level >= level &&
      placed.line.text.trim() !== '' &&
      placed.range.start >= (title?.end ?? report.region.start) &&
      !isHeadField(placed),
  )
  const section = report.sections
    .map((each) => findTitleLine(each, report))
    .find((placed) => placed !== undefined && !isHeadField(placed))
  const starts = [heading, section].flatMap((placed) => (placed === undefined ? [] : [placed.range.start]))
  return starts.length === 0 ? report.head : placeBefore(smallest(starts), report)
}

const headFields: ReadonlySet<ConceptId> = new Set([
  'date',
  'start',
  'end',
  'duration',
  'time-zone',
  'status',
  'severity',
  'people',
  'affected',
])

/** `## Date: 3 May 2024` is a field in front of the report, although it is a heading. */
function isHeadField({ line, marks }: PlacedLine): boolean {
  const [mark] = marks
  return mark !== undefined && mark.value < line.text.length && mark.ids.every((id) => headFields.has(id))
}

/** Before the line with this offset, and before the list, table or quotation that it is in. */
export function placeBefore(offset: number, report: Report): Place {
  const lines = contentLines(report)
  let index = lines.findLastIndex((placed) => placed.range.start <= offset)
  while (index > 0 && isInside(lines[index - 1], lines[index])) index -= 1
  const placed = lines[index]
  return placed === undefined ? report.head : placeAt(placed.range.start, report)
}

/** After a piece; if that is in the middle of a list, a table or a quotation, after all of it. */
export function placeAfter(piece: Place, report: Report): Place {
  const lines = contentLines(report)
  const first = lines.findIndex((placed) => placed.range.start >= piece.next)
  let index = first
  while (index > 0 && isInside(lines[index - 1], lines[index])) index += 1
  if (index === first) return piece
  const placed = lines[index]
  return placed === undefined ? findLast(report) : placeAt(placed.range.start, report)
}

function findLast({ sections, head }: Report): Place {
  return sections.reduce<Place>((last, each) => (each.next > last.next ? each : last), head)
}

function contentLines({ lines }: Report): readonly PlacedLine[] {
  return lines.filter(({ line }) => line.kind !== 'text' || line.text.trim() !== '')
}

/** True if two neighbouring lines are in the same list, table or quotation. */
function isInside(before: PlacedLine | undefined, after: PlacedLine | undefined): boolean {
  if (before === undefined || after === undefined) return false
  const [first, second] = [before.line, after.line]
  if (first.depth > 0 && second.depth > 0) return true
  if (first.quoted && second.quoted) return true
  return second.kind === 'row' && (first.kind === 'row' || first.kind === 'header')
}

/** Directly after the text that precedes the line with this offset. */
function placeAt(offset: number, { source, region }: Report): Place {
  const { start } = sourceLineAt(offset, source)
  let next = start
  while (next > region.start) {
    const isTwo = source.slice(next - 2, next) === '\r\n'
    const before = sourceLineAt(next - (isTwo ? 2 : 1), source)
    if (before.text.trim() !== '') break
    next = before.start
  }
  const isFirst = next <= region.start
  return {
    start: isFirst ? next : next - 1,
    next,
    follows: next < start ? 'blank' : 'text',
    unclosed: null,
  }
}
