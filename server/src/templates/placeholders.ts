/** A placeholder as templates write it: `{{what to write}}`. */
const placeholder = /\{\{([^{}\r\n]*)\}\}/g

/** The same in the whole report: written once, it is written everywhere. */
const shared: ReadonlySet<string> = new Set(['{{time zone}}'])

/** The text as a snippet of the Language Server Protocol: each placeholder a tab stop, in reading order. */
export function toSnippet(text: string): string {
  return toSnippets([text])[0] ?? ''
}

/**
 * Several snippets that one edit inserts at several places: the tab stops lead from one to the next. Those that
 * have the same number are edited together, so only what is the same everywhere shares one.
 */
export function toSnippets(texts: readonly string[], first = 1): readonly string[] {
  const numbers = new Map<string, number>()
  let last = first - 1
  const numberOf = (text: string): number => {
    const known = shared.has(text) ? numbers.get(text) : undefined
    if (known !== undefined) return known
    last += 1
    numbers.set(text, last)
    return last
  }
  return texts.map((text) => {
    let snippet = ''
    let end = 0
    for (const match of text.matchAll(placeholder)) {
      const [found] = match
      snippet += `${escapeSnippet(text.slice(end, match.index))}\${${numberOf(found)}:${escapeSnippet(found)}}`
      end = match.index + found.length
    }
    return snippet + escapeSnippet(text.slice(end))
  })
}

/** What the placeholders ask for, to be read and not to be filled in. */
export function withoutBraces(text: string): string {
  return text.replace(placeholder, '$1')
}

export function hasPlaceholder(text: string): boolean {
  return text.search(placeholder) !== -1
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`)
}
