import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from '../sections/structure.ts'
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
  region: { readonly start: number; readonly end: number },
  ids: readonly SectionId[],
): readonly Paragraph[] {
  return joinLines(findProseLines(lines, structure, region, ids))
}

export function findProseLines(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: { readonly start: number; readonly end: number },
  ids: readonly SectionId[],
): readonly ValueLine[] {
  const firstLine = structure.sections[0]?.firstLine ?? region.end
  const inSections = linesOf(structure, lines, ids).filter(({ placed }) => !isPastedOutput(placed.line))
  return [...linesBetween(lines, region.start, firstLine), ...inSections]
}

/** The text in the region, except that of the sections after the incident. */
export function findIncidentProse(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: { readonly start: number; readonly end: number },
): readonly Paragraph[] {
  const after = linesOfSections(structure, (id) => sectionsAfterTheIncident.includes(id))
  return joinLines(
    linesBetween(lines, region.start, region.end).filter(({ lineIndex }) => !after.has(lineIndex)),
  )
}

/** The indices of the lines of all sections that have such an id. */
export function linesOfSections(
  { sections }: Structure,
  isWanted: (id: SectionId) => boolean,
): ReadonlySet<number> {
  const indices = new Set<number>()
  for (const { ids, firstLine, endLine } of sections) {
    if (!ids.some(isWanted)) continue
    for (let index = firstLine; index < endLine; index += 1) indices.add(index)
  }
  return indices
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
