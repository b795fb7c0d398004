import type { ParseContext, TokenizeContext } from 'micromark-util-types'

/**
 * After a lazy line, which continues a block without the markers of its containers, micromark searches all events
 * for a token that was open before the line. The next line mostly continues the same token, so it is remembered, and
 * the line does not count as lazy while micromark would search.
 */
export function rememberOpenTokens(parser: ParseContext): ParseContext {
  const create = parser.flow
  parser.flow = (from) => {
    const tokenizer = create(from)
    const { defineSkip, write } = tokenizer
    let start = { line: 0, offset: 0 }
    let open = -1
    let hidden: number | undefined
    tokenizer.defineSkip = (point) => {
      start = point
      defineSkip(point)
    }
    tokenizer.write = (chunks) => {
      // A construct may read an earlier line again, and ask whether it was lazy.
      if (hidden !== undefined) parser.lazy[hidden] = true
      hidden = undefined
      const events = write(chunks)
      if (parser.lazy[start.line] && chunks.at(-1) !== null) {
        if (!isOpen(tokenizer, open, start.offset)) open = findOpen(tokenizer, start.offset)
        if (open >= 0) {
          hidden = start.line
          parser.lazy[hidden] = false
        }
      }
      return events
    }
    return tokenizer
  }
  return parser
}

function findOpen(tokenizer: TokenizeContext, offset: number): number {
  return tokenizer.events.findLastIndex((_, index) => isOpen(tokenizer, index, offset))
}

/** Returns whether the token of an event starts before a place and does not end before it. */
function isOpen({ events }: TokenizeContext, index: number, offset: number): boolean {
  const token = events[index]?.[1]
  // micromark sets the end when it leaves the token.
  return token !== undefined && token.start.offset < offset && !(token.end?.offset <= offset)
}
