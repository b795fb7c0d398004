/**
 * The machinery shared by all tables of the time grammar. A row's pattern is matched at one exact offset, and
 * every quantifier in it is bounded, so one attempt takes constant time and a whole text linear time.
 */

import type { Span } from './written.ts'

export type Groups = Readonly<Record<string, string | undefined>>

export interface Match {
  readonly end: number
  readonly groups: Groups
}

/**
 * Compiles a row's pattern. Spaces in the source are ignored; `␣` matches up to four blanks and `■` the end
 * of a word.
 */
export function row(source: string, flags = 'i'): RegExp {
  const expanded = source
    .replaceAll(' ', '')
    .replaceAll('␣', '\\s{0,4}')
    .replaceAll('■', '(?![\\p{L}\\p{N}])')
  return new RegExp(expanded, `${flags}yu`)
}

export function matchAt(pattern: RegExp, text: string, start: number): Match | null {
  pattern.lastIndex = start
  const match = pattern.exec(text)
  return match === null ? null : { end: start + match[0].length, groups: match.groups ?? {} }
}

/**
 * Where a pattern that is no row matches first, at `start` or after it; -1 if nowhere. With the flag `u`, a pattern that
 * starts in the middle of a character is matched from the beginning of that character, so the search would not advance.
 */
export function findFrom(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = isInsideCharacter(text, start) ? start + 1 : start
  return pattern.exec(text)?.index ?? -1
}

function isInsideCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
}

export function span(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) }
}

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
