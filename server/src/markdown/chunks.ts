import type { Chunk } from 'micromark-util-types'

/** micromark's codes for the characters that it does not take as they are. */
const endings: Readonly<Record<string, number>> = { '\r': -5, '\n': -4, '\r\n': -3 }
const tab = -2
const tabFill = -1
const replacement = 0xfffd
const tabSize = 4

/**
 * One line as micromark takes it in. Its own preprocessor holds a carriage return back until it has seen
 * what follows, and drops a byte order mark at every start; a line has neither trouble.
 */
export function chunksOf(line: string): Chunk[] {
  const chunks: Chunk[] = []
  let column = 1
  let taken = 0
  const special = /\r\n?|[\n\t\0]/g
  for (let match = special.exec(line); match !== null; match = special.exec(line)) {
    if (match.index > taken) chunks.push(line.slice(taken, match.index))
    column += match.index - taken
    taken = special.lastIndex
    if (match[0] === '\t') {
      const next = Math.ceil(column / tabSize) * tabSize + 1
      chunks.push(tab)
      for (column += 1; column < next; column += 1) chunks.push(tabFill)
    } else if (match[0] === '\0') {
      chunks.push(replacement)
      column += 1
    } else {
      chunks.push(endings[match[0]]!)
    }
  }
  if (taken < line.length) chunks.push(line.slice(taken))
  return chunks
}
