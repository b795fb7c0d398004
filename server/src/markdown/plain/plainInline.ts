import type { Link, PhrasingContent, Text } from 'mdast'
import type { Point, Position } from 'unist'
import { type Excess, excessOf } from '../dense.ts'

/** Runs of characters that no inline construct begins with, ends with or looks at where they are. */
const plain =
  /(?:[^\0-\t\v\f\x0E-\x1F!&*<@[\\\]_`~]|!(?!\[)|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<![\w+.-])@)+/y
/** With these, plain characters may become a link. */
const address = /www|http/i
/** What may mean something even in a paragraph whose markup is not read. */
const special = /^\[|[\0-\t\v\f\x0E-\x1F]|[\w+.-]@|www|http/i
const code = /`([^\0-\x1F`]+)`(?!`)/y
const opening = /(?<![^\s!-/:-@[-`{-~])(?:\*\*?|__?)(?=[A-Za-z0-9])/y
const image = /!\[([^\0-\x1F!&*<@[\\\]_`~]*)\]\(([^\0- "'()<>\\&\x7F]+)\)/y
const resource = /\]\(([^\0- "'()<>\\&\x7F]+)\)/y
const letter = /[A-Za-z0-9]/
const punctuation = /[!-/:-@[-`{-~]/
const space = /\s/

/** The place up to which a paragraph or heading has been read. */
interface Reading {
  readonly source: string
  /** The offset of the source in its unit. */
  readonly offset: number
  at: number
  line: number
  /** The start of the line in the source; negative if the line begins before the source. */
  lineStart: number
}

/** What is read inside of what: there is nothing in emphasis but code and links, and in a link but code. */
type Within = 'line' | 'emphasis' | 'link'

/**
 * The inline content of a paragraph or heading that consists of words, code, emphasis and links in their simplest
 * forms; undefined if only micromark can tell what anything in it means.
 */
export function readPlainInline(
  source: string,
  { line, column, offset }: Point,
): PhrasingContent[] | undefined {
  if (excessOf(source) !== undefined) return undefined
  return readNodes({ source, offset: offset!, at: 0, line, lineStart: 1 - column }, 'line', undefined)
}

/** A paragraph that is too much to be read; undefined if it is not, or if only micromark can tell what is in it. */
export function readUnread(
  source: string,
  { line, column, offset }: Point,
): { readonly unread: Excess; readonly text: Text } | undefined {
  const unread = excessOf(source)
  if (unread === undefined || special.test(source)) return undefined
  const reading = { source, offset: offset!, at: 0, line, lineStart: 1 - column }
  return { unread, text: textTo(source.length, reading) }
}

function readNodes(reading: Reading, within: Within, end: string | undefined): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = []
  while (reading.source[reading.at] !== end) {
    const node = readNode(reading, within)
    if (node === undefined) return undefined
    nodes.push(node)
  }
  return nodes
}

function readNode(reading: Reading, within: Within): PhrasingContent | undefined {
  switch (reading.source[reading.at]) {
    case '`':
      return readCode(reading)
    case '[':
      return within === 'link' ? undefined : readLink(reading)
    case '!':
      return readImage(reading) ?? readText(reading)
    case '*':
    case '_':
      return within === 'line' ? readEmphasis(reading) : undefined
    default:
      return readText(reading)
  }
}

function readText(reading: Reading): Text | undefined {
  const { source, at } = reading
  plain.lastIndex = at
  if (!plain.test(source)) return undefined
  const end = plain.lastIndex
  const value = source.slice(at, end)
  if (address.test(value)) return undefined
  return textTo(end, reading)
}

function textTo(end: number, reading: Reading): Text {
  const { source, at } = reading
  const start = here(reading)
  for (let index = at; index < end; index += 1) {
    const character = source.charCodeAt(index)
    if (character !== lineFeed && (character !== carriageReturn || source.charCodeAt(index + 1) === lineFeed))
      continue
    reading.line += 1
    reading.lineStart = index + 1
  }
  return { type: 'text', value: source.slice(at, end), position: positionTo(reading, start, end) }
}

const lineFeed = 10
const carriageReturn = 13

/** A space at both ends of code is not part of it, so a space at either end is left to micromark. */
function readCode(reading: Reading): PhrasingContent | undefined {
  code.lastIndex = reading.at
  const value = code.exec(reading.source)?.[1]
  if (value === undefined || value.startsWith(' ') || value.endsWith(' ')) return undefined
  return { type: 'inlineCode', value, position: positionTo(reading, here(reading), code.lastIndex) }
}

/** Both marks must be certain to be what they are: the first can only open, the last can only close. */
function readEmphasis(reading: Reading): PhrasingContent | undefined {
  const { source } = reading
  opening.lastIndex = reading.at
  const mark = opening.exec(source)?.[0]
  if (mark === undefined) return undefined
  const start = here(reading)
  reading.at += mark.length
  const children = readNodes(reading, 'emphasis', mark[0])
  if (children === undefined || !closes(source, reading.at, mark)) return undefined
  const position = positionTo(reading, start, reading.at + mark.length)
  return { type: mark.length === 2 ? 'strong' : 'emphasis', children, position }
}

function closes(source: string, at: number, mark: string): boolean {
  const before = source[at - 1]!
  const after = source[at + mark.length]
  if (!source.startsWith(mark, at) || after === mark[0]) return false
  const isBehindSpace = after === undefined || space.test(after)
  return letter.test(before)
    ? isBehindSpace || punctuation.test(after)
    : isBehindSpace && punctuation.test(before)
}

function readImage(reading: Reading): PhrasingContent | undefined {
  image.lastIndex = reading.at
  const [, alt, url] = image.exec(reading.source) ?? []
  if (alt === undefined || url === undefined) return undefined
  return {
    type: 'image',
    title: null,
    url,
    alt,
    position: positionTo(reading, here(reading), image.lastIndex),
  }
}

function readLink(reading: Reading): Link | undefined {
  const start = here(reading)
  reading.at += 1
  if (reading.source[reading.at] === '^') return undefined
  const children = readNodes(reading, 'link', ']')
  if (children === undefined) return undefined
  resource.lastIndex = reading.at
  const url = resource.exec(reading.source)?.[1]
  if (url === undefined) return undefined
  const position = positionTo(reading, start, resource.lastIndex)
  return { type: 'link', title: null, url, children: children as Link['children'], position }
}

function here({ line, lineStart, at, offset }: Reading): Point {
  return { line, column: at - lineStart + 1, offset: offset + at }
}

/** Goes on to the end. */
function positionTo(reading: Reading, start: Point, end: number): Position {
  reading.at = end
  return { start, end: here(reading) }
}
