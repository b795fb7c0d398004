import type { Html, Image, Link, Nodes } from 'mdast'
import type { Range } from './passage.ts'
import { restorePositions } from './restorePositions.ts'

/** Markup that the plain text of a line no longer shows. */
export interface Markup {
  /** In reading order. */
  readonly links: readonly MarkedLink[]
  /** Inline code and code blocks, in reading order. */
  readonly code: readonly Range[]
  /** The character between the brackets of each checkbox, in reading order. */
  readonly checkboxes: readonly Range[]
  /** The targets for links within the document, in reading order. */
  readonly anchors: readonly Anchor[]
  /** What Markdown's reader leaves out, in reading order. */
  readonly unread: readonly UnreadPart[]
}

/** The first word of a part that is nested too deep to be read, has too much markup, or too many lines. */
export interface UnreadPart extends Range {
  readonly reason: 'deep' | 'dense' | 'long'
}

export interface MarkedLink extends Range {
  readonly kind: 'link' | 'image'
  /** `bare` is an address in the text; `definition` gives an address a name, as in `[name]: https://…`. */
  readonly form: 'inline' | 'bare' | 'definition' | 'reference' | 'html'
  /** Empty for a reference; its definition has the address. */
  readonly address: string
  readonly addressRange: Range
  /** What is between the brackets of an inline link; null if it has no text, and for everything else. */
  readonly textRange: Range | null
  /** The text of a link, or the alternative text of an image; null for an image without one. */
  readonly text: string | null
}

/** A heading, with its text, or an HTML element, with its `id` or `name`. */
export interface Anchor {
  readonly kind: 'heading' | 'name'
  readonly text: string
}

interface Collector {
  readonly source: string
  readonly links: MarkedLink[]
  readonly code: Range[]
  readonly checkboxes: Range[]
  readonly anchors: Anchor[]
  readonly unread: UnreadPart[]
}

/** Positions are relative to the block. */
export function readMarkup(nodes: readonly Nodes[], source: string): Markup {
  const collector: Collector = { source, links: [], code: [], checkboxes: [], anchors: [], unread: [] }
  for (const node of nodes) visit(node, collector)
  return collector
}

function visit(node: Nodes, collector: Collector): void {
  const range = rangeOf(node)
  const reason = node.data?.unread
  if (reason !== undefined) collector.unread.push({ ...firstWord(range, collector.source), reason })
  switch (node.type) {
    case 'code':
    case 'inlineCode':
      collector.code.push(range)
      break
    case 'link':
      collector.links.push(readLink(node, collector.source))
      break
    case 'image':
      collector.links.push(readImage(node, collector.source))
      break
    case 'imageReference':
      collector.links.push({
        ...range,
        kind: 'image',
        form: 'reference',
        address: '',
        addressRange: range,
        textRange: null,
        text: node.alt || null,
      })
      break
    case 'linkReference':
      collector.links.push({
        ...range,
        kind: 'link',
        form: 'reference',
        address: '',
        addressRange: range,
        textRange: null,
        text: textOf(node),
      })
      break
    case 'definition':
      collector.links.push({
        ...range,
        kind: 'link',
        form: 'definition',
        address: node.url,
        addressRange: findAddress(range, /\]:\s{0,4}<?/g, collector.source),
        textRange: null,
        text: node.label ?? '',
      })
      break
    case 'listItem':
      readCheckbox(node.checked ?? null, range, collector)
      break
    case 'heading':
      collector.anchors.push({ kind: 'heading', text: textOf(node) })
      break
    case 'html':
      readHtml(node, collector)
      break
  }
  if (!('children' in node)) return
  for (const child of restorePositions(node.children, range, collector.source)) visit(child, collector)
}

function firstWord({ start }: Range, source: string): Range {
  const word = /^\S{1,40}/u.exec(source.slice(start, start + 80))?.[0] ?? ''
  return { start, end: start + word.length }
}

function readLink(node: Link, source: string): MarkedLink {
  const range = rangeOf(node)
  const isInline = source[range.start] === '['
  return {
    start: range.start,
    end: range.end,
    kind: 'link',
    form: isInline ? 'inline' : 'bare',
    address: node.url,
    addressRange: isInline ? findAddress(range, /\]\(\s{0,4}<?/g, source) : trimBrackets(range, source),
    textRange: isInline ? findText(node, range, source) : null,
    text: textOf(node),
  }
}

function readImage(node: Image, source: string): MarkedLink {
  const range = rangeOf(node)
  return {
    start: range.start,
    end: range.end,
    kind: 'image',
    form: 'inline',
    address: node.url,
    addressRange: findAddress(range, /\]\(\s{0,4}<?/g, source),
    textRange: null,
    text: node.alt || null,
  }
}

/** The text and even the title may have brackets of their own, so the end is that of the last child. */
function findText({ children }: Link, { start }: Range, source: string): Range | null {
  const end = children.at(-1)?.position?.end.offset
  return end !== undefined && source.startsWith('](', end) ? { start: start + 1, end } : null
}

/** The address after the last match of `opening`, up to a blank or the closing bracket. */
function findAddress(range: Range, opening: RegExp, source: string): Range {
  const text = source.slice(range.start, range.end)
  let from = -1
  for (const match of text.matchAll(opening)) from = match.index + match[0].length
  if (from === -1) return range
  const length = text.slice(from).search(text[from - 1] === '<' ? />/ : /\s|\)[^)]*$/)
  const end = length === -1 ? text.length : from + length
  return { start: range.start + from, end: range.start + end }
}

function trimBrackets(range: Range, source: string): Range {
  const isBracketed = source[range.start] === '<' && source[range.end - 1] === '>'
  return isBracketed ? { start: range.start + 1, end: range.end - 1 } : range
}

function readCheckbox(checked: boolean | null, { start, end }: Range, collector: Collector): void {
  if (checked === null) return
  const box = collector.source.slice(start, Math.min(end, start + 200)).search(/\[[ \txX]\]/)
  if (box !== -1) collector.checkboxes.push({ start: start + box + 1, end: start + box + 2 })
}

const htmlTag = /<([a-z][a-z0-9]{0,15})\b([^<>]{0,800})>/gi
const attribute =
  /\b(src|alt|href|id|name)\s{0,3}=\s{0,3}(?:"([^"]{0,400})"|'([^']{0,400})'|([^\s"'>]{1,400}))/gi

function readHtml(node: Html, collector: Collector): void {
  const { start, end } = rangeOf(node)
  const html = collector.source.slice(start, end)
  if (!html.includes('=') && !/<img/i.test(html)) return
  for (const tag of html.replace(/<!--[\s\S]*?(?:-->|$)/g, blank).matchAll(htmlTag)) {
    const name = (tag[1] ?? '').toLowerCase()
    const at = start + tag.index
    const attributes = readAttributes(tag[2] ?? '', at + 1 + name.length)
    for (const each of ['id', 'name']) {
      const value = attributes.get(each)
      if (value !== undefined) collector.anchors.push({ kind: 'name', text: value.text })
    }
    const address = attributes.get(name === 'img' ? 'src' : 'href')
    if ((name !== 'img' && name !== 'a') || address === undefined) continue
    collector.links.push({
      start: at,
      end: at + tag[0].length,
      kind: name === 'img' ? 'image' : 'link',
      form: 'html',
      address: address.text,
      addressRange: { start: address.start, end: address.end },
      textRange: null,
      text: name === 'img' ? (attributes.get('alt')?.text ?? null) : '',
    })
  }
}

function readAttributes(text: string, base: number): Map<string, Range & { readonly text: string }> {
  const found = new Map<string, Range & { readonly text: string }>()
  for (const match of text.matchAll(attribute)) {
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    const start = base + match.index + match[0].lastIndexOf(value)
    found.set((match[1] ?? '').toLowerCase(), { text: value, start, end: start + value.length })
  }
  return found
}

/** Replaces a comment with blanks, which keeps the offsets after it. */
function blank(text: string): string {
  return ' '.repeat(text.length)
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if ('alt' in node) return node.alt ?? ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
