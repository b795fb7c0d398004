import type { Nodes, Root } from 'mdast'
import { createGrammar, type Language } from './grammar.ts'
import { Definitions, likelyDefinitions } from './identifiers.ts'
import {
  blockOf,
  blocksBetween,
  blocksOf,
  cursorAt,
  offsetAt,
  positionAt,
  replaceBlock,
  type Sequence,
  sequenceOf,
  sliceSequence,
  spliceSequence,
} from './sequence.ts'
import { spliceOf } from './splice.ts'
import { rereadStale } from './stale.ts'
import { treeOf } from './tree.ts'
import type { Block, BlockPlace, Change, Leaf, NodePlace, TextEdit, TextPosition } from './types.ts'
import { retyped } from './typing.ts'
import { type Unit, unreadUnit } from './unit.ts'

export type {
  Block,
  BlockPlace,
  Change,
  Continued,
  Leaf,
  NodePlace,
  TextEdit,
  TextPosition,
} from './types.ts'

/** Shared by all documents, because a document's definitions are handed over before each unit is read. */
const grammar = createGrammar()

/** A longer text is kept, but not read: what takes seconds to read takes seconds to edit. */
export const maxLength = 8_000_000

/** The text of a Markdown document together with its syntax tree, kept up to date edit by edit. */
export class MarkdownDocument {
  #definitions = new Definitions()
  #language: Language = 'markdown'
  #sequence: Sequence<Unit> = sequenceOf<Unit>([])
  #removed = new Set<Block>()
  #added = new Set<Block>()

  private constructor(text: string) {
    if (text !== '') this.#apply({ start: 0, end: 0, text })
  }

  static from(text: string): MarkdownDocument {
    return new MarkdownDocument(text)
  }

  /** True if the text is longer than the limit, so that there is no tree. */
  get isTooLong(): boolean {
    return this.#sequence.length > maxLength
  }

  get length(): number {
    return this.#sequence.length
  }

  /** One more than the number of line endings. */
  get lineCount(): number {
    return this.#sequence.lineCount + 1
  }

  /** Applies the edits one after the other, and returns the blocks that were removed and added. */
  edit(edits: readonly TextEdit[]): Change {
    this.#removed = new Set()
    this.#added = new Set()
    for (const edit of edits) {
      const smallest = smallestEdit(this.#sequence, edit)
      if (smallest.start < smallest.end || smallest.text !== '') this.#apply(smallest)
    }
    return { removed: [...this.#removed], added: [...this.#added] }
  }

  /** The blocks in order, by leaves. Edits to the document do not change a result already returned. */
  leaves(): readonly Leaf[] {
    return this.#sequence.leaves
  }

  blocks(): Iterable<Block> {
    return blocksOf(this.#sequence)
  }

  /** The block with the character at `offset`; at the end, the last block. Undefined in an empty document. */
  blockAt(offset: number): BlockPlace | undefined {
    const cursor = cursorAt(this.#sequence, offset)
    const block = blockOf(this.#sequence, cursor)
    if (block === undefined) return undefined
    const before = this.#sequence.leaves.slice(0, cursor.leaf)
    const index = before.reduce((sum, leaf) => sum + leaf.blocks.length, cursor.at)
    return { block, index, offset: cursor.offset, line: cursor.line }
  }

  /** The deepest node around the character at `offset`. */
  nodeAt(offset: number): NodePlace | undefined {
    const place = this.blockAt(offset)
    if (place === undefined) return undefined
    const path = pathTo(place.block.nodes, offset - place.offset)
    const node = path.at(-1)
    if (node?.position === undefined) return undefined
    const start = place.offset + node.position.start.offset!
    const end = place.offset + node.position.end.offset!
    return { node, ancestors: path.slice(0, -1), start, end }
  }

  text(): string {
    return this.slice(0, this.length)
  }

  slice(start: number, end: number): string {
    return sliceSequence(this.#sequence, start, end)
  }

  /** Counts as LSP does: an offset inside a CRLF is before it, and one outside of the text is clamped. */
  positionAt(offset: number): TextPosition {
    return positionAt(this.#sequence, offset)
  }

  /** A position beyond the end of its line counts as the one before the line ending. */
  offsetAt(position: TextPosition): number {
    return offsetAt(this.#sequence, position)
  }

  /** The whole tree at absolute positions, equal to what remark-parse makes of the whole text. */
  tree(): Root {
    return treeOf(blocksOf(this.#sequence))
  }

  /** Whatever goes wrong with an edit, the document is that of the text that the edit leaves. */
  #apply(edit: TextEdit): void {
    const before = this.#sequence
    const length = before.length - (edit.end - edit.start) + edit.text.length
    if (this.isTooLong || length > maxLength) {
      this.#rebuild(before, edit)
      return
    }
    try {
      this.#splice(edit)
    } catch (error) {
      if (before.length === 0) throw error
      this.#rebuild(before, edit)
    }
  }

  #splice(edit: TextEdit): void {
    if (this.#retype(edit)) return
    const reader = { grammar, language: this.#language, definitions: this.#definitions }
    const guesses = likelyDefinitions(edit.text)
    this.#definitions.expect(guesses)
    const { start, end, units, language } = spliceOf(reader, this.#sequence, edit)
    this.#definitions.expect(new Set())
    const removed = [...blocksBetween(this.#sequence, start, end)]
    this.#language = language
    this.#sequence = spliceSequence(this.#sequence, start, end, units)
    this.#note({ removed, added: units })
    const flips = this.#definitions.replace(removed.flatMap(definedBy), units.flatMap(definedBy))
    if (flips.size === 0 && guesses.size === 0) return
    const { sequence, ...change } = rereadStale({ ...reader, language }, this.#sequence)
    this.#sequence = sequence
    this.#note(change)
  }

  #rebuild(before: Sequence, { start, end, text }: TextEdit): void {
    const whole = sliceSequence(before, 0, start) + text + sliceSequence(before, end, before.length)
    const fresh = MarkdownDocument.from(whole.length > maxLength ? '' : whole)
    if (whole.length > maxLength) fresh.#sequence = sequenceOf([unreadUnit(whole)])
    this.#note({ removed: [...blocksOf(this.#sequence)], added: [...blocksOf(fresh.#sequence)] })
    this.#sequence = fresh.#sequence
    this.#language = fresh.#language
    this.#definitions = fresh.#definitions
  }

  /** Replaces one block where an edit does no more than lengthen or shorten a word. */
  #retype(edit: TextEdit): boolean {
    const cursor = cursorAt(this.#sequence, edit.start)
    const unit = blockOf(this.#sequence, cursor)
    const { offset } = cursor
    const typed = unit && retyped(unit, { ...edit, start: edit.start - offset, end: edit.end - offset })
    if (typed === undefined) return false
    this.#sequence = replaceBlock(this.#sequence, cursor, typed)
    this.#note({ removed: [unit!], added: [typed] })
    return true
  }

  #note(change: Change): void {
    for (const block of change.removed) if (!this.#added.delete(block)) this.#removed.add(block)
    for (const block of change.added) this.#added.add(block)
  }
}

/** The edit clamped to the text and without unchanged text: editors may send a whole text for a few words. */
function smallestEdit(sequence: Sequence, edit: TextEdit): TextEdit {
  const from = Math.max(0, Math.min(edit.start, edit.end, sequence.length))
  const to = Math.min(sequence.length, Math.max(edit.start, edit.end, 0))
  const old = edit.text === '' ? '' : sliceSequence(sequence, from, to)
  const shorter = Math.min(old.length, edit.text.length)
  let same = 0
  while (same < shorter && old[same] === edit.text[same]) same += 1
  let sameEnd = 0
  while (sameEnd < shorter - same && old.at(-1 - sameEnd) === edit.text.at(-1 - sameEnd)) sameEnd += 1
  return { start: from + same, end: to - sameEnd, text: edit.text.slice(same, edit.text.length - sameEnd) }
}

function definedBy(unit: Unit): readonly string[] {
  return unit.defined
}

/** The nodes around an offset, from the outermost inwards. */
function pathTo(nodes: readonly Nodes[], offset: number): Nodes[] {
  for (const node of nodes) {
    const { position } = node
    if (position === undefined) continue
    if (position.start.offset! > offset || position.end.offset! <= offset) continue
    return [node, ...('children' in node ? pathTo(node.children, offset) : [])]
  }
  return []
}
