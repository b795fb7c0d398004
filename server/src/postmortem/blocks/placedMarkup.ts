import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Disclosure } from '../disclosures/disclosures.ts'
import { joinPrivateKeys } from '../disclosures/privateKeys.ts'
import type { Anchor, MarkedLink, Markup, UnreadPart } from '../lines/markup.ts'
import type { Range } from '../lines/passage.ts'
import { readBlock } from './blockFacts.ts'

/** The markup and the disclosures of the whole document, with offsets into the document. */
export interface PlacedMarkup extends Markup {
  readonly disclosures: readonly Disclosure[]
}

export function placeMarkup(document: MarkdownDocument): PlacedMarkup {
  const links: MarkedLink[] = []
  const code: Range[] = []
  const checkboxes: Range[] = []
  const anchors: Anchor[] = []
  const unread: UnreadPart[] = []
  const disclosures: Disclosure[] = []
  let base = 0
  for (const block of document.blocks()) {
    const { markup, disclosed } = readBlock(block)
    for (const link of markup.links) {
      const addressRange = move(link.addressRange, base)
      const textRange = link.textRange && move(link.textRange, base)
      links.push({ ...move(link, base), addressRange, textRange })
    }
    for (const range of markup.code) code.push(move(range, base))
    for (const range of markup.checkboxes) checkboxes.push(move(range, base))
    for (const anchor of markup.anchors) anchors.push(anchor)
    for (const part of markup.unread) unread.push(move(part, base))
    for (const disclosure of disclosed) disclosures.push(move(disclosure, base))
    base += block.text.length
  }
  return { links, code, checkboxes, anchors, unread, disclosures: joinPrivateKeys(disclosures) }
}

function move<Placed extends Range>(placed: Placed, by: number): Placed {
  return by === 0 ? placed : { ...placed, start: placed.start + by, end: placed.end + by }
}
