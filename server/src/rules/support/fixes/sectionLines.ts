import { isContent, lineRange, type PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import type { ConceptId } from '../../../postmortem/vocabulary/vocabulary.ts'

/** The lines below the title of the section that say something, in reading order. */
export function linesBelow(section: Section, { lines }: Report): readonly PlacedLine[] {
  return lines.filter((placed) => {
    const { start } = lineRange(placed)
    return section.title.end <= start && start < section.end && isContent(placed)
  })
}

/** A label with the lines of its value. */
export interface LabelBlock {
  readonly label: PlacedLine
  readonly ids: readonly ConceptId[]
  /** What stands below the line of the label. */
  readonly below: readonly PlacedLine[]
}

/** The labels of the section that stand at the beginning of a line, the outermost ones. */
export function findLabelBlocks(section: Section, report: Report): readonly LabelBlock[] {
  const blocks: { label: PlacedLine; ids: readonly ConceptId[]; below: PlacedLine[] }[] = []
  for (const placed of linesBelow(section, report)) {
    const mark = placed.marks.find(({ start }) => start < 12)
    const current = blocks.at(-1)
    const isInside = current !== undefined && standsBelow(placed, current.label)
    if (mark !== undefined && !isInside) blocks.push({ label: placed, ids: mark.ids, below: [] })
    else current?.below.push(placed)
  }
  return blocks
}

/** Deeper in a list, or a list below a line that is in none. */
function standsBelow({ line }: PlacedLine, { line: label }: PlacedLine): boolean {
  return line.heading === null && line.depth > label.depth
}
