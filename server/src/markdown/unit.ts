import type { Point } from 'unist'
import { countLineEndings } from './lines.ts'
import type { Signature } from './signature.ts'
import type { Block } from './types.ts'

/** A block with what the next edit needs to know about it. */
export interface Unit extends Block {
  /** The signature of the text before it. */
  readonly signature: Signature
  /** The link and footnote definitions in it. */
  readonly defined: readonly string[]
  /** The identifiers that its inline content asked for, each with the answer it was given. */
  readonly asked: ReadonlyMap<string, boolean>
  /** The value that the checkbox of a task sets on the root, which happens in one inconsistent case. */
  readonly checked: boolean | undefined
  /** The end of the root that it was read as, which is not always the end of the text. */
  readonly end: Point
}

export const byteOrderMark = '\uFEFF'

/** The whole of a text that is too long to be read. */
export function unreadUnit(text: string): Unit {
  const lineCount = countLineEndings(text)
  return { ...markUnit, text, lineCount, end: { line: lineCount + 1, column: 1, offset: text.length } }
}

/** A byte order mark is a unit of its own, so that all others start in column 1. */
export const markUnit: Unit = {
  text: byteOrderMark,
  lineCount: 0,
  nodes: [],
  continues: null,
  signature: 'top',
  defined: [],
  asked: new Map(),
  checked: undefined,
  end: { line: 1, column: 1, offset: 0 },
}
