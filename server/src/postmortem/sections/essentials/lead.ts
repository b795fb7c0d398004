import { countThat } from '../../blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../../blocks/placedLine.ts'
import type { SectionId } from '../../vocabulary/vocabulary.ts'
import type { Structure } from '../foundSection.ts'
import type { LineRange, LineRegion } from '../region.ts'

const minLeadWords = 12

/** True if the report begins with text of its own, or a block of fields, which serves as its summary. */
export function hasLead(
  lines: readonly PlacedLine[],
  titleLine: PlacedLine | null,
  structure: Structure,
  region: LineRegion,
): boolean {
  const opening = findOpening(lines, titleLine, structure, region)
  const isEnd = ({ line }: PlacedLine) => line.heading !== null
  return hasText(lines, opening, isOwnText, isEnd) || countSummariesInFrontMatter(lines) > 0
}

/** True if there is as much text before the first section that cannot introduce the incident, whatever its headings. */
export function hasOpening(
  lines: readonly PlacedLine[],
  titleLine: PlacedLine | null,
  { sections, labels }: Structure,
  region: LineRegion,
): boolean {
  const later = { labels, sections: sections.filter(({ ids }) => ids.some((id) => neverFirst.has(id))) }
  const opening = findOpening(lines, titleLine, later, region)
  return hasText(lines, opening, (placed) => isOwnText(placed) && !isEntry(placed))
}

/** An item or a row of a list of times. */
function isEntry({ line, segments }: PlacedLine): boolean {
  return (line.item !== null || line.kind === 'row') && segments[0]?.time != null
}

/** A reader who begins with one of these does not know yet what it is about. */
const neverFirst: ReadonlySet<SectionId> = new Set([
  'timeline',
  'root-cause-and-resolution',
  'root-cause',
  'resolution',
  'corrective',
  'actions',
  'improvements',
  'lessons',
  'lessons.well',
  'lessons.wrong',
  'lessons.lucky',
])

/** What is between the title and the first section. */
function findOpening(
  lines: readonly PlacedLine[],
  titleLine: PlacedLine | null,
  { sections }: Structure,
  region: LineRegion,
): LineRange {
  const end = sections[0]?.firstLine ?? region.end
  const title = titleLine === null ? -1 : lines.indexOf(titleLine, region.start)
  return { start: title === -1 || title >= end ? region.start : title + 1, end }
}

/** True if there are enough words, which a few lines tell: no more of a long report is looked at. */
function hasText(
  lines: readonly PlacedLine[],
  { start, end }: LineRange,
  isCounted: (placed: PlacedLine) => boolean,
  isEnd: (placed: PlacedLine) => boolean = () => false,
): boolean {
  let words = 0
  for (let index = start; index < end && words < minLeadWords; index += 1) {
    const placed = lines[index] as PlacedLine
    if (isEnd(placed)) break
    if (isCounted(placed)) words += placed.line.words
  }
  return words >= minLeadWords
}

function isOwnText(placed: PlacedLine): boolean {
  const { kind, heading, quoted } = placed.line
  return heading === null && kind !== 'code' && !quoted && isContent(placed)
}

const countSummariesInFrontMatter = countThat(
  ({ line }) =>
    line.kind === 'meta' && /^(?:summary|description|abstract|excerpt)\s*[:=]\s*\S/i.test(line.text),
)
