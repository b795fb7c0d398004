/** A carriage return and the line feed after it end one line, and not two. */
export function hasBlankLine(text: string): boolean {
  return /\n[ \t]*\r?\n|\r[ \t]*\r/.test(text)
}
