import type { Range } from '../lines/passage.ts'

/** What references to tickets look like; one place for tasks and for links. */
export type TicketPattern = RegExp

/** `#123`, `OPS-123`. Standards, algorithms and severities are written like tickets, and are none. */
export const usualTickets: TicketPattern =
  /(?<![\w/&])#\d{1,6}\b|\b(?!(?:UTC|GMT|ISO|RFC|SHA|UTF|CVE|HTTP|SEV|TLS|AES|IPV)\d{0,4}-)[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g

/** Where a team says how its tickets begin, nothing else is one. */
export function ticketPattern(prefixes: readonly string[] = []): TicketPattern {
  if (prefixes.length === 0) return usualTickets
  return new RegExp(`(?:${prefixes.map(beginningWith).join('|')})(?![\\p{L}\\p{N}_])`, 'gu')
}

/** All references in the text, in reading order. */
export function findTickets(text: string, pattern: TicketPattern): readonly Range[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * Configuration lets only letters, digits, `_`, `#` and `-` into a prefix, none of which means anything in a
 * pattern. Without a hyphen, as in `INC0012345`, it takes four digits: `P1` is a severity.
 */
function beginningWith(prefix: string): string {
  const before = prefix.startsWith('#') ? '(?<![\\p{L}\\p{N}_/&])' : '(?<![\\p{L}\\p{N}_-])'
  const number = /[_#-]$/.test(prefix) ? '\\d{1,10}' : '(?:-\\d{1,10}|\\d{4,10})'
  return `${before}${prefix}${number}`
}
