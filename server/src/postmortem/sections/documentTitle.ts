import type { PlacedLine } from '../blocks/placedLine.ts'
import { saysPostmortem } from '../blocks/titles.ts'

/** "# RCA: search is down" is the title of a document, and "## RCA: a full disk" that of a section. */
export function isDocumentTitle({ line, marks: [mark] }: PlacedLine): boolean {
  return (
    line.heading?.level === 1 &&
    mark !== undefined &&
    mark.value < line.text.length &&
    saysPostmortem(mark.text)
  )
}
