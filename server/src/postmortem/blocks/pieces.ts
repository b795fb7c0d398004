import { countWhile } from '../../lists/countWhile.ts'
import type { Leaf, MarkdownDocument } from '../../markdown/document.ts'
import type { Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import { closesFence } from '../lines/unclosed.ts'
import { readBlock } from './blockFacts.ts'

/** A part of the document, and how something can be inserted after its content. */
export interface Piece extends Range {
  /**
   * The start of the line after its last line that is not blank; its own start if all its lines are blank.
   */
  readonly next: number
  /**
   * What is at `next`: text, a blank line or the document's end, or nothing if the last line has no line
   * ending.
   */
  readonly follows: 'text' | 'blank' | 'nothing'
  /** The line that would close a fence or HTML that is still open at its end. */
  readonly unclosed: string | null
}

/** The range of a block without the blank lines at its end. */
interface Content {
  readonly start: number
  readonly end: number
  readonly unclosed: string | null
}

/** The contents of a leaf, with offsets into the leaf. */
interface LeafContents {
  readonly base: number
  readonly contents: readonly Content[]
}

/** What the blocks of a document hold, by its leaves; those without content are left out. */
export type Contents = readonly LeafContents[]

export function findContents(document: MarkdownDocument): Contents {
  const found: LeafContents[] = []
  let open: string | null = null
  let base = 0
  for (const leaf of document.leaves()) {
    const contents = contentsOf(leaf, open)
    const last = contents.at(-1)
    if (last !== undefined) {
      found.push({ base, contents })
      open = last.unclosed
    }
    base += leaf.length
  }
  return found
}

/** Only a leaf that goes on with a fence depends on what the one before it leaves open. */
function contentsOf(leaf: Leaf, before: string | null): readonly Content[] {
  return leaf.blocks[0]?.continues === 'fence' ? readContents(leaf, before) : contentsOfItsOwn(leaf)
}

const contentsOfItsOwn = perObject((leaf: Leaf) => readContents(leaf, null))

function readContents({ blocks }: Leaf, before: string | null): readonly Content[] {
  const contents: Content[] = []
  let start = 0
  for (const block of blocks) {
    const { contentEnd, unclosed, lastLine } = readBlock(block)
    const last = contents.at(-1)
    const open = last === undefined ? before : last.unclosed
    // A block with more than the code that it goes on with has the end of that code.
    const isCode = block.continues === 'fence' && block.nodes.length === 1
    const continuesFence = isCode && open !== null && !closesFence(lastLine, open)
    if (contentEnd > 0)
      contents.push({ start, end: start + contentEnd, unclosed: continuesFence ? open : unclosed })
    start += block.text.length
  }
  return contents
}

/** The contents that begin before the offset, from the last one backwards. */
export function* contentsBefore(offset: number, all: Contents): Iterable<Content> {
  for (let leaf = countWhile(all, ({ base }) => base < offset) - 1; leaf >= 0; leaf -= 1) {
    const { base, contents } = all[leaf] as LeafContents
    for (let at = countWhile(contents, ({ start }) => base + start < offset) - 1; at >= 0; at -= 1) {
      const { start, end, unclosed } = contents[at] as Content
      yield { start: base + start, end: base + end, unclosed }
    }
  }
}

export function findPiece(start: number, end: number, contents: Contents, document: MarkdownDocument): Piece {
  const last = findLastContent(start, end, contents, document)
  if (last === null) return { start, end, next: start, follows: followsAt(start, document), unclosed: null }
  const { contentEnd, unclosed } = last
  const lineEnding = /^[^\r\n]{0,200}?(\r\n|\r|\n)/.exec(document.slice(contentEnd, contentEnd + 202))
  const next = lineEnding === null ? document.length : contentEnd + lineEnding[0].length
  const follows = lineEnding === null ? 'nothing' : followsAt(next, document)
  return { start, end, next, follows, unclosed }
}

/**
 * Where the last content of a piece ends, and what closes it. A block may begin with the blank lines before the
 * end of the piece, and then has no content in it: where blocks are cut must make no difference.
 */
function findLastContent(
  start: number,
  end: number,
  contents: Contents,
  document: MarkdownDocument,
): { readonly contentEnd: number; readonly unclosed: string | null } | null {
  for (const content of contentsBefore(end, contents)) {
    if (content.end <= start) return null
    if (content.end <= end) return { contentEnd: content.end, unclosed: content.unclosed }
    const from = Math.max(start, content.start)
    const length = document.slice(from, end).trimEnd().length
    if (length > 0) return { contentEnd: from + length, unclosed: null }
  }
  return null
}

function followsAt(offset: number, document: MarkdownDocument): 'text' | 'blank' {
  return /^[ \t]*(?:[\r\n]|$)/.test(document.slice(offset, offset + 200)) ? 'blank' : 'text'
}
