import type { AlignType, Heading, ListItem, Paragraph, RootContent, TableCell, TableRow } from 'mdast'
import type { Point } from 'unist'
import { readPlainInline, readUnread } from './plainInline.ts'
import type { Item } from './plainLine.ts'

/** A block, list item or row that is known by its lines, before its content is read. */
export type Draft = BlockDraft | ItemDraft | RowDraft

interface Bounds {
  readonly start: Point
  readonly end: Point
}

type BlockDraft = Bounds &
  (
    | { readonly type: 'paragraph' | 'thematicBreak' }
    | { readonly type: 'heading'; readonly level: Heading['depth']; readonly content: Bounds }
    | { readonly type: 'code'; readonly language: string; readonly value: string }
  )

type ItemDraft = Bounds & Item

interface RowDraft extends Bounds {
  readonly type: 'row'
  /** The columns of the table that begins with this row; null if it continues one. */
  readonly columns: { readonly align: AlignType[]; readonly end: Point } | null
}

/**
 * Neighbouring items are one list, and rows one table. Undefined if only micromark can read the content of one of the
 * drafts.
 */
export function nodesOf(drafts: readonly Draft[], text: string): RootContent[] | undefined {
  const nodes: RootContent[] = []
  for (const draft of drafts) {
    if (!addNode(nodes, draft, text)) return undefined
  }
  return nodes
}

function addNode(nodes: RootContent[], draft: Draft, text: string): boolean {
  if (draft.type === 'item') return addItem(nodes, draft, itemOf(draft, text))
  if (draft.type === 'row') return addRow(nodes, draft, rowOf(draft, text))
  const node = blockOf(draft, text)
  if (node !== undefined) nodes.push(node)
  return node !== undefined
}

function blockOf(draft: BlockDraft, text: string): RootContent | undefined {
  const { start, end } = draft
  const position = { start, end }
  switch (draft.type) {
    case 'paragraph':
      return unreadParagraphOf(start, end, text) ?? paragraphOf(start, end, text)
    case 'heading': {
      const children = inlineOf(draft.content.start, draft.content.end, text)
      return children && { type: 'heading', depth: draft.level, children, position }
    }
    case 'code':
      return { type: 'code', lang: draft.language || null, meta: null, value: draft.value, position }
    case 'thematicBreak':
      return { type: 'thematicBreak', position }
  }
}

function itemOf({ start, end, prefix, checkbox }: ItemDraft, text: string): ListItem | undefined {
  const paragraph = paragraphOf(moved(start, prefix + checkbox.length), end, text)
  if (paragraph === undefined) return undefined
  // The paragraph starts at the checkbox, unless text follows that.
  if (checkbox !== '' && paragraph.children[0]?.type !== 'text')
    paragraph.position!.start = moved(start, prefix)
  const checked = checkbox === '' ? null : checkbox[1] !== ' '
  return { type: 'listItem', spread: false, checked, children: [paragraph], position: { start, end } }
}

function addItem(
  nodes: RootContent[],
  { number, start, end }: ItemDraft,
  item: ListItem | undefined,
): boolean {
  if (item === undefined) return false
  const list = nodes.at(-1)
  if (list?.type === 'list') {
    list.children.push(item)
    list.position!.end = end
    return true
  }
  const ordered = number !== null
  nodes.push({
    type: 'list',
    ordered,
    start: number,
    spread: false,
    children: [item],
    position: { start, end },
  })
  return true
}

function rowOf({ start, end }: RowDraft, text: string): TableRow | undefined {
  const source = text.slice(start.offset, end.offset)
  const children: TableCell[] = []
  const last = source.endsWith('|') ? source.length - 1 : source.length
  for (let at = 0; at < last; ) {
    const next = source.indexOf('|', at + 1)
    const pipe = next === -1 ? source.length : next
    const from = source[at] === '|' ? at + 1 : at
    const padding = /[^ ]/.exec(source.slice(from, pipe))?.index ?? 0
    const inline = inlineOf(moved(start, from + padding), moved(start, pipe), text)
    if (inline === undefined) return undefined
    // The last cell includes the last pipe.
    const position = {
      start: moved(start, at),
      end: moved(start, pipe + 1 < source.length ? pipe : source.length),
    }
    children.push({ type: 'tableCell', children: inline, position })
    at = pipe
  }
  return { type: 'tableRow', children, position: { start, end } }
}

function addRow(nodes: RootContent[], { columns, start, end }: RowDraft, row: TableRow | undefined): boolean {
  if (row === undefined) return false
  const table = nodes.at(-1)
  if (columns === null && table?.type === 'table') {
    table.children.push(row)
    table.position!.end = end
    return true
  }
  const position = { start, end: columns?.end ?? end }
  nodes.push({ type: 'table', align: columns?.align ?? [], children: [row], position })
  return true
}

function paragraphOf(start: Point, end: Point, text: string): Paragraph | undefined {
  const children = inlineOf(start, end, text)
  return children && { type: 'paragraph', children, position: { start, end } }
}

function unreadParagraphOf(start: Point, end: Point, text: string): Paragraph | undefined {
  const read = readUnread(contentOf(start, end, text), start)
  if (read === undefined) return undefined
  const { unread } = read
  return { type: 'paragraph', children: [read.text], position: { start, end }, data: { unread } }
}

function inlineOf(start: Point, end: Point, text: string): Paragraph['children'] | undefined {
  return readPlainInline(contentOf(start, end, text), start)
}

/** Spaces at the end are part of the block, but not of its content. */
function contentOf(start: Point, end: Point, text: string): string {
  return text.slice(start.offset, end.offset).replace(/(?<! ) +$/, '')
}

export function moved({ line, column, offset }: Point, by: number): Point {
  return { line, column: column + by, offset: offset! + by }
}
