import type { Block, MarkdownDocument } from '../../markdown/document.ts'
import type { Template } from '../../templates/template.ts'
import { perObject } from '../lines/perObject.ts'
import { readBlock } from './blockFacts.ts'
import { findOwnMarks, type OwnMarks } from './ownTitles.ts'
import { PlacedLine } from './placedLine.ts'

/** All lines of the document in reading order, each moved to its present place. */
export function placeLines(document: MarkdownDocument, template: Template): readonly PlacedLine[] {
  const linesOf = linesFor(template)
  const lines: PlacedLine[] = []
  let base = 0
  for (const block of document.blocks()) {
    for (const placed of linesOf(block)) {
      placed.moveTo(base)
      lines.push(placed)
    }
    base += block.text.length
  }
  return lines
}

const linesFor = perObject((template: Template) => {
  const ownMarks = findOwnMarks(template)
  return ownMarks === null ? plainLines : perObject((block: Block) => toLines(block, ownMarks))
})

const plainLines = perObject((block: Block) => toLines(block, null))

function toLines(block: Block, ownMarks: OwnMarks | null): readonly PlacedLine[] {
  return readBlock(block).lines.map(
    (facts) => new PlacedLine(facts, ownMarks === null ? facts.marks : ownMarks(facts.line)),
  )
}
