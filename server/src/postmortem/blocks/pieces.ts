import type { MarkdownDocument } from '../../markdown/document.ts'
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
  const content = contents.findLast((each) => each.start < end)
  if (content === undefined || content.end <= start) {
    return { start, end, next: start, follows: followsAt(start, document), unclosed: null }
  }
  const from = Math.max(start, content.start)
  const contentEnd = content.end <= end ? content.end : from + document.slice(from, end).trimEnd().length
  const lineEnding = /^[^\r\n]{0,200}?(\r\n|\r|\n)/.exec(document.slice(contentEnd, contentEnd + 202))
  const next = lineEnding === null ? document.length : contentEnd + lineEnding[0].length
  const follows = lineEnding === null ? 'nothing' : followsAt(next, document)
  return { start, end, next, follows, unclosed: content.end <= end ? content.unclosed : null }
}

function followsAt(offset: number, document: MarkdownDocument): 'text' | 'blank' {
  return /^[ \t]*(?:[\r\n]|$)/.test(document.slice(offset, offset + 200)) ? 'blank' : 'text'
}
