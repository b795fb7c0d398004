import type { Heading, List, ListItem, Nodes, Table } from 'mdast'
import type { Continued } from '../../markdown/document.ts'
import { collectHtmlLines } from './htmlLines.ts'
import type { HeadingMarkup, Item, Line, LineKind } from './line.ts'
import { collectLines, emptyLine, endOf, type LineText, startOf } from './lineText.ts'
import { countWordsInText } from './words.ts'

interface Place {
  readonly source: string
  readonly depth: number
  readonly quoted: boolean
  readonly lines: Line[]
  /** The list item whose first line has not been added yet. */
  item: { readonly item: Item; readonly start: number } | null
}

/** In reading order. The lines of a list are the same however it is split into blocks. */
export function readLines(
  nodes: readonly Nodes[],
  source: string,
  continues: Continued | null,
): readonly Line[] {
  const place: Place = { source, depth: 0, quoted: false, lines: [], item: null }
  nodes.forEach((node, index) => {
    if (index === 0 && continues === 'fence') add('code', plainLine(node), place)
    else readNode(node, place)
  })
  return place.lines
}

function readNode(node: Nodes, place: Place): void {
  // Nobody writes thousands of lines without a blank one between them, so a program did.
  if (node.data?.unread === 'long') {
    add('code', plainLine(node), place)
    return
  }
  switch (node.type) {
    case 'heading':
      readHeading(node, place)
      break
    case 'paragraph':
      readParagraph(node, place)
      break
    case 'list':
      readList(node, place)
      break
    case 'table':
      readTable(node, place)
      break
    case 'blockquote':
      readInside(node.children, { ...place, quoted: true }, place)
      break
    case 'footnoteDefinition':
      readInside(node.children, { ...place }, place)
      break
    case 'code':
      readCode(node.value, node, place)
      break
    case 'html':
      readHtml(node.value, node, place)
      break
    case 'yaml':
      readMeta(node.value, node, place)
      break
    case 'thematicBreak':
      add('rule', plainLine(node), place)
      break
  }
}

/** An item without its first line yet is passed to the inner place, which may use it up. */
function readInside(nodes: readonly Nodes[], inner: Place, outer: Place): void {
  for (const node of nodes) readNode(node, inner)
  outer.item = inner.item
}

/**
 * Dashes below a paragraph turn all of it into a heading in Markdown, which its author rarely meant. Only a
 * short single line counts as one.
 */
function readHeading(node: Heading, place: Place): void {
  const source = place.source.slice(startOf(node), endOf(node))
  const isAtx = source.startsWith('#')
  const texts = collectLines(node, place.source)
  const first = texts[0]
  if (first === undefined) return
  if (!isAtx && (texts.length > 1 || first.words > 12)) {
    texts.forEach((text, index) => {
      add('text', text, place, { opens: index === 0 })
    })
    return
  }
  const form = !isAtx ? 'setext' : /[^\\#\s][ \t]*#+[ \t]*$/.test(source.slice(-80)) ? 'closed-atx' : 'atx'
  const whole = { ...first, start: startOf(node), end: endOf(node) }
  add('heading', whole, place, { heading: { level: node.depth, form } })
}

function readParagraph(node: Nodes, place: Place): void {
  const lines = collectLines(node, place.source)
  const end = place.depth === 0 ? endOfToml(lines) : 0
  lines.forEach((text, index) => {
    if (index < end) {
      if (!isTomlFence(text)) add('meta', { ...text, words: 0 }, place)
      return
    }
    const glued = /^(#{1,6})[^\s#\d!]/.exec(text.text)?.[1]
    if (text.picture && text.text.trim() === '') add('picture', text, place)
    else if (glued !== undefined && text.words <= 12 && place.depth === 0) {
      add('heading', withoutHashes(text, glued.length), place, {
        heading: { level: glued.length, form: 'glued' },
      })
    } else add('text', text, place, { opens: index === end })
  })
}

/** Markdown does not know front matter between lines of plus signs, which some sites have. */
function isTomlFence({ text }: LineText): boolean {
  return text.trim() === '+++'
}

/** The number of lines up to the end of such front matter; 0 for any other paragraph. */
function endOfToml(lines: readonly LineText[]): number {
  const [first] = lines
  if (first === undefined || !isTomlFence(first)) return 0
  const closing = lines.findIndex((text, index) => index > 0 && isTomlFence(text))
  return closing === -1 ? lines.length : closing + 1
}

function withoutHashes(text: LineText, count: number): LineText {
  const offsets = text.offsets.map((value, index) =>
    index % 2 === 0 ? Math.max(value - count, 0) : index === 1 ? value + count : value,
  )
  return { ...text, text: text.text.slice(count), offsets, bold: Math.max(text.bold - count, 0) }
}

function readList(node: List, place: Place): void {
  for (const child of node.children) readItem(child, place, node.ordered === true)
}

function readItem(node: ListItem, place: Place, ordered: boolean): void {
  const marker = place.source[startOf(node)]
  const item: Item = {
    marker: ordered || (marker !== '*' && marker !== '+') ? (ordered ? 'number' : '-') : marker,
    done: node.checked ?? null,
  }
  const inner: Place = { ...place, depth: place.depth + 1, item: { item, start: startOf(node) } }
  for (const child of node.children) readNode(child, inner)
  if (inner.item === null) return
  const start = startOf(node)
  add('text', { ...plainLine(node), end: Math.min(start + 1, endOf(node)) }, inner)
}

function readTable(node: Table, place: Place): void {
  node.children.forEach((row, index) => {
    const cells = row.children.map((cell) => {
      const lines = collectLines(cell, place.source)
      return lines.length <= 1 ? (lines[0] ?? plainLine(cell)) : joinLines(lines)
    })
    const text: LineText = {
      ...joinLines(cells),
      start: startOf(row),
      end: endOf(row),
      bold: 0,
    }
    add(index === 0 && isHeaderRow(node, place.source) ? 'header' : 'row', text, place, { cells })
  })
}

/** A long table is read in pieces, and only the first has a line of dashes below its first row. */
function isHeaderRow(table: Table, source: string): boolean {
  const [first, second] = table.children
  if (first === undefined) return false
  const between = source.slice(endOf(first), second === undefined ? endOf(table) : startOf(second))
  return /[-:]/.test(between)
}

function joinLines(lines: readonly LineText[]): LineText {
  const offsets: number[] = []
  const code: LineText['code'] = []
  const struck: LineText['struck'] = []
  let text = ''
  for (const line of lines) {
    if (text !== '') text += ' '
    for (const { start, end } of line.code) code.push({ start: text.length + start, end: text.length + end })
    for (const { start, end } of line.struck)
      struck.push({ start: text.length + start, end: text.length + end })
    for (let pair = 0; pair < line.offsets.length; pair += 2) {
      offsets.push(text.length + (line.offsets[pair] ?? 0), line.offsets[pair + 1] ?? 0)
    }
    text += line.text
  }
  return {
    text,
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    offsets,
    bold: lines[0]?.bold ?? 0,
    code,
    struck,
    words: lines.reduce((sum, line) => sum + line.words, 0),
    links: lines.flatMap((line) => line.links),
    picture: false,
  }
}

/**
 * Four spaces before a line make it code in Markdown. Authors who centre a title or indent an answer do not
 * mean code, so text that reads like prose is read as lines.
 */
function readCode(value: string, node: Nodes, place: Place): void {
  const source = place.source.slice(startOf(node), endOf(node))
  const isFenced = /^(?:`{3}|~{3})/.test(source.trimStart())
  const isList = !isFenced && readsLikeList(value)
  if (isFenced || !(isList || readsLikeProse(value))) {
    add('code', plainLine(node), place)
    return
  }
  let opens = true
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const text = match[0].trim()
    if (text === '') {
      opens = true
      continue
    }
    const start = startOf(node) + match.index + match[0].indexOf(text)
    const bullet = isList ? (/^-\s+/.exec(text)?.[0].length ?? 0) : 0
    const inner: Place = isList ? { ...place, depth: place.depth + 1 } : place
    if (bullet > 0) inner.item = { item: { marker: '-', done: null }, start }
    add('text', plainText(text.slice(bullet), start + bullet), inner, { opens })
    opens = false
  }
}

/** A list of sentences, which are not the entries of a YAML file. */
function readsLikeList(code: string): boolean {
  const items = code.match(/^[^\S\n\r\u2028\u2029]*-\s.*$/gm) ?? []
  return (
    /^\s*-\s/.test(code) &&
    items.every((item) => /^\s*-\s+\p{Lu}\p{L}*[ ,:]\s*\S+ \S/u.test(item)) &&
    readsLikeProse(code.replace(/^([^\S\n\r\u2028\u2029]*)-\s/gm, '$1'))
  )
}

function readsLikeProse(code: string): boolean {
  return !/[{}=<>|\\]|\w\(|;\s*$|^[^\S\n\r\u2028\u2029]*[$#>/-]|:\/\//m.test(code) && /[a-z]/i.test(code)
}

function plainText(text: string, start: number): LineText {
  const words = countWordsInText(text)
  return { ...emptyLine(), text, start, end: start + text.length, offsets: [0, start], words }
}

function readHtml(value: string, node: Nodes, place: Place): void {
  for (const line of collectHtmlLines(value)) {
    const start = startOf(node) + line.start
    const text = plainText(line.text, start)
    text.end = Math.max(startOf(node) + line.end, start)
    if (line.bold) text.bold = line.text.length
    if (line.isPicture) add('picture', text, place)
    else if (line.preformatted) add('code', { ...text, text: '', offsets: [], words: 0 }, place)
    else if (line.level > 0) add('heading', text, place, { heading: { level: line.level, form: 'html' } })
    else if (line.isItem && place.item === null) {
      add('text', text, { ...place, depth: 1, item: { item: { marker: '-', done: null }, start } })
    } else add('text', text, place)
  }
}

function readMeta(value: string, node: Nodes, place: Place): void {
  let at = startOf(node) + 3
  for (const line of value.split(/\r\n|\r|\n/)) {
    const start = Math.max(place.source.indexOf(line, at), at)
    at = start + line.length
    add('meta', { ...plainText(line, start), words: 0 }, place)
  }
}

function plainLine(node: Nodes): LineText {
  return { ...emptyLine(), start: startOf(node), end: endOf(node) }
}

interface Extra {
  readonly opens?: boolean
  readonly heading?: HeadingMarkup
  readonly cells?: Line['cells']
}

function add(kind: LineKind, text: LineText, place: Place, extra: Extra = {}): void {
  const item = place.item
  place.item = null
  place.lines.push({
    kind,
    text: text.text,
    start: item === null ? text.start : Math.min(item.start, text.start),
    end: text.end,
    offsets: text.offsets,
    bold: text.bold,
    code: text.code,
    struck: text.struck,
    words: text.words,
    depth: place.depth,
    item: item?.item ?? null,
    quoted: place.quoted,
    opens: extra.opens ?? true,
    heading: extra.heading ?? null,
    cells: extra.cells ?? [],
    links: text.links,
  })
}
