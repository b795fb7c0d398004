import type { Nodes, RootContent } from 'mdast'

declare module 'mdast' {
  interface Data {
    /** Set if the content of the node is not in the tree (`deep`), or is there as plain text (`dense`, `long`). */
    unread?: 'deep' | 'dense' | 'long'
  }
}

/**
 * A replacement of the text from `start` to `end`, as UTF-16 offsets into the text before it.
 * A list of edits is applied one after the other, as the content changes of LSP are.
 */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A zero-based line, and the number of UTF-16 code units before the place on it, as LSP counts them. */
export interface TextPosition {
  readonly line: number
  readonly character: number
}

/** The construct that a block continues from the block before it. */
export type Continued = 'list' | 'table' | 'fence'

/**
 * An immutable piece of the document. Its identity survives edits elsewhere, so whatever is read from a
 * block can be kept for as long as the block is. Where one block ends and the next begins depends on how
 * the text came to be; what they say together depends on the text alone.
 */
export interface Block {
  /** Its own source, line endings included. The texts of all blocks, joined, are the document. */
  readonly text: string
  /** The number of line endings in its text. */
  readonly lineCount: number
  /** Its mdast. Positions are relative to the block: its first character is line 1, column 1, offset 0. */
  readonly nodes: readonly RootContent[]
  /** Set if the first node continues the list, table or fence that the block before it ended in. */
  readonly continues: Continued | null
}

/**
 * A run of neighbouring blocks. It is immutable too, and an edit replaces only the leaves that it touches,
 * so that a sum over a leaf can be kept for as long as the leaf is.
 */
export interface Leaf {
  readonly blocks: readonly Block[]
  readonly length: number
  readonly lineCount: number
}

/** The effect of an edit. Every block in neither list was kept. */
export interface Change {
  readonly removed: readonly Block[]
  readonly added: readonly Block[]
}

/** A block and its start. */
export interface BlockPlace {
  readonly block: Block
  /** The number of blocks before it. */
  readonly index: number
  readonly offset: number
  /** The zero-based line that it starts on. */
  readonly line: number
}

/** A node, the nodes around it from the outermost inwards, and its absolute offsets. */
export interface NodePlace {
  readonly node: Nodes
  readonly ancestors: readonly Nodes[]
  readonly start: number
  readonly end: number
}
