import type { Block, Leaf } from '../../markdown/document.ts'
import { perObject } from '../lines/perObject.ts'

/** Something in a block that has a place in the document. */
export interface Movable {
  /** Tells where its block is now. */
  moveTo(base: number): void
}

/**
 * What is read from the blocks of a leaf, moved to where the leaf is. An edit replaces a leaf that it touches, and moves
 * those below; a block is in one leaf at a time.
 */
export function perLeaf<Part extends Movable, Whole>(
  read: (block: Block) => readonly Part[],
  join: (parts: readonly Part[]) => Whole,
): (leaf: Leaf, base: number) => Whole {
  const readOnce = perObject(read)
  const placedIn = perObject((leaf: Leaf) => {
    const offsets: number[] = []
    const parts: Part[] = []
    let offset = 0
    for (const block of leaf.blocks) {
      for (const part of readOnce(block)) {
        parts.push(part)
        offsets.push(offset)
      }
      offset += block.text.length
    }
    return { parts, offsets, whole: join(parts), place: { base: -1 } }
  })
  return (leaf, base) => {
    const { parts, offsets, whole, place } = placedIn(leaf)
    if (place.base !== base) {
      for (let index = 0; index < parts.length; index += 1)
        parts[index]?.moveTo(base + (offsets[index] as number))
      place.base = base
    }
    return whole
  }
}
