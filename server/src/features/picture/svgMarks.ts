/** The marks that pictures are made of. Every text is passed through `escapeXml`. */

export const fontSize = 12

export function drawText(
  text: string,
  x: number,
  y: number,
  style = '',
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const attributes = [
    ...(style === '' ? [] : [`class="${style}"`]),
    `x="${round(x)}" y="${round(y)}"`,
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
  ]
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function rectangle(style: string, area: Area, corner = 0): string {
  const { x, y, width, height } = area
  const rounded = corner === 0 ? '' : ` rx="${corner}"`
  return `<rect class="${style}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${rounded}/>`
}

/** Adds a tooltip to the marks. */
export function withTitle(title: string, ...marks: readonly string[]): string {
  return `<g><title>${escapeXml(title)}</title>${marks.join('')}</g>`
}

/** Like `withTitle`, for marks that lead to a line of the document, which the script of the page sees to. */
export function leadingTo(
  line: number,
  isFirst: boolean,
  title: string,
  ...marks: readonly string[]
): string {
  const text = escapeXml(title)
  const attributes = `role="link" tabindex="${isFirst ? 0 : -1}" data-line="${line}" aria-label="${text}"`
  return `<g class="entry" ${attributes}><title>${text}</title>${marks.join('')}</g>`
}

/** A tenth of a pixel is as fine as anyone can see, and keeps the file small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that XML forbids even when escaped: control characters and lone surrogates. */
const forbiddenInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export function escapeXml(text: string): string {
  return text.replace(forbiddenInXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** Characters that are as wide as they are high. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** An estimate that errs on the large side, because the font that the picture will be shown in is unknown. */
export function textWidth(text: string, size = fontSize): number {
  let letters = 0
  for (const letter of text) letters += wide.test(letter) ? 1.05 : 0.58
  return letters * size
}

/** Truncates the text to the width, with an ellipsis. */
export function shorten(text: string, width: number, size = fontSize): string {
  if (textWidth(text, size) <= width) return text
  const letters: string[] = []
  let left = width - textWidth('…', size)
  for (const letter of text) {
    left -= textWidth(letter, size)
    if (left < 0) break
    letters.push(letter)
  }
  return `${letters.join('').trimEnd()}…`
}
