import type { AlignType, Heading } from 'mdast'
import { startsHere } from '../signature.ts'

/** A line that says by itself what it is, unless it is in code or continues something. */
export type PlainLine = Blank | Text | Underline | Item | AtxHeading | Row | Fence

interface Blank {
  readonly type: 'blank'
}

interface Text {
  readonly type: 'text'
  /** It may be a definition, which is no paragraph. */
  readonly mayDefine: boolean
}

/** Makes a heading of the paragraph above it. Three dashes below nothing are a thematic break. */
interface Underline {
  readonly type: 'underline'
  readonly level: 1 | 2
  readonly isBreak: boolean
}

export interface Item {
  readonly type: 'item'
  /** The bullet, or what follows the number. */
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

interface Row {
  readonly type: 'row'
  /** The number of its cells. */
  readonly count: number
  /** The alignment of each column if the row has nothing but dashes. */
  readonly align: AlignType[] | null
}

interface Fence {
  readonly type: 'fence'
  readonly run: string
  readonly language: string
}

/** The start of a word, emphasis, code, a link or a picture, so that the line is text whatever the rest of it is. */
const text =
  /(?![0-9]{1,9}[.)](?:[ \t]|$))(?:[^\0- !#&*+\-:<=>[\\_`|~]|(?:\*\*?|__?)[A-Za-z0-9]|`[^`]|!?\[[^^])/y
const item = /^(?:([-+*])|([0-9]{1,9})([.)])) (\[[ xX]\] )?/
const heading = /^(#{1,6}) (?=[^\0- ])/
const underline = /^(?:=+|--+)$/
const row = /^\|[^\0-\x1F\\]*\|$/
const nextRow = /^(?!\|$)[^\0-\x1F\\]*(?<! )$/
const delimiterRow = /^\|(?: ?:?-+:? ?\|)+$/
const fence = /^(`{3,}|~{3,})([A-Za-z0-9]*)$/
const closingHashes = /# *$/

/** Undefined if the line is none of these. Its ending is left out. */
export function readPlainLine(line: string): PlainLine | undefined {
  if (line === '') return { type: 'blank' }
  if (startsText(line, 0)) return { type: 'text', mayDefine: line.startsWith('[') }
  return readItem(line) ?? readHeading(line) ?? readRow(line) ?? readUnderline(line) ?? readFence(line)
}

function startsText(line: string, at: number): boolean {
  text.lastIndex = at
  return text.test(line)
}

function readItem(line: string): Item | undefined {
  const match = item.exec(line)
  if (match === null || !startsText(line, match[0].length)) return undefined
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
  if (marks === undefined || closingHashes.test(line)) return undefined
  return { type: 'heading', level: marks.length as Heading['depth'] }
}

function readRow(line: string): Row | undefined {
  if (!row.test(line)) return undefined
  const cells = line.slice(1, -1).split('|')
  return { type: 'row', count: cells.length, align: delimiterRow.test(line) ? cells.map(alignOf) : null }
}

/** Below a row, a line is a row without any pipes. */
export function isNextRow(line: string): boolean {
  return startsHere('table', line) && nextRow.test(line)
}

function alignOf(dashes: string): AlignType {
  const isLeft = dashes.trimStart().startsWith(':')
  const isRight = dashes.trimEnd().endsWith(':')
  if (isLeft) return isRight ? 'center' : 'left'
  return isRight ? 'right' : null
}

function readUnderline(line: string): Underline | undefined {
  if (!underline.test(line)) return undefined
  return { type: 'underline', level: line[0] === '=' ? 1 : 2, isBreak: line.startsWith('---') }
}

function readFence(line: string): Fence | undefined {
  const match = fence.exec(line)
  return match === null ? undefined : { type: 'fence', run: match[1]!, language: match[2]! }
}
