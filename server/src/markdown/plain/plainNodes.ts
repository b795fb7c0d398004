import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Point } from 'unist'
import { readPlainInline } from './plainInline.ts'
import type { Item } from './plainLine.ts'

/** A block or list item that is known by its lines, before its content is read. */
export type Draft = BlockDraft | ItemDraft

interface Bounds {
  readonly start: Point
  readonly end: Point
}

type BlockDraft = Bounds &
  (
    | { readonly type: 'paragraph' | 'thematicBreak' }
    | { readonly type: 'heading'; readonly level: Heading['depth'] }
    | { readonly type: 'code'; readonly language: string; readonly value: string }
  )

type ItemDraft = Bounds & Item

/** Neighbouring items are one list. Undefined if only micromark can read the content of one of the drafts. */
export function nodesOf(drafts: readonly Draft[], text: string): RootContent[] | undefined {
  const nodes: RootContent[] = []
  for (const draft of drafts) {
    if (draft.type === 'item') {
      const item = itemOf(draft, text)
      if (item === undefined) return undefined
      addItem(nodes, item, draft.number)
    } else {
      const node = blockOf(draft, text)
      if (node === undefined) return undefined
      nodes.push(node)
    }
  }
  return nodes
}

function blockOf(draft: BlockDraft, text: string): RootContent | undefined {
  const { start, end } = draft
  const position = { start, end }
  switch (draft.type) {
    case 'paragraph':
      return paragraphOf(start, end, text)
    case 'heading': {
      const children = inlineOf(moved(start, draft.level + 1), end, text)
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

function addItem(nodes: RootContent[], item: ListItem, number: number | null): void {
  const last = nodes.at(-1)
  const { start, end } = item.position!
  if (last?.type === 'list') {
    last.children.push(item)
    last.position!.end = end
    return
  }
  const list: List = {
    type: 'list',
    ordered: number !== null,
    start: number,
    spread: false,
    children: [item],
    position: { start, end },
  }
  nodes.push(list)
}

function paragraphOf(start: Point, end: Point, text: string): Paragraph | undefined {
  const children = inlineOf(start, end, text)
  return children && { type: 'paragraph', children, position: { start, end } }
}

function inlineOf(start: Point, end: Point, text: string): Paragraph['children'] | undefined {
  return readPlainInline(text.slice(start.offset, end.offset), start)
}

function moved({ line, column, offset }: Point, by: number): Point {
  return { line, column: column + by, offset: offset! + by }
}
