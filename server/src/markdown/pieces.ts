import { type MarkdownDocument, maxLength } from './document.ts'

const usualPiece = 20_000

/**
 * The end of the next piece of a text that a document reads in pieces. The last block is read again with what follows,
 * so a piece is no shorter than it, and a text that is one block hardly takes longer in pieces.
 */
export function endOfPiece(text: string, start: number, document: MarkdownDocument): number {
  if (text.length - start + document.length > maxLength) return text.length
  const last = document.length - (document.blockAt(document.length)?.offset ?? 0)
  const lineEnd = text.indexOf('\n', start + Math.max(usualPiece, last))
  return lineEnd === -1 ? text.length : lineEnd + 1
}
