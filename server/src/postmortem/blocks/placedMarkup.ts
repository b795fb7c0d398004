import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Disclosure } from '../disclosures/disclosures.ts'
import { joinPrivateKeys } from '../disclosures/privateKeys.ts'
import type { MarkedLink, Markup } from '../lines/markup.ts'
import { asMoving, type Moving, move, type Range } from '../lines/passage.ts'
import { readBlock } from './blockFacts.ts'
import { type Movable, perLeaf } from './perLeaf.ts'

/** The markup and the disclosures of the whole document, with offsets into the document. */
export interface PlacedMarkup extends Markup {
  readonly disclosures: readonly Disclosure[]
}

export function placeMarkup(document: MarkdownDocument): PlacedMarkup {
  const { disclosures, ...markup } = join(markupIn(document))
  return { ...markup, disclosures: joinPrivateKeys(disclosures) }
}

function join(parts: readonly PlacedMarkup[]): PlacedMarkup {
  return {
    links: parts.flatMap(({ links }) => links),
    code: parts.flatMap(({ code }) => code),
    checkboxes: parts.flatMap(({ checkboxes }) => checkboxes),
    anchors: parts.flatMap(({ anchors }) => anchors),
    unread: parts.flatMap(({ unread }) => unread),
    disclosures: parts.flatMap(({ disclosures }) => disclosures),
  }
}

const markupIn = perLeaf(
  (block) => {
    const { markup, disclosed } = readBlock(block)
    const isEmpty = disclosed.length === 0 && Object.values(markup).every((each) => each.length === 0)
    return isEmpty ? [] : [new BlockMarkup({ ...markup, disclosures: disclosed })]
  },
  (blocks) => join(blocks.flat().map(({ markup }) => markup)),
)

/** The markup of a block, which moves with it. */
class BlockMarkup implements Movable {
  readonly markup: PlacedMarkup
  readonly #ranges: Moving<Range>[] = []
  #base = 0

  constructor({ links, code, checkboxes, anchors, unread, disclosures }: PlacedMarkup) {
    const copy = <Placed extends Range>(range: Placed): Placed => {
      const moving = asMoving(range)
      this.#ranges.push(moving)
      return moving
    }
    const copyLink = (link: MarkedLink): MarkedLink =>
      copy({
        ...link,
        addressRange: copy(link.addressRange),
        textRange: link.textRange && copy(link.textRange),
      })
    this.markup = {
      links: links.map(copyLink),
      code: code.map(copy),
      checkboxes: checkboxes.map(copy),
      anchors,
      unread: unread.map(copy),
      disclosures: disclosures.map(copy),
    }
  }

  moveTo(base: number): void {
    const by = base - this.#base
    this.#base = base
    if (by !== 0) for (const range of this.#ranges) move(range, by)
  }
}
