import type { List, ListItem, Nodes, Parents, Root, Table } from 'mdast'
import { type Html, html, nothing } from '../library/page/html.ts'
import { readRawText } from './rawHtml.ts'

/** How a markup language says what languages say in different ways. All text is data. */
export interface Dialect {
  readonly heading: (depth: number, content: Html, text: string) => Html
  readonly code: (text: string) => Html
  /** Null if the address leads nowhere for readers of the copy, as for the two below. */
  readonly link: (address: string, content: Html) => Html | null
  readonly image: (address: string, alternative: string) => Html | null
  readonly tasks: (items: readonly WrittenTask[]) => Html
  readonly noteReference: (number: number) => Html
  readonly notes: (notes: readonly WrittenNote[]) => Html
}

export interface WrittenTask {
  readonly isDone: boolean
  readonly content: Html
}

export interface WrittenNote {
  readonly number: number
  readonly content: Html
}

/** Writes Markdown in another markup language. Raw HTML in it is no markup: only its text is kept. */
export function writeMarkdown(root: Root, dialect: Dialect): Html {
  const context = { dialect, ...collectReferences(root), numbers: new Map<string, number>() }
  const body = writeBlocks(root.children, context)
  const notes: WrittenNote[] = []
  // A note may refer to another one, which then joins the end of the list.
  for (const [identifier, number] of context.numbers)
    notes.push({ number, content: writeBlocks(context.notes.get(identifier) ?? [], context) })
  return notes.length === 0 ? body : html`${body}${dialect.notes(notes)}`
}

/** The words of a node, without any markup. */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

interface Context {
  readonly dialect: Dialect
  /** The addresses that the text gives names. */
  readonly addresses: ReadonlyMap<string, string>
  readonly notes: ReadonlyMap<string, readonly Nodes[]>
  /** The numbers of the notes, in the order in which the text refers to them. */
  readonly numbers: Map<string, number>
}

/** Of several definitions of one name, the first one counts. */
function collectReferences(root: Root): Pick<Context, 'addresses' | 'notes'> {
  const addresses = new Map<string, string>()
  const notes = new Map<string, readonly Nodes[]>()
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !addresses.has(node.identifier))
      addresses.set(node.identifier, node.url)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node.children)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
  return { addresses, notes }
}

type Writers = {
  readonly [Type in Nodes['type']]?: (node: Extract<Nodes, { type: Type }>, context: Context) => Html
}

/** Definitions are written where they are referred to, and front matter nowhere. */
const writers: Writers = {
  paragraph: (node, context) => html`<p>${writeInline(node, context)}</p>\n`,
  heading: (node, context) =>
    html`${context.dialect.heading(node.depth, writeInline(node, context), textOf(node))}\n`,
  thematicBreak: () => html`<hr/>\n`,
  blockquote: (node, context) => html`<blockquote>\n${writeBlocks(node.children, context)}</blockquote>\n`,
  list: writeList,
  table: writeTable,
  code: ({ value }, { dialect }) => html`${dialect.code(value)}\n`,
  html: ({ value }) => html`${readRawText(value)}`,
  text: ({ value }) => html`${value}`,
  emphasis: (node, context) => html`<em>${writeInline(node, context)}</em>`,
  strong: (node, context) => html`<strong>${writeInline(node, context)}</strong>`,
  delete: (node, context) => html`<del>${writeInline(node, context)}</del>`,
  inlineCode: ({ value }) => html`<code>${value}</code>`,
  break: () => html`<br/>`,
  link: (node, context) => writeLink(node.url, node, context),
  linkReference: (node, context) => writeLink(context.addresses.get(node.identifier), node, context),
  image: ({ url, alt }, context) => writeImage(url, alt, context),
  imageReference: ({ identifier, alt }, context) =>
    writeImage(context.addresses.get(identifier), alt, context),
  footnoteReference: ({ identifier }, { dialect, numbers }) => {
    const number = numbers.get(identifier) ?? numbers.size + 1
    numbers.set(identifier, number)
    return dialect.noteReference(number)
  },
}

function writeNode(node: Nodes, context: Context): Html {
  const write = writers[node.type] as ((node: Nodes, context: Context) => Html) | undefined
  return write?.(node, context) ?? nothing
}

/** Raw HTML between paragraphs is a paragraph if it has any text. */
function writeBlocks(nodes: readonly Nodes[], context: Context): Html {
  return html`${nodes.map((node) => {
    if (node.type !== 'html') return writeNode(node, context)
    const text = readRawText(node.value).trim()
    return text === '' ? nothing : html`<p>${text}</p>\n`
  })}`
}

function writeInline({ children }: Pick<Parents, 'children'>, context: Context): Html {
  return html`${children.map((node) => writeNode(node, context))}`
}

/** A list in which every item has a box is a list of tasks; in another one, a box is a character. */
function writeList(list: List, context: Context): Html {
  const { children, ordered, start } = list
  if (children.every(({ checked }) => typeof checked === 'boolean'))
    return html`${context.dialect.tasks(
      children.map((item) => ({ isDone: item.checked === true, content: writeItem(item, list, context) })),
    )}\n`
  const items = children.map((item) => html`<li>${writeBox(item)}${writeItem(item, list, context)}</li>\n`)
  if (ordered !== true) return html`<ul>\n${items}</ul>\n`
  return start == null || start === 1
    ? html`<ol>\n${items}</ol>\n`
    : html`<ol start="${start}">\n${items}</ol>\n`
}

function writeBox({ checked }: ListItem): string {
  return checked == null ? '' : checked ? '☑ ' : '☐ '
}

/** The text of an item is only a paragraph in a list with blank lines. */
function writeItem({ children, spread }: ListItem, list: List, context: Context): Html {
  const isLoose = list.spread === true || spread === true
  return html`${children.map((child) =>
    child.type === 'paragraph' && !isLoose
      ? writeInline(child, context)
      : html`\n${writeBlocks([child], context)}`,
  )}`
}

function writeTable({ children: [head, ...rows] }: Table, context: Context): Html {
  const row = (cells: readonly Parents[], write: (content: Html) => Html) =>
    html`<tr>${cells.map((cell) => write(writeInline(cell, context)))}</tr>\n`
  const header = row(head?.children ?? [], (content) => html`<th>${content}</th>`)
  const body = rows.map(({ children }) => row(children, (content) => html`<td>${content}</td>`))
  return html`<table><tbody>\n${header}${body}</tbody></table>\n`
}

function writeLink(address: string | undefined, node: Pick<Parents, 'children'>, context: Context): Html {
  const content = writeInline(node, context)
  return (address === undefined ? null : context.dialect.link(address, content)) ?? content
}

function writeImage(
  address: string | undefined,
  alternative: string | null | undefined,
  { dialect }: Context,
) {
  const text = alternative ?? ''
  return (address === undefined ? null : dialect.image(address, text)) ?? html`${text}`
}
