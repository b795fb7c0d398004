/** The offset after the line that `from` is on, its ending included: LF, CRLF or CR. */
export function endOfLine(text: string, from: number): number {
  const ending = /\r\n?|\n/g
  ending.lastIndex = from
  return ending.test(text) ? ending.lastIndex : text.length
}

/** The number of code units in the line ending before `end`: 0, 1 or 2. */
export function lineEndingLength(text: string, end: number = text.length): number {
  const last = text[end - 1]
  if (last === '\r') return 1
  if (last !== '\n') return 0
  return text[end - 2] === '\r' ? 2 : 1
}

/** The number of line endings that are complete before `end`. */
export function countLineEndings(text: string, end: number = text.length): number {
  const ending = /\r\n?|\n/g
  let count = 0
  while (ending.test(text) && ending.lastIndex <= end) count += 1
  return count
}
