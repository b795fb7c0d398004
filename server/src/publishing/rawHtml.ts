/** The text of a piece of raw HTML, without tags, comments, scripts and styles. What it returns is plain text. */
export function readRawText(source: string): string {
  const lowerCase = source.toLowerCase()
  const parts: string[] = []
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    parts.push(source.slice(at, open === -1 ? source.length : open))
    if (open === -1) break
    const [name, end] = readTag(source, open)
    if (name === 'br') parts.push('\n')
    at = hidden.has(name) ? findEndTag(lowerCase, name, end) : end
  }
  return decode(parts.join(''))
}

/** What these elements hold is not for readers. */
const hidden: ReadonlySet<string> = new Set(['script', 'style', 'template', 'iframe', 'noscript'])

/** The name of the tag that begins here, and its end; a sign that begins no tag ends after itself. */
function readTag(source: string, start: number): readonly [name: string, end: number] {
  if (source.startsWith('<!--', start)) return ['', endOf(source, '-->', start)]
  const [, name = ''] = /^<([a-z][a-z\d-]{0,40})/i.exec(source.slice(start, start + 50)) ?? []
  return [name.toLowerCase(), endOf(source, '>', start)]
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at === -1 ? source.length : at + mark.length
}

function findEndTag(source: string, name: string, from: number): number {
  const at = source.indexOf(`</${name}`, from)
  return at === -1 ? source.length : endOf(source, '>', at)
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => characters[name] ?? whole)
}
