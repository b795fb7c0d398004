import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Template } from '../../templates/template.ts'
import { readBlock } from './blockFacts.ts'
import { findOwnMarks } from './ownTitles.ts'
import type { PlacedLine } from './placedLine.ts'

/** All lines of the document in reading order. */
export function placeLines(document: MarkdownDocument, template: Template): readonly PlacedLine[] {
  const ownMarks = findOwnMarks(template)
  const lines: PlacedLine[] = []
  let base = 0
  for (const block of document.blocks()) {
    for (const { line, marks, segments, times } of readBlock(block).lines) {
      lines.push({ line, marks: ownMarks === null ? marks : ownMarks(line), segments, times, base })
    }
    base += block.text.length
  }
  return lines
}
