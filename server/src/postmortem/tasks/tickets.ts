import type { Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'

/** Matches references to tickets, in tasks and in links alike. */
export type TicketPattern = RegExp

/**
 * `#123` and `OPS-123`, but not standards, algorithms, severities and articles that are written the same way. "Make sure
 * that #2 is followed" is about an item of the list.
 */
export const usualTickets: TicketPattern =
  /(?<![\w/&])#(?!\d (?:is|are|was|were|above|below)\b)\d{1,6}\b|\b(?!(?:UTC|GMT|ISO|RFC|SHA|UTF|CVE|HTTP|SEV|TLS|AES|IPV|KB)\d{0,4}-)[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g

/** If a team configures prefixes, only references with one of them are tickets. */
export function ticketPattern(prefixes: readonly string[] | undefined): TicketPattern {
  return prefixes === undefined || prefixes.length === 0 ? usualTickets : patternOf(prefixes)
}

const patternOf = perObject(
  (prefixes: readonly string[]): TicketPattern =>
    new RegExp(`(?:${prefixes.map(beginningWith).join('|')})(?![\\p{L}\\p{N}_])`, 'gu'),
)

/** In reading order. */
export function findTickets(text: string, pattern: TicketPattern): readonly Range[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * The configuration allows only letters, digits, `_`, `#` and `-` in a prefix, so it needs no escaping
 * here. A number without a hyphen before it, as in `INC0012345`, needs four digits, because `P1` is a
 * severity.
 */
function beginningWith(prefix: string): string {
  const before = prefix.startsWith('#') ? '(?<![\\p{L}\\p{N}_/&])' : '(?<![\\p{L}\\p{N}_-])'
  const number = /[_#-]$/.test(prefix) ? '\\d{1,10}' : '(?:-\\d{1,10}|\\d{4,10})'
  return `${before}${prefix}${number}`
}
