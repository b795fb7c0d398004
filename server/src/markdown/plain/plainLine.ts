import type { Heading } from 'mdast'

/** A line that says by itself what it is, unless it is in code or continues a paragraph. */
export type PlainLine = Item | AtxHeading | Fence | { readonly type: 'blank' | 'text' | 'thematicBreak' }

export interface Item {
  readonly type: 'item'
  /** The bullet, or what is behind the number. */
  readonly marker: string
  /** Null in a list with bullets. */
  readonly number: number | null
  /** The length of the marker and the space after it. */
  readonly prefix: number
  /** With the space after it; empty without one. */
  readonly checkbox: string
}

interface AtxHeading {
  readonly type: 'heading'
  readonly level: Heading['depth']
}

interface Fence {
  readonly type: 'fence'
  readonly run: string
  readonly language: string
}

/** The start of a word, emphasis, code or a link, so that the line is text whatever the rest of it is. */
const text =
  /(?![0-9]{1,9}[.)](?:[ \t]|$))(?:[^\0- !#&*+\-:<=>@[\\_`|~]|(?:\*\*?|__?)[A-Za-z0-9]|`[^`]|\[[^^])/y
const item = /^(?:([-+*])|([0-9]{1,9})([.)])) (\[[ xX]\] )?/
const heading = /^(#{1,6}) (?=[^\0- ])/
const fence = /^(`{3,}|~{3,})([A-Za-z0-9]*)$/
/** Space at the end of a line is not part of it or breaks it, and hashes close a heading. */
const textEnd = /[^\0- ]$/
const headingEnd = /[^\0- #]$/

/** Undefined if the line is none of these, or one only together with others. The line ending is left out. */
export function readPlainLine(line: string): PlainLine | undefined {
  if (line === '') return blank
  if (line === '---') return thematicBreak
  if (startsText(line, 0)) return textEnd.test(line) ? textLine : undefined
  return readItem(line) ?? readHeading(line) ?? readFence(line)
}

const blank = { type: 'blank' } as const
const textLine = { type: 'text' } as const
const thematicBreak = { type: 'thematicBreak' } as const

function startsText(line: string, at: number): boolean {
  text.lastIndex = at
  return text.test(line)
}

function readItem(line: string): Item | undefined {
  const match = item.exec(line)
  if (match === null || !startsText(line, match[0].length) || !textEnd.test(line)) return undefined
  const [all, bullet, number, delimiter, checkbox = ''] = match
  return {
    type: 'item',
    marker: bullet ?? delimiter!,
    number: number === undefined ? null : Number.parseInt(number, 10),
    prefix: all.length - checkbox.length,
    checkbox,
  }
}

function readHeading(line: string): AtxHeading | undefined {
  const marks = heading.exec(line)?.[1]
  if (marks === undefined || !headingEnd.test(line)) return undefined
  return { type: 'heading', level: marks.length as Heading['depth'] }
}

function readFence(line: string): Fence | undefined {
  const match = fence.exec(line)
  return match === null ? undefined : { type: 'fence', run: match[1]!, language: match[2]! }
}
