import type { Block, Leaf, MarkdownDocument } from '../../markdown/document.ts'
import { perObject } from '../lines/perObject.ts'

/** Something in a block that has a place in the document. */
export interface Movable {
  /** Tells where its block is now. */
  moveTo(base: number): void
}

/**
 * What is read from the blocks of each leaf of a document, moved to where the leaf is. An edit replaces a leaf that it touches, and moves
 * those below; a block is in one leaf at a time.
 */
export function perLeaf<Part extends Movable, Whole>(
  read: (block: Block) => readonly Part[],
  join: (blocks: readonly (readonly Part[])[]) => Whole,
): (document: MarkdownDocument) => readonly Whole[] {
  const readOnce = perObject(read)
  const placedIn = perObject(({ blocks }: Leaf) => {
    const parts = blocks.map(readOnce)
    return { parts, whole: join(parts), place: { base: -1 } }
  })
  return (document) => {
    let base = 0
    return document.leaves().map((leaf) => {
      const { parts, whole, place } = placedIn(leaf)
      if (place.base !== base) {
        place.base = base
        moveTo(base, leaf, parts)
      }
      base += leaf.length
      return whole
    })
  }
}

function moveTo(base: number, { blocks }: Leaf, parts: readonly (readonly Movable[])[]): void {
  let start = base
  for (const [index, block] of blocks.entries()) {
    for (const part of parts[index] ?? []) part.moveTo(start)
    start += block.text.length
  }
}
