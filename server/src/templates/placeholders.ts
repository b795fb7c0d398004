/** A placeholder as templates write it: `{{what to write}}`. */
const placeholder = /\{\{([^{}\r\n]*)\}\}/g

/** Placeholders that mean the same throughout a report: filling in one of them fills in all. */
const shared: ReadonlySet<string> = new Set(['{{time zone}}'])

/**
 * Converts a text to a snippet of the Language Server Protocol, with its placeholders as tab stops in order.
 */
export function toSnippet(text: string): string {
  return toSnippets([text])[0] ?? ''
}

/**
 * Converts texts that one edit inserts at several places, so that the tab stops lead from one to the next.
 * Stops with the same number are edited together, so only placeholders that mean the same everywhere share
 * one.
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

/** Removes the braces of placeholders, for text that is read and not filled in. */
export function withoutBraces(text: string): string {
  return text.replace(placeholder, '$1')
}

export function findPlaceholderTexts(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([found]) => found)
}

export function hasPlaceholder(text: string): boolean {
  return text.search(placeholder) !== -1
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`)
}
