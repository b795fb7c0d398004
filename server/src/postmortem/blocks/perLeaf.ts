import type { Block, Leaf, MarkdownDocument } from '../../markdown/document.ts'
import { Attached } from '../lines/attached.ts'

/** Something in a block that has a place in the document. */
export interface Movable {
  /** Tells where its block is now. */
  moveTo(base: number): void
}

interface PlacedLeaf<Part, Whole> {
  readonly parts: readonly (readonly Part[])[]
  readonly whole: Whole
  base: number
}

/**
 * What is read from the blocks of each leaf of a document, moved to where the leaf is. An edit replaces a leaf that it touches, and moves
 * those below; a block is in one leaf at a time.
 *
 * A block that is read again keeps the parts before the edit that say the same according to `isSame`, so that whatever
 * was found in them is known to hold.
 */
export function perLeaf<Part extends Movable, Whole>(
  read: (block: Block) => readonly Part[],
  join: (blocks: readonly (readonly Part[])[]) => Whole,
  isSame: (one: Part, other: Part) => boolean = () => false,
): (document: MarkdownDocument) => readonly Whole[] {
  const partsOf = new Attached<Block, readonly Part[]>()
  const placed = new Attached<Leaf, PlacedLeaf<Part, Whole>>()
  const lastLeaves = new Attached<MarkdownDocument, readonly Leaf[]>()

  const readOnce = (block: Block, before: Block | undefined) => {
    const known = partsOf.get(block)
    if (known !== undefined) return known
    const parts = keepBeginning((before && partsOf.get(before)) ?? [], read(block), isSame)
    partsOf.set(block, parts)
    return parts
  }
  const placeLeaf = (leaf: Leaf, replaced: Leaf | undefined) => {
    const known = placed.get(leaf)
    if (known !== undefined) return known
    const stay = new Set(leaf.blocks)
    const parts = leaf.blocks.map((block, index) => {
      const before = replaced?.blocks[index]
      return readOnce(block, before === undefined || stay.has(before) ? undefined : before)
    })
    const found = { parts, whole: join(parts), base: -1 }
    placed.set(leaf, found)
    return found
  }
  return (document) => {
    const leaves = document.leaves()
    const replaced = findReplaced(lastLeaves.get(document) ?? [], leaves)
    lastLeaves.set(document, leaves)
    let base = 0
    return leaves.map((leaf) => {
      const found = placeLeaf(leaf, replaced)
      if (found.base !== base) {
        found.base = base
        moveTo(base, leaf, found.parts)
      }
      base += leaf.length
      return found.whole
    })
  }
}

/** The only leaf that is another one now. If there are several, a block of one may be in another. */
function findReplaced(before: readonly Leaf[], now: readonly Leaf[]): Leaf | undefined {
  if (before.length !== now.length) return undefined
  const replaced = before.filter((leaf, index) => leaf !== now[index])
  return replaced.length === 1 ? replaced[0] : undefined
}

function keepBeginning<Part>(
  before: readonly Part[],
  now: readonly Part[],
  isSame: (one: Part, other: Part) => boolean,
): readonly Part[] {
  const first = now.findIndex(
    (part, index) => !(index < before.length && isSame(before[index] as Part, part)),
  )
  const kept = first === -1 ? now.length : first
  return kept === 0 ? now : [...before.slice(0, kept), ...now.slice(kept)]
}

function moveTo(base: number, { blocks }: Leaf, parts: readonly (readonly Movable[])[]): void {
  let start = base
  for (const [index, block] of blocks.entries()) {
    for (const part of parts[index] ?? []) part.moveTo(start)
    start += block.text.length
  }
}
