import type { Block, MarkdownDocument } from '../../markdown/document.ts'
import type { Disclosure } from '../disclosures/disclosures.ts'
import { joinPrivateKeys } from '../disclosures/privateKeys.ts'
import type { MarkedLink, Markup } from '../lines/markup.ts'
import { type Moving, move, type Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import { readBlock } from './blockFacts.ts'

/** The markup and the disclosures of the whole document, with offsets into the document. */
export interface PlacedMarkup extends Markup {
  readonly disclosures: readonly Disclosure[]
}

export function placeMarkup(document: MarkdownDocument): PlacedMarkup {
  const blocks: PlacedMarkup[] = []
  let base = 0
  for (const block of document.blocks()) {
    const placed = markupOf(block)
    if (placed !== null) blocks.push(placed.moveTo(base))
    base += block.text.length
  }
  return {
    links: blocks.flatMap(({ links }) => links),
    code: blocks.flatMap(({ code }) => code),
    checkboxes: blocks.flatMap(({ checkboxes }) => checkboxes),
    anchors: blocks.flatMap(({ anchors }) => anchors),
    unread: blocks.flatMap(({ unread }) => unread),
    disclosures: joinPrivateKeys(blocks.flatMap(({ disclosures }) => disclosures)),
  }
}

/** The markup of a block, which moves with it; null without any. */
const markupOf = perObject((block: Block) => {
  const { markup, disclosed } = readBlock(block)
  const isEmpty = disclosed.length === 0 && Object.values(markup).every((each) => each.length === 0)
  return isEmpty ? null : new BlockMarkup({ ...markup, disclosures: disclosed })
})

class BlockMarkup {
  readonly #markup: PlacedMarkup
  readonly #ranges: Moving<Range>[] = []
  #base = 0

  constructor({ links, code, checkboxes, anchors, unread, disclosures }: PlacedMarkup) {
    const copy = <Placed extends Range>(range: Placed): Placed => {
      const moving = { ...range }
      this.#ranges.push(moving)
      return moving
    }
    const copyLink = (link: MarkedLink): MarkedLink =>
      copy({
        ...link,
        addressRange: copy(link.addressRange),
        textRange: link.textRange && copy(link.textRange),
      })
    this.#markup = {
      links: links.map(copyLink),
      code: code.map(copy),
      checkboxes: checkboxes.map(copy),
      anchors,
      unread: unread.map(copy),
      disclosures: disclosures.map(copy),
    }
  }

  moveTo(base: number): PlacedMarkup {
    const by = base - this.#base
    this.#base = base
    if (by !== 0) for (const range of this.#ranges) move(range, by)
    return this.#markup
  }
}
