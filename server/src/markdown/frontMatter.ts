import { endOfLine } from './lines.ts'

const fence = /^---[ \t]*(?=[\r\n]|$)/

/** The line must be the first of the document. Without a line after it, it opens nothing. */
export function opensFrontMatter(line: string): boolean {
  return fence.test(line) && /[\r\n]$/.test(line)
}

export function closesFrontMatter(line: string): boolean {
  return fence.test(line)
}

/** Every text but the last must end with a whole line. */
export function hasClosingLine(texts: Iterable<string>): boolean {
  for (const text of texts) {
    for (let at = text.indexOf('---'); at >= 0; at = text.indexOf('---', at + 1)) {
      const isAtLineStart = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
      if (isAtLineStart && fence.test(text.slice(at, endOfLine(text, at)))) return true
    }
  }
  return false
}
