import type { Code, List, Nodes, Root, RootContent, Table } from 'mdast'
import type { Point } from 'unist'
import { lineEndingLength } from './lines.ts'
import type { Block, Continued } from './types.ts'
import { markUnit, type Unit } from './unit.ts'

/**
 * The tree of the whole document at absolute positions. A byte order mark is part of the text but not of the
 * tree: micromark drops it and counts from the character after it.
 */
export function treeOf(units: Iterable<Unit>): Root {
  const start = { line: 1, column: 1, offset: 0 }
  const children: RootContent[] = []
  let checked: boolean | undefined
  let end: Point = start
  let line = 0
  let offset = 0
  let before: Block = markUnit
  for (const unit of units) {
    if (unit === markUnit) continue
    const nodes = unit.nodes.map((node) => shiftedNode(node, line, offset))
    if (unit.continues !== null) join[unit.continues](children.at(-1)!, nodes.shift()!, before)
    for (const node of nodes) children.push(node)
    checked = unit.checked ?? checked
    end = shiftedPoint(unit.end, line, offset)
    line += unit.lineCount
    offset += unit.text.length
    before = unit
  }
  return { type: 'root', children, ...(checked === undefined ? {} : { checked }), position: { start, end } }
}

/** Adds to a construct the part of it that is in the next block. */
const join: Readonly<Record<Continued, (whole: RootContent, part: RootContent, before: Block) => void>> = {
  list(whole, part) {
    const list = whole as List
    for (const item of (part as List).children) list.children.push(item)
    list.spread = Boolean(list.spread || (part as List).spread)
    list.position!.end = part.position!.end
  },
  table(whole, part) {
    for (const row of (part as Table).children) (whole as Table).children.push(row)
    whole.position!.end = part.position!.end
  },
  fence(whole, part, before) {
    const ending = before.text.slice(before.text.length - lineEndingLength(before.text))
    ;(whole as Code).value += ending + (part as Code).value
    whole.position!.end = part.position!.end
  },
}

/** A copy of the node and all below it, with its positions moved by whole lines. */
export function shiftedNode<N extends Nodes>(node: N, lines: number, offset: number): N {
  const copy: Record<string, unknown> = { ...node }
  if (node.position !== undefined) {
    const { start, end } = node.position
    copy.position = { start: shiftedPoint(start, lines, offset), end: shiftedPoint(end, lines, offset) }
  }
  if ('children' in node) copy.children = node.children.map((child) => shiftedNode(child, lines, offset))
  return copy as unknown as N
}

function shiftedPoint(point: Point, lines: number, offset: number): Point {
  return { line: point.line + lines, column: point.column, offset: point.offset! + offset }
}
