import type { YAMLError } from 'yaml'
import { type Sentence, sentence } from '../messages/sentence.ts'

/** What is wrong with a text that should be YAML, and where. `end` is exclusive. */
export interface YamlMistake {
  readonly what: Sentence
  readonly start: number
  readonly end: number
}

const unclosed = {
  ']': { opening: '[', what: sentence`a list that begins with "[" does not end with "]"` },
  '}': { opening: '{', what: sentence`a map that begins with "{" does not end with "}"` },
} as const

const missingColon = sentence`a colon is missing after a key`

/** The words of the parser are about its own terms. */
const plainWords: Readonly<Record<string, Sentence>> = {
  BAD_DQ_ESCAPE: sentence`a backslash between quotation marks needs another one before it`,
  BAD_INDENT: sentence`the indentation does not fit the lines above`,
  BAD_SCALAR_START: sentence`a value that begins with this character needs quotation marks`,
  BLOCK_AS_IMPLICIT_KEY: sentence`a value that contains a colon needs quotation marks, and a key needs a line of its own`,
  MISSING_CHAR: missingColon,
  MULTILINE_IMPLICIT_KEY: missingColon,
  TAB_AS_INDENT: sentence`lines are indented with spaces, not with tabs`,
}

const unexpected = sentence`this does not belong to what is before it`
const missingQuote = sentence`a quotation mark is missing at the end`

export function describeMistake({ code, message, pos }: YAMLError, text: string): YamlMistake {
  const closing = /end with a ([\]}])$/.exec(message)?.[1] as keyof typeof unclosed | undefined
  if (closing !== undefined) {
    // The parser notices it where the next key begins, which may be far below.
    const { opening, what } = unclosed[closing]
    const at = text.lastIndexOf(opening, pos[0] - 1)
    if (at !== -1) return { what, start: at, end: at + 1 }
  }
  const what = message.startsWith('Missing closing') ? missingQuote : (plainWords[code] ?? unexpected)
  return { what, ...onText(pos, text) }
}

/** A mistake that is noticed at an empty line or at the end is shown at the last character before it. */
function onText(
  [start, end]: YAMLError['pos'],
  text: string,
): { readonly start: number; readonly end: number } {
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? ''
  if (line.trim() !== '') return { start, end: Math.min(end, start + line.length) }
  const last = text.slice(0, start).trimEnd().length
  return last === 0 ? { start, end } : { start: last - 1, end: last }
}
