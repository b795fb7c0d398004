import type { Nodes } from 'mdast'
import type { Point } from 'unist'

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
