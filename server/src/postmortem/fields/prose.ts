import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from '../sections/structure.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'
import { linesOf, type ValueLine } from './labelValues.ts'
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

/** The lines before the first section, then those of the sections with one of these ids. */
export function findProse(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: { readonly start: number; readonly end: number },
  ids: readonly SectionId[],
): readonly ValueLine[] {
  const firstLine = structure.sections[0]?.firstLine ?? region.end
  const inSections = linesOf(structure, lines, ids).filter(({ placed }) => !isPastedOutput(placed.line.text))
  return [...linesBetween(lines, region.start, firstLine), ...inSections]
}

/** The lines of text in the region, except those of the sections after the incident. */
export function findIncidentLines(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: { readonly start: number; readonly end: number },
): readonly ValueLine[] {
  const after = linesOfSections(structure, (id) => sectionsAfterTheIncident.includes(id))
  return linesBetween(lines, region.start, region.end).filter(({ lineIndex }) => !after.has(lineIndex))
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
  return lines
    .slice(start, end)
    .map((placed, index) => ({ placed, lineIndex: start + index, start: 0, end: placed.line.text.length }))
    .filter(({ placed: { line } }) => line.kind === 'text' || line.kind === 'row')
    .filter(({ placed: { line } }) => !isPastedOutput(line.text))
}
