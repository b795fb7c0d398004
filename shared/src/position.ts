/** A position as in the Language Server Protocol: zero-based lines, UTF-16 characters. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}
