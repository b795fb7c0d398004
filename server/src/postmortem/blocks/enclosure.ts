import { MarkdownDocument } from '../../markdown/document.ts'
import type { Range } from '../lines/passage.ts'
import { closesFence } from '../lines/unclosed.ts'

/** A code block or a quotation that the whole document is in. */
export interface Enclosure {
  readonly kind: 'fence' | 'quote'
  /** The lines of the fence, or the signs before the quoted lines. */
  readonly marks: readonly Range[]
  /** The document with blanks for the marks, so that every offset stays the same. */
  readonly document: MarkdownDocument
}

/** False for a document that does not begin with a code block or a quotation. */
export function mayBeEnclosed(document: MarkdownDocument): boolean {
  return /^\s{0,200}(?:`{3}|~{3}|>)/.test(document.slice(0, 210))
}

export function findEnclosure(document: MarkdownDocument): Enclosure | null {
  if (!mayBeEnclosed(document)) return null
  const source = document.slice(0, document.length)
  const lines = [...source.matchAll(/[^\r\n]+/g)]
    .filter(([text]) => text.trim() !== '')
    .map((match) => ({ text: match[0], start: match.index }))
  const kind = /^\s*>/.test(source) ? 'quote' : 'fence'
  const marks = kind === 'quote' ? findQuoteMarks(lines) : findFences(lines)
  if (marks === null) return null
  let text = ''
  let at = 0
  for (const { start, end } of marks) {
    text += source.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return { kind, marks, document: MarkdownDocument.from(text + source.slice(at)) }
}

interface SourceLine {
  readonly text: string
  readonly start: number
}

function findQuoteMarks(lines: readonly SourceLine[]): readonly Range[] | null {
  const marks: Range[] = []
  for (const { text, start } of lines) {
    const mark = /^ {0,3}> ?/.exec(text)?.[0]
    if (mark === undefined) return null
    marks.push({ start, end: start + mark.length })
  }
  return marks
}

/** A fence that nothing closes reaches to the end as well. */
function findFences(lines: readonly SourceLine[]): readonly Range[] | null {
  const [first, ...rest] = lines
  const fence = /^ {0,3}(`{3,}|~{3,}(?!~))[^`]*$/.exec(first?.text ?? '')?.[1]
  if (first === undefined || fence === undefined) return null
  const closing = rest.findIndex(({ text }) => closesFence(text, fence))
  if (closing !== -1 && closing < rest.length - 1) return null
  const fences = closing === -1 ? [first] : [first, rest[closing] as SourceLine]
  return fences.map(({ text, start }) => ({ start, end: start + text.length }))
}
