import type { MarkdownDocument } from '../../markdown/document.ts'
import { countWhile } from '../lines/countWhile.ts'
import type { Range } from '../lines/passage.ts'
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
export interface Content {
  readonly start: number
  readonly end: number
  readonly unclosed: string | null
}

export function findContents(document: MarkdownDocument): readonly Content[] {
  const contents: Content[] = []
  let start = 0
  for (const block of document.blocks()) {
    const { contentEnd, unclosed, lastLine } = readBlock(block)
    const open = contents.at(-1)?.unclosed ?? null
    const continuesFence = block.continues === 'fence' && open !== null && !closesFence(lastLine, open)
    if (contentEnd > 0)
      contents.push({ start, end: start + contentEnd, unclosed: continuesFence ? open : unclosed })
    start += block.text.length
  }
  return contents
}

export function findPiece(
  start: number,
  end: number,
  contents: readonly Content[],
  document: MarkdownDocument,
): Piece {
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
  contents: readonly Content[],
  document: MarkdownDocument,
): { readonly contentEnd: number; readonly unclosed: string | null } | null {
  let index = findLastBefore(end, contents)
  for (
    let content = contents[index];
    content !== undefined && content.end > start;
    content = contents[--index]
  ) {
    if (content.end <= end) return { contentEnd: content.end, unclosed: content.unclosed }
    const from = Math.max(start, content.start)
    const length = document.slice(from, end).trimEnd().length
    if (length > 0) return { contentEnd: from + length, unclosed: null }
  }
  return null
}

/** The index of the last content that starts before the offset; -1 without one. */
function findLastBefore(offset: number, contents: readonly Content[]): number {
  return countWhile(contents, ({ start }) => start < offset) - 1
}

function followsAt(offset: number, document: MarkdownDocument): 'text' | 'blank' {
  return /^[ \t]*(?:[\r\n]|$)/.test(document.slice(offset, offset + 200)) ? 'blank' : 'text'
}
