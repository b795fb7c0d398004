/** A placeholder as templates write it: `{{what to write}}`. */
const placeholder = /\{\{([^{}\r\n]*)\}\}/g

/**
 * The text as a snippet of the Language Server Protocol: each placeholder a tab stop, in reading order.
 * `first` is the number of the first one: tab stops with the same number are edited together, so several
 * snippets that are inserted by one edit must not share numbers.
 */
export function toSnippet(text: string, first = 1): string {
  let number = first
  let snippet = ''
  let end = 0
  for (const match of text.matchAll(placeholder)) {
    snippet += `${escapeSnippet(text.slice(end, match.index))}\${${number}:${escapeSnippet(match[0])}}`
    number += 1
    end = match.index + match[0].length
  }
  return snippet + escapeSnippet(text.slice(end))
}

/** What the placeholders ask for, to be read and not to be filled in. */
export function withoutBraces(text: string): string {
  return text.replace(placeholder, '$1')
}

export function countPlaceholders(text: string): number {
  return [...text.matchAll(placeholder)].length
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`)
}
