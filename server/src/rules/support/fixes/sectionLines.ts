import { linesBetween } from '../../../postmortem/blocks/linesBetween.ts'
import { isContent, type PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import type { ConceptId } from '../../../postmortem/vocabulary/vocabulary.ts'

/** The lines with content below the title of the section, in reading order. */
export function linesBelow(section: Section, { lines }: Report): readonly PlacedLine[] {
  return linesBetween(lines, section.title.end, section.end).filter(isContent)
}

/** A label and the lines of its value. */
export interface LabelBlock {
  readonly label: PlacedLine
  readonly ids: readonly ConceptId[]
  /** The lines of the value below the line of the label. */
  readonly below: readonly PlacedLine[]
}

/** The outermost labels at the beginning of a line in the section. */
export function findLabelBlocks(section: Section, report: Report): readonly LabelBlock[] {
  const blocks: { label: PlacedLine; ids: readonly ConceptId[]; below: PlacedLine[] }[] = []
  for (const placed of linesBelow(section, report)) {
    const mark = placed.marks.find(({ start }) => start < 12)
    const current = blocks.at(-1)
    const isInside = current !== undefined && isNestedIn(placed, current.label)
    if (mark !== undefined && !isInside) blocks.push({ label: placed, ids: mark.ids, below: [] })
    else current?.below.push(placed)
  }
  return blocks
}

/** True for a line deeper in a list, or for a list below a line outside any list. */
function isNestedIn({ line }: PlacedLine, { line: label }: PlacedLine): boolean {
  return line.heading === null && line.depth > label.depth
}
