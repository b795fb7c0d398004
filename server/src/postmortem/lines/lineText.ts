import type { Nodes, Parents } from 'mdast'
import { isBlankTag } from './blankTag.ts'
import { restorePositions } from './restorePositions.ts'
import { countWordsInText } from './words.ts'

/** A line of text while it is collected from the inline nodes of a paragraph, heading or cell. */
export interface LineText {
  text: string
  start: number
  end: number
  offsets: number[]
  bold: number
  code: { readonly start: number; readonly end: number }[]
  struck: { readonly start: number; readonly end: number }[]
  words: number
  links: string[]
  /** The line contains an image. */
  picture: boolean
}

interface Collector {
  readonly source: string
  readonly lines: LineText[]
  /** The text to count words in: inline code is one word there, and a bare address none. */
  prose: string
  bold: boolean
  struck: boolean
}

/** The lines of a node with inline content, split at line endings in the source and at `<br>`. */
export function collectLines(node: Nodes, source: string): readonly LineText[] {
  const collector: Collector = { source, lines: [emptyLine()], prose: '', bold: false, struck: false }
  collect(node, collector)
  closeLine(collector)
  return collector.lines.filter((line) => line.end > line.start)
}

/** The offset of a line that is still empty. */
const unset = -1

export function emptyLine(): LineText {
  return {
    text: '',
    start: unset,
    end: unset,
    offsets: [],
    bold: 0,
    code: [],
    struck: [],
    words: 0,
    links: [],
    picture: false,
  }
}

function collect(node: Nodes, collector: Collector): void {
  switch (node.type) {
    case 'text':
      collectText(node.value, startOf(node), endOf(node), collector)
      return
    case 'inlineCode':
      current(collector).code.push({
        start: current(collector).text.length,
        end: current(collector).text.length + node.value.length,
      })
      append(node.value, startOfCode(node, collector.source), endOf(node), 'code', collector)
      return
    case 'break':
      breakLine(collector)
      return
    case 'html':
      if (isBlankTag(node.value)) append(node.value, startOf(node), endOf(node), '', collector)
      else if (/^<img\b/i.test(node.value)) collectPicture(node, collector)
      else collectHtml(node.value, collector)
      return
    case 'image':
    case 'imageReference':
      collectPicture(node, collector)
      return
    case 'link': {
      current(collector).links.push(node.url)
      if (isBareAddress(node, collector.source)) {
        append(collector.source.slice(startOf(node), endOf(node)), startOf(node), endOf(node), ' ', collector)
        return
      }
      collectChildren(node, collector)
      current(collector).end = endOf(node)
      return
    }
    case 'strong':
      collectStyled(node, 'bold', collector)
      return
    case 'delete':
      collectStyled(node, 'struck', collector)
      return
    default:
      if ('value' in node) append(node.value, startOf(node), endOf(node), node.value, collector)
      else if ('children' in node) {
        touch(startOf(node), collector)
        collectChildren(node, collector)
        if (node.type === 'emphasis') current(collector).end = endOf(node)
      }
  }
}

function collectPicture(node: Nodes, collector: Collector): void {
  append('', startOf(node), endOf(node), '', collector)
  current(collector).picture = true
}

/** The children of a node that is bold or struck out as a whole. */
function collectStyled(node: Parents, style: 'bold' | 'struck', collector: Collector): void {
  const before = collector[style]
  collector[style] = true
  touch(startOf(node), collector)
  collectChildren(node, collector)
  collector[style] = before
  current(collector).end = endOf(node)
}

function collectChildren(node: Parents, collector: Collector): void {
  const within = { start: startOf(node), end: endOf(node) }
  for (const child of restorePositions(node.children, within, collector.source)) collect(child, collector)
}

/**
 * The value lacks the source's escapes, character references and line prefixes, so it is aligned where they
 * differ.
 */
function collectText(value: string, start: number, end: number, collector: Collector): void {
  const { source } = collector
  let at = start
  for (const part of splitLines(value)) {
    if (part.text === null) {
      at = Math.min(skipLineEnding(source, at), end)
      breakLine(collector)
      continue
    }
    while (at < end && part.text !== '' && source[at] !== part.text[0] && isPrefix(source[at])) at += 1
    if (source.startsWith(part.text, at)) {
      append(part.text, at, at + part.text.length, part.text, collector)
      at += part.text.length
    } else {
      at = appendAligned(part.text, at, end, collector)
    }
  }
}

function appendAligned(text: string, start: number, end: number, collector: Collector): number {
  const { source } = collector
  let at = start
  for (const character of text) {
    const reference = source[at] === '&' ? /^&#?\w{1,32};/.exec(source.slice(at, at + 36))?.[0] : undefined
    if (source[at] === '\\' && source.startsWith(character, at + 1)) at += 1
    const length = reference !== undefined && character !== '&' ? reference.length : character.length
    const next = Math.min(reference?.startsWith('&amp') ? at + reference.length : at + length, end)
    append(character, at, next, character, collector)
    at = next
  }
  return at
}

function splitLines(value: string): readonly { readonly text: string | null }[] {
  return value
    .split(/\r\n|\r|\n/)
    .flatMap((text, index) => (index === 0 ? [{ text }] : [{ text: null }, { text }]))
}

function skipLineEnding(source: string, start: number): number {
  let at = start
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at += 1
  return source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : at + 1
}

function isPrefix(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '>'
}

function collectHtml(value: string, collector: Collector): void {
  if (/^<br\b/i.test(value)) breakLine(collector)
  else if (/^<(?:b|strong)>/i.test(value)) collector.bold = true
  else if (/^<\/(?:b|strong)>/i.test(value)) collector.bold = false
  else if (/^<(?:del|s|strike)>/i.test(value)) collector.struck = true
  else if (/^<\/(?:del|s|strike)>/i.test(value)) collector.struck = false
}

function append(text: string, start: number, end: number, prose: string, collector: Collector): void {
  const line = current(collector)
  if (line.start === unset) line.start = start
  line.end = Math.max(line.end, end)
  if (text === '' && prose === '') return
  const last = line.offsets.length - 2
  const continues =
    last >= 0 && start - (line.offsets[last + 1] ?? 0) === line.text.length - (line.offsets[last] ?? 0)
  if (!continues) line.offsets.push(line.text.length, start)
  if (collector.bold && (line.bold === line.text.length || line.text.slice(line.bold).trim() === '')) {
    line.bold = line.text.length + text.length
  }
  if (collector.struck) line.struck.push({ start: line.text.length, end: line.text.length + text.length })
  line.text += text
  collector.prose += prose
}

/** Starts the line at markup that precedes its first character. */
function touch(start: number, collector: Collector): void {
  const line = current(collector)
  if (line.start !== unset) return
  line.start = start
  line.end = start
}

function breakLine(collector: Collector): void {
  closeLine(collector)
  collector.lines.push(emptyLine())
}

function closeLine(collector: Collector): void {
  current(collector).words = countWordsInText(collector.prose)
  collector.prose = ''
}

function current(collector: Collector): LineText {
  return collector.lines[collector.lines.length - 1] as LineText
}

function startOfCode(node: Nodes, source: string): number {
  let at = startOf(node)
  while (source[at] === '`') at += 1
  return at
}

function isBareAddress(node: Nodes & { type: 'link' }, source: string): boolean {
  const [child] = node.children
  if (node.children.length !== 1 || child?.type !== 'text') return false
  return source[startOf(node)] !== '[' || /^(?:https?:\/\/|www\.)\S+$/i.test(child.value)
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
