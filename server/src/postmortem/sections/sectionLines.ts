import type { PlacedLine } from '../blocks/placedLine.ts'
import type { FoundSection } from './foundSection.ts'

/** A section with its lines, of which the first is its title. */
export interface SectionLines {
  readonly section: FoundSection
  readonly lines: readonly PlacedLine[]
}

export function withLines(
  sections: readonly FoundSection[],
  lines: readonly PlacedLine[],
): readonly SectionLines[] {
  return sections.map((section) => ({ section, lines: lines.slice(section.firstLine, section.endLine) }))
}
