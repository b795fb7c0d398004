import { inBlocks } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { isWithin, joinOverlaps } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { Structure } from '../sections/foundSection.ts'
import type { LineRange } from '../sections/region.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'
import { linesOf, type ValueLine } from './labelValues.ts'
import { joinLines, type Paragraph } from './paragraphs.ts'
import { isPastedOutput } from './pastedOutput.ts'

/** Plans and lessons mention other times, impacts and causes than those of the incident. */
export const sectionsAfterTheIncident: readonly SectionId[] = [
  'corrective',
  'actions',
  'improvements',
  'lessons',
  'lessons.well',
  'lessons.wrong',
  'lessons.lucky',
  'conclusion',
  'supporting',
  'questions',
]

/** The text before the first section, then that of the sections with one of these ids. */
export function findProse(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
  ids: readonly SectionId[],
): readonly Paragraph[] {
  return joinLines(findProseLines(lines, structure, region, ids))
}

export function findProseLines(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
  ids: readonly SectionId[],
): readonly ValueLine[] {
  const firstLine = structure.sections[0]?.firstLine ?? region.end
  const inSections = linesOf(lines, structure, ids).filter(({ placed }) => !isPastedOutput(placed.line))
  return [...linesBetween(lines, region.start, firstLine), ...inSections]
}

/** It must depend on nothing but the paragraph, and find no index of a line, which lines above it change. */
export type FindInParagraph<Found> = (paragraph: Paragraph) => Found | null

/** What is found in the first paragraph that holds such a thing. */
export function findIn<Found>(paragraphs: readonly Paragraph[], find: FindInParagraph<Found>): Found | null {
  for (const paragraph of paragraphs) {
    const found = find(paragraph)
    if (found !== null) return found
  }
  return null
}

/** Finds something in the first paragraph of a text that holds such a thing. */
export type ProseSearch = <Found>(find: FindInParagraph<Found>) => Found | null

/** Searches the text in the region, except that of the sections after the incident. */
export function searchOfIncident(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
): ProseSearch {
  const isAfter = isInSection(structure, (id) => sectionsAfterTheIncident.includes(id))
  return <Found>(find: FindInParagraph<Found>) => {
    const matches = matchesOf(find) as ReturnType<typeof inBlocks<Found>>
    for (const { index, found } of matches(lines, region.start, region.end)) {
      if (!isAfter(index)) return found
    }
    return null
  }
}

/** A paragraph lies in one block. */
const paragraphsOf = perObject((block: readonly PlacedLine[]) =>
  joinLines(linesBetween(block, 0, block.length)),
)

const matchesOf = perObject(<Found>(find: FindInParagraph<Found>) =>
  inBlocks((block) =>
    paragraphsOf(block).flatMap((paragraph) => {
      const found = find(paragraph)
      return found === null ? [] : [{ index: paragraph.lines[0]?.value.lineIndex ?? 0, found }]
    }),
  ),
)

/** Tells whether a line, by its index, is in a section that has such an id. */
export function isInSection(
  { sections }: Structure,
  isWanted: (id: SectionId) => boolean,
): (lineIndex: number) => boolean {
  const wanted = sections.filter(({ ids }) => ids.some(isWanted))
  const stretches = joinOverlaps(wanted.map(({ firstLine, endLine }) => ({ start: firstLine, end: endLine })))
  return (lineIndex) => isWithin(lineIndex, stretches)
}

function linesBetween(lines: readonly PlacedLine[], start: number, end: number): readonly ValueLine[] {
  const values: ValueLine[] = []
  for (let lineIndex = start; lineIndex < end; lineIndex += 1) {
    const placed = lines[lineIndex] as PlacedLine
    const { line } = placed
    if ((line.kind !== 'text' && line.kind !== 'row') || isPastedOutput(line)) continue
    values.push({ placed, lineIndex, start: 0, end: line.text.length })
  }
  return values
}
