import type { Chunk, Create, ParseContext, Point, TokenizeContext } from 'micromark-util-types'
import { countLineEndings } from './lines.ts'

/**
 * Some of micromark's inline constructs take time proportional to the length of a paragraph for each mark in it.
 * A paragraph with more marks times characters than this is read as plain text. Up to 2,800 characters may be
 * nothing but marks, and 10,000 characters of prose may hold 800.
 */
const maxCost = 8_000_000

const quickest = Math.floor(Math.sqrt(maxCost / 2))

/** micromark takes about as long for each line of a paragraph, however short, as we take for a thousand letters. */
const maxLines = 5_000

/** The inline marks; an underscore inside a word is none. What begins like HTML is looked at for twice as long. */
const marks = /[*~`[\]]|_(?![^\W_])|(?<![^\W_])_|(<)|([!"'),.:;>?&]{8,1000})/g

/** Why the inline content of a text is read as plain text; undefined if micromark can read it in a moment. */
export function excessOf(text: string): Excess | undefined {
  if (text.length > maxLines && countLineEndings(text) > maxLines) return 'long'
  return isDense(text) ? 'dense' : undefined
}

export type Excess = 'long' | 'dense'

/** Returns whether a text has too many marks for its length. */
export function isDense(text: string): boolean {
  if (text.length <= quickest) return false
  const maxWeight = maxCost / text.length
  let weight = 0
  for (const [mark, angle] of text.matchAll(marks)) {
    weight += angle === undefined ? mark.length : 2
    if (weight > maxWeight) return true
  }
  return false
}

/** The token at the start of content that was read as plain text. */
export const plainToken = { long: 'longContent', dense: 'denseContent' } as const

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    longContent: 'longContent'
    denseContent: 'denseContent'
  }
}

/** Makes the parser read dense inline content with the other parser's constructs. */
export function guardDensity(parser: ParseContext, plain: ParseContext): ParseContext {
  parser.text = guarded(parser.text, plain.text)
  return parser
}

/** What micromark sets on a tokenizer before it writes to it. */
interface Flags {
  readonly _contentTypeTextTrailing?: boolean | undefined
  readonly _gfmTasklistFirstContentOfListItem?: boolean | undefined
}

/**
 * A tokenizer that keeps what is written until it is complete, because only then is its length known, and hands it
 * to one of two others.
 */
function guarded(create: Create, createPlain: Create): Create {
  return (from) => {
    const inputs: ((tokenizer: TokenizeContext) => void)[] = []
    let text = ''
    const keeper = {
      events: [] as TokenizeContext['events'],
      defineSkip(point: Point) {
        inputs.push((tokenizer) => tokenizer.defineSkip(point))
      },
      write(chunks: Chunk[]) {
        const { _contentTypeTextTrailing, _gfmTasklistFirstContentOfListItem } = keeper as Flags
        const flags = { _contentTypeTextTrailing, _gfmTasklistFirstContentOfListItem }
        inputs.push((tokenizer) => Object.assign(tokenizer, flags).write(chunks))
        for (const chunk of chunks) text += textOf(chunk)
        if (chunks.at(-1) !== null) return []
        const excess = excessOf(text)
        const tokenizer = (excess === undefined ? create : createPlain)(from)
        for (const input of inputs) input(tokenizer)
        if (excess !== undefined) announce(excess, tokenizer)
        for (const event of tokenizer.events) keeper.events.push(event)
        return keeper.events
      },
    }
    return keeper as unknown as TokenizeContext
  }
}

/** Never longer than the source of the chunk, which a keystroke goes by; a tab is one code and its fill others. */
function textOf(chunk: Chunk): string {
  if (typeof chunk === 'string') return chunk
  if (chunk === null || chunk === -1) return ''
  return chunk === -2 ? '\t' : '\n'
}

function announce(excess: Excess, tokenizer: TokenizeContext): void {
  const first = tokenizer.events[0]?.[1].start
  if (first === undefined) return
  const token = { type: plainToken[excess], start: { ...first }, end: { ...first } } as const
  tokenizer.events.unshift(['enter', token, tokenizer], ['exit', token, tokenizer])
}
