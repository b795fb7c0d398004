const wordJoiner = '\u2060'

/** Text as the contents of a cell or a paragraph: no markup in it has an effect. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*_{}[\]()#!|~$]/g, '\\$&')
      // Addresses and names become links without any markup, unless something invisible is within them.
      .replace(/:(?=\/\/)|\bwww(?=\.)|@/gi, (found) => `${found}${wordJoiner}`)
      .trim()
  )
}

/** A link to a place in the repository, relative to the file that it is written in. */
export function writeLink(text: string, path: string): string {
  return `[${escapeMarkdown(text)}](${encodePath(path)})`
}

export function encodePath(path: string): string {
  const encode = (part: string) =>
    encodeURIComponent(part).replace(/[()'!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  // A colon in the first part would make it a scheme, so each part is escaped.
  return path.split('/').map(encode).join('/')
}

/** Cells must be escaped already. */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
