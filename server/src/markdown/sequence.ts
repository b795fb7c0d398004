import { lineAt, lineStartsOf } from './lineStarts.ts'
import { lineEndingLength } from './lines.ts'
import type { Block, Leaf, TextPosition } from './types.ts'

/**
 * The blocks of a document in order, as leaves with summed lengths and line counts. Finding a place walks the
 * leaves, a few hundred for megabytes of text, and then the blocks of one leaf; an edit touches nothing after
 * it.
 */
export interface Sequence<B extends Block = Block> {
  readonly leaves: readonly SequenceLeaf<B>[]
  readonly length: number
  readonly lineCount: number
  /** The start of the leaf that was last edited: most searches are for a place near it. */
  readonly near: LeafStart
}

interface LeafStart {
  readonly leaf: number
  readonly offset: number
  readonly line: number
}

export interface SequenceLeaf<B extends Block = Block> extends Leaf {
  readonly blocks: readonly B[]
}

/** A block, by its leaf and its index in the leaf, and its start. */
export interface Cursor {
  readonly leaf: number
  readonly at: number
  readonly offset: number
  readonly line: number
}

const fullLeaf = 64
const freshLeaf = 32
const sparseLeaf = 16

const top: LeafStart = { leaf: 0, offset: 0, line: 0 }

export function sequenceOf<B extends Block>(blocks: readonly B[]): Sequence<B> {
  return summed(leavesOf(blocks), top)
}

/** Replaces the blocks from `start` up to, not including, `end`. */
export function spliceSequence<B extends Block>(
  sequence: Sequence<B>,
  start: Cursor,
  end: Cursor,
  blocks: readonly B[],
): Sequence<B> {
  const { leaves } = sequence
  const before = leaves[start.leaf]?.blocks.slice(0, start.at) ?? []
  const after = leaves[end.leaf]?.blocks.slice(end.at) ?? []
  const isSmall = before.length + blocks.length + after.length < sparseLeaf
  const last = isSmall ? end.leaf + 1 : end.leaf
  const beyond = isSmall ? (leaves[last]?.blocks ?? []) : []
  const next = leaves.slice(0, start.leaf)
  const near = leafStart(sequence, start)
  for (const leaf of leavesOf([...before, ...blocks, ...after, ...beyond])) next.push(leaf)
  for (let index = last + 1; index < leaves.length; index += 1) next.push(leaves[index]!)
  return summed(next, near.leaf < next.length ? near : top)
}

/** Replaces a block by another with as many lines. */
export function replaceBlock<B extends Block>(sequence: Sequence<B>, cursor: Cursor, block: B): Sequence<B> {
  const leaf = sequence.leaves[cursor.leaf]!
  const by = block.text.length - leaf.blocks[cursor.at]!.text.length
  const blocks = leaf.blocks.slice()
  blocks[cursor.at] = block
  const leaves = sequence.leaves.slice()
  leaves[cursor.leaf] = { blocks, length: leaf.length + by, lineCount: leaf.lineCount }
  const near = leafStart(sequence, cursor)
  return { leaves, length: sequence.length + by, lineCount: sequence.lineCount, near }
}

/** The block that the character at `offset` is in; at the end of the text, the last block. */
export function cursorAt(sequence: Sequence, offset: number): Cursor {
  const { leaves } = sequence
  let { leaf, offset: start, line } = sequence.near
  while (leaf > 0 && start > offset) {
    leaf -= 1
    start -= leaves[leaf]!.length
    line -= leaves[leaf]!.lineCount
  }
  while (leaf < leaves.length - 1 && start + leaves[leaf]!.length <= offset) {
    start += leaves[leaf]!.length
    line += leaves[leaf]!.lineCount
    leaf += 1
  }
  const blocks = leaves[leaf]?.blocks ?? []
  let at = 0
  while (at < blocks.length - 1 && start + blocks[at]!.text.length <= offset) {
    start += blocks[at]!.text.length
    line += blocks[at]!.lineCount
    at += 1
  }
  return { leaf, at, offset: start, line }
}

export function blockOf<B extends Block>(sequence: Sequence<B>, cursor: Cursor): B | undefined {
  return sequence.leaves[cursor.leaf]?.blocks[cursor.at]
}

/** The place after a block: the next block, or one past the last block of the last leaf. */
export function cursorAfter(sequence: Sequence, cursor: Cursor): Cursor {
  const block = blockOf(sequence, cursor)!
  const leaf = sequence.leaves[cursor.leaf]!
  const isLastOfLeaf = cursor.at + 1 === leaf.blocks.length && cursor.leaf + 1 < sequence.leaves.length
  const offset = cursor.offset + block.text.length
  const line = cursor.line + block.lineCount
  if (isLastOfLeaf) return { leaf: cursor.leaf + 1, at: 0, offset, line }
  return { leaf: cursor.leaf, at: cursor.at + 1, offset, line }
}

/** The previous block; undefined at the first. */
export function cursorBefore(sequence: Sequence, cursor: Cursor): Cursor | undefined {
  const leaf = cursor.at > 0 ? cursor.leaf : cursor.leaf - 1
  const at = cursor.at > 0 ? cursor.at - 1 : (sequence.leaves[leaf]?.blocks.length ?? 0) - 1
  const block = sequence.leaves[leaf]?.blocks[at]
  if (block === undefined) return undefined
  return { leaf, at, offset: cursor.offset - block.text.length, line: cursor.line - block.lineCount }
}

export const firstCursor: Cursor = { leaf: 0, at: 0, offset: 0, line: 0 }

/** The place after the last block. */
export function lastCursor(sequence: Sequence): Cursor {
  const leaf = Math.max(0, sequence.leaves.length - 1)
  const at = sequence.leaves[leaf]?.blocks.length ?? 0
  return { leaf, at, offset: sequence.length, line: sequence.lineCount }
}

/** The blocks from `start` up to, not including, `end`. */
export function* blocksBetween<B extends Block>(
  sequence: Sequence<B>,
  start: Cursor,
  end: Cursor,
): Iterable<B> {
  for (let cursor = start; cursor.offset < end.offset; cursor = cursorAfter(sequence, cursor)) {
    yield blockOf(sequence, cursor)!
  }
}

export function* blocksOf<B extends Block>(sequence: Sequence<B>): Iterable<B> {
  for (const leaf of sequence.leaves) yield* leaf.blocks
}

export function sliceSequence(sequence: Sequence, start: number, end: number): string {
  const from = Math.max(0, start)
  const to = Math.min(end, sequence.length)
  if (from >= to) return ''
  let cursor = cursorAt(sequence, from)
  let slice = ''
  while (cursor.offset < to) {
    const block = blockOf(sequence, cursor)!
    slice += block.text.slice(Math.max(0, from - cursor.offset), to - cursor.offset)
    cursor = cursorAfter(sequence, cursor)
  }
  return slice
}

export function positionAt(sequence: Sequence, offset: number): TextPosition {
  const clamped = Math.max(0, Math.min(offset, sequence.length))
  const cursor = cursorAt(sequence, clamped)
  const block = blockOf(sequence, cursor)
  if (block === undefined) return { line: 0, character: 0 }
  const starts = lineStartsOf(block)
  const lines = lineAt(clamped - cursor.offset, starts)
  const start = starts[lines] as number
  const place = clampedToLine(block, lines, clamped - cursor.offset)
  const line = cursor.line + lines
  return { line, character: cursor.offset + place - lineStartOf(line, cursor, start) }
}

/** Clamps as `TextDocument.offsetAt` does: to the line, before its ending. */
export function offsetAt(sequence: Sequence, position: TextPosition): number {
  if (position.line < 0) return 0
  if (position.line > sequence.lineCount) return sequence.length
  const cursor = cursorAtLine(sequence, position.line)
  const block = blockOf(sequence, cursor)
  if (block === undefined) return 0
  const line = position.line - cursor.line
  const start = lineStartsOf(block)[line] ?? block.text.length
  const lineStart = lineStartOf(position.line, cursor, start)
  if (position.character <= 0) return lineStart
  const wanted = lineStart + position.character - cursor.offset
  return cursor.offset + clampedToLine(block, line, wanted)
}

/** The block in which the line starts. */
function cursorAtLine(sequence: Sequence, wanted: number): Cursor {
  const { leaves } = sequence
  let leaf = 0
  let offset = 0
  let line = 0
  while (leaf < leaves.length - 1 && line + leaves[leaf]!.lineCount <= wanted) {
    offset += leaves[leaf]!.length
    line += leaves[leaf]!.lineCount
    leaf += 1
  }
  const blocks = leaves[leaf]?.blocks ?? []
  let at = 0
  while (at < blocks.length - 1 && line + blocks[at]!.lineCount <= wanted) {
    offset += blocks[at]!.text.length
    line += blocks[at]!.lineCount
    at += 1
  }
  return { leaf, at, offset, line }
}

/** Every block starts on a line of its own, except after a byte order mark, which belongs to line 0. */
function lineStartOf(line: number, cursor: Cursor, startInBlock: number): number {
  return line === 0 ? 0 : cursor.offset + startInBlock
}

function clampedToLine(block: Block, line: number, wanted: number): number {
  const { text } = block
  const starts = lineStartsOf(block)
  const start = starts[line] ?? text.length
  const end = starts[line + 1] ?? text.length
  return Math.min(wanted, Math.max(start, end - lineEndingLength(text, end)))
}

function leavesOf<B extends Block>(blocks: readonly B[]): SequenceLeaf<B>[] {
  if (blocks.length <= fullLeaf) return blocks.length > 0 ? [leafOf(blocks)] : []
  const count = Math.ceil(blocks.length / freshLeaf)
  const leaves: SequenceLeaf<B>[] = []
  for (let index = 0; index < count; index += 1) {
    const start = Math.floor((index * blocks.length) / count)
    leaves.push(leafOf(blocks.slice(start, Math.floor(((index + 1) * blocks.length) / count))))
  }
  return leaves
}

function leafOf<B extends Block>(blocks: readonly B[]): SequenceLeaf<B> {
  let length = 0
  let lineCount = 0
  for (const block of blocks) {
    length += block.text.length
    lineCount += block.lineCount
  }
  return { blocks, length, lineCount }
}

/** The start of the leaf that holds a block. */
function leafStart(sequence: Sequence, cursor: Cursor): LeafStart {
  const { leaf } = cursor
  let { offset, line } = cursor
  const blocks = sequence.leaves[leaf]?.blocks ?? []
  for (let at = 0; at < cursor.at; at += 1) {
    offset -= blocks[at]!.text.length
    line -= blocks[at]!.lineCount
  }
  return { leaf, offset, line }
}

function summed<B extends Block>(leaves: readonly SequenceLeaf<B>[], near: LeafStart): Sequence<B> {
  let length = 0
  let lineCount = 0
  for (const leaf of leaves) {
    length += leaf.length
    lineCount += leaf.lineCount
  }
  return { leaves, length, lineCount, near }
}
