import { endOfLine } from './lines.ts'

const fence = /^---[ \t]*(?=[\r\n]|$)/

/** Whether the first line opens front matter. Without a line behind it there is nothing to open. */
export function opensFrontMatter(line: string): boolean {
  return fence.test(line) && /[\r\n]$/.test(line)
}

export function closesFrontMatter(line: string): boolean {
  return fence.test(line)
}

/** Whether some line of the texts closes front matter; each text but the last ends with whole lines. */
export function hasClosingLine(texts: Iterable<string>): boolean {
  for (const text of texts) {
    for (let at = text.indexOf('---'); at >= 0; at = text.indexOf('---', at + 1)) {
      const isAtLineStart = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
      if (isAtLineStart && fence.test(text.slice(at, endOfLine(text, at)))) return true
    }
  }
  return false
}
