import type { Nodes } from 'mdast'
import type { Range } from './passage.ts'

/**
 * The children of a node, each with a position. The parser turns an address after an open bracket into a
 * link only after it has parsed the text, and drops the positions of the link and of the text around it.
 */
export function restorePositions(
  children: readonly Nodes[],
  within: Range,
  source: string,
): readonly Nodes[] {
  if (children.every(({ position }) => position !== undefined)) return children
  let at = within.start
  return children.map((child) => {
    if (child.position !== undefined) {
      at = child.position.end.offset ?? at
      return child
    }
    const text = shownText(child)
    const found = source.indexOf(text, at)
    const isFound = found !== -1 && found + text.length <= within.end
    const start = isFound ? found : at
    const end = isFound ? start + text.length : within.end
    at = isFound ? end : start
    return place(child, start, end)
  })
}

function place(node: Nodes, start: number, end: number): Nodes {
  const position = { start: toPoint(start), end: toPoint(end) }
  if (!('children' in node)) return { ...node, position }
  return { ...node, position, children: node.children.map((child) => place(child, start, end)) } as Nodes
}

/** Nothing reads the line and the column. */
function toPoint(offset: number) {
  return { line: 1, column: 1, offset }
}

function shownText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(shownText).join('') : ''
}
