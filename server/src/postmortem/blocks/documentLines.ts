import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Template } from '../../templates/template.ts'
import { isSame } from '../lines/isSame.ts'
import { perObject } from '../lines/perObject.ts'
import { readBlock } from './blockFacts.ts'
import { joinGroups, type LineGroup } from './lineGroups.ts'
import { findOwnMarks, type OwnMarks } from './ownTitles.ts'
import { perLeaf } from './perLeaf.ts'
import { PlacedLine } from './placedLine.ts'

/** All lines of the document in reading order, each moved to its present place. */
export function placeLines(document: MarkdownDocument, template: Template): readonly PlacedLine[] {
  return joinGroups(linesFor(template)(document))
}

const linesFor = perObject((template: Template) => {
  const ownMarks = findOwnMarks(template)
  return ownMarks === null ? plainLines : linesWith(ownMarks)
})

const plainLines = linesWith(null)

function linesWith(ownMarks: OwnMarks | null) {
  return perLeaf(
    (block) =>
      readBlock(block).lines.map(
        (facts) => new PlacedLine(facts, ownMarks === null ? facts.marks : ownMarks(facts.line)),
      ),
    (blocks): LineGroup => blocks,
    (one, other) => isSame(one.line, other.line),
  )
}
