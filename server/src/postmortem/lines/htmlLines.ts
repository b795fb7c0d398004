import { isBlankTag } from './blankTag.ts'

/** A line of an HTML block; offsets are relative to the block. */
export interface HtmlLine {
  readonly text: string
  readonly start: number
  readonly end: number
  /** From 1 to 6 for a heading, else 0. */
  readonly level: number
  readonly isItem: boolean
  readonly bold: boolean
  /** True for text that was pasted as it is, such as a log. */
  readonly preformatted: boolean
  /** True for nothing but pictures. */
  readonly isPicture: boolean
}

const token = /<!--|<\/?([a-z][a-z0-9]{0,15})(?=[\s/>])[^<>]{0,2000}>|\r\n|\r|\n/gi
const breaking = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'summary', 'details', 'center'])

/** The headings, list items, paragraphs and pictures of an HTML block, one line each. Comments have no lines. */
export function collectHtmlLines(html: string): readonly HtmlLine[] {
  const lines: HtmlLine[] = []
  let [text, start, end, level, isItem, bold, wasBold] = ['', -1, 0, 0, false, false, false]
  let preformatted = false
  let hasPicture = false
  const lastClosing = [...html.matchAll(/<\/pre\b/gi)].at(-1)?.index ?? -1
  const close = () => {
    const trimmed = text.trim()
    const isPicture = trimmed === '' && hasPicture
    if (trimmed !== '' || isPicture)
      lines.push({ text: trimmed, start, end, level, isItem, bold: wasBold, preformatted, isPicture })
    text = ''
    hasPicture = false
    start = -1
    isItem = false
    wasBold = bold
  }
  const add = (from: number, to: number) => {
    const piece = html.slice(from, to)
    if (piece.trim() === '') return
    if (start === -1) start = from + (piece.length - piece.trimStart().length)
    if (text === '') wasBold = bold
    text += piece
    end = from + piece.trimEnd().length
  }
  let at = 0
  while (at < html.length) {
    token.lastIndex = at
    const match = token.exec(html)
    add(at, match?.index ?? html.length)
    if (match === null) break
    at = match.index + match[0].length
    if (match[0] === '<!--') {
      const closing = html.indexOf('-->', at)
      at = closing === -1 ? html.length : closing + 3
      continue
    }
    if (isBlankTag(match[0])) {
      add(match.index, at)
      continue
    }
    const name = match[1]?.toLowerCase()
    const closes = match[0][1] === '/'
    if (name === undefined || breaking.has(name)) close()
    else if (name === 'pre') {
      close()
      // Without its end it would take in the rest of the document, which nobody means.
      preformatted = !closes && at <= lastClosing
    } else if (/^h[1-6]$/.test(name)) {
      close()
      level = closes ? 0 : Number(name[1])
    } else if (name === 'b' || name === 'strong') bold = !closes
    if (name === 'li' && !closes) isItem = true
    if (name === 'img') {
      hasPicture = true
      if (text === '') [start, end] = [match.index, at]
    }
  }
  close()
  return lines
}
