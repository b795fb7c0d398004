import { countThat } from '../../blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../../blocks/placedLine.ts'
import type { SectionId } from '../../vocabulary/vocabulary.ts'
import type { Structure } from '../foundSection.ts'
import type { LineRegion } from '../region.ts'

const minLeadWords = 12

/** True if the report begins with text of its own, or a block of fields, which serves as its summary. */
export function hasLead(
  lines: readonly PlacedLine[],
  titleLine: PlacedLine | null,
  structure: Structure,
  region: LineRegion,
): boolean {
  const opening = findOpening(lines, titleLine, structure, region)
  const heading = opening.findIndex(({ line }) => line.heading !== null)
  const lead = heading === -1 ? opening : opening.slice(0, heading)
  return countWords(lead) >= minLeadWords || countSummariesInFrontMatter(lines) > 0
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
  return countWords(opening.filter((placed) => !isEntry(placed))) >= minLeadWords
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
): readonly PlacedLine[] {
  const before = lines.slice(region.start, sections[0]?.firstLine ?? region.end)
  return before.slice(titleLine === null ? 0 : before.indexOf(titleLine) + 1)
}

function countWords(lines: readonly PlacedLine[]): number {
  return lines.reduce((words, placed) => words + (isOwnText(placed) ? placed.line.words : 0), 0)
}

function isOwnText(placed: PlacedLine): boolean {
  const { kind, heading, quoted } = placed.line
  return heading === null && kind !== 'code' && !quoted && isContent(placed)
}

const countSummariesInFrontMatter = countThat(
  ({ line }) =>
    line.kind === 'meta' && /^(?:summary|description|abstract|excerpt)\s*[:=]\s*\S/i.test(line.text),
)
