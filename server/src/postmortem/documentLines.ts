import type { MarkdownDocument } from '../markdown/document.ts'
import { readBlock } from './blockFacts.ts'
import type { PlacedLine } from './placedLine.ts'

/** All lines of the document in reading order, each with the offset of its block. */
export function placeLines(document: MarkdownDocument): readonly PlacedLine[] {
  const lines: PlacedLine[] = []
  let base = 0
  for (const block of document.blocks()) {
    for (const facts of readBlock(block).lines) lines.push({ ...facts, base })
    base += block.text.length
  }
  return lines
}
