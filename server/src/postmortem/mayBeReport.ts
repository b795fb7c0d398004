import type { Block, Leaf, MarkdownDocument } from '../markdown/document.ts'
import type { Template } from '../templates/template.ts'
import type { MarkedLine } from './blocks/blockFacts.ts'
import { readBlock } from './blocks/blockFacts.ts'
import { mayBeEnclosed } from './blocks/enclosure.ts'
import { normalizeTitle } from './blocks/normalizeTitle.ts'
import { findOwnMarks } from './blocks/ownTitles.ts'
import { saysPostmortem } from './blocks/postmortemName.ts'
import { perObject } from './lines/perObject.ts'
import { maxTitleWords, textWithoutCode } from './sections/documentTitle.ts'
import { namesIncident } from './sections/otherDocument.ts'
import { minSectionWeight, namesOtherCause, namesOutage, weightOfTitle } from './sections/recognition.ts'

/** What in a part of a document speaks for a report. */
interface Evidence {
  /** The distinct titles that only reports have, with their weights. */
  readonly titles: ReadonlyMap<string, number>
  /** How many sections its titles may name. */
  readonly sections: number
  /** True if a line may call the document a postmortem or an incident, or is a heading that only one in another language has. */
  readonly isNamed: boolean
}

/**
 * False only for a document that is no report however it is read, which is told from its blocks one by one.
 * `recognize` needs either the name or two sections of this weight, and it only ever discounts what is found here.
 */
export function mayBeReport(document: MarkdownDocument, template: Template): boolean {
  if (findOwnMarks(template) !== null || mayBeEnclosed(document)) return true
  const { titles, sections, isNamed } = merge(document.leaves().map(evidenceOf))
  return isNamed || (sections >= 2 && sum(titles.values()) >= minSectionWeight)
}

/** An edit replaces only the leaves and blocks that it touches. */
const evidenceOfBlock = perObject((block: Block) => merge(readBlock(block).lines.map(weigh)))

const evidenceOf = perObject(({ blocks }: Leaf) => merge(blocks.map(evidenceOfBlock)))

/** Reads a part of a document, so that the report need not. */
export function readLeaf(leaf: Leaf): void {
  evidenceOf(leaf)
}

function weigh(marked: MarkedLine): Evidence {
  const titles = marked.marks.map(({ suggestion, text }) => normalizeTitle(suggestion ?? text))
  return {
    titles: new Map(titles.map((title) => [title, weightOfTitle(title)])),
    sections: marked.marks.reduce((count, { ids }) => count + ids.length, 0),
    isNamed: mayName(marked),
  }
}

function mayName({ line }: MarkedLine): boolean {
  if (line.kind === 'heading')
    return (
      saysPostmortem(line.text) ||
      saysPostmortem(textWithoutCode(line)) ||
      namesIncident(line.text) ||
      namesOutage(line.text) ||
      namesOtherCause(line)
    )
  if (line.kind === 'meta')
    return saysPostmortem(line.text) || namesIncident(line.text) || namesOutage(line.text)
  return line.kind === 'text' && line.words <= maxTitleWords && saysPostmortem(line.text)
}

function merge(parts: readonly Evidence[]): Evidence {
  const titles = new Map<string, number>()
  let sections = 0
  let isNamed = false
  for (const part of parts) {
    for (const [title, weight] of part.titles) if (weight > 0) titles.set(title, weight)
    sections += part.sections
    isNamed ||= part.isNamed
  }
  return { titles, sections, isNamed }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
