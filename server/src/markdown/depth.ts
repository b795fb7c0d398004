import type { Nodes, Parents, Root } from 'mdast'

/**
 * No text that people write is nested as deep as this, and everything that walks the tree by recursion is safe
 * within it.
 */
export const maxDepth = 200

/**
 * Leaves out what is nested deeper than the limit: a few kilobytes of `>` or `*` make a tree that no recursion
 * survives. Except for dense text, this is the one place where the tree is not what remark-parse makes of it.
 */
export function limitDepth(root: Root): void {
  let level: readonly Parents[] = [root]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth === maxDepth) {
      for (const parent of level) cut(parent)
      return
    }
    level = level.flatMap((parent) => (parent.children as Nodes[]).filter(isParent))
  }
}

function cut(parent: Parents): void {
  if (parent.children.length === 0) return
  parent.children = []
  parent.data = { ...parent.data, unread: 'deep' }
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node
}

/**
 * The line without the markers that are nested too deep to be in the tree, of which micromark would keep a
 * container each for every line. Every character remains, so that everything keeps its place.
 */
export function limitMarkers(line: string): string {
  if (line.length <= maxDepth || isThematicBreak(line)) return line
  const marker = /[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]))/y
  for (let count = 0; count < maxDepth; count += 1) {
    if (!marker.test(line)) return line
  }
  const at = marker.lastIndex
  return line.slice(0, at) + line.slice(at).replace(/[^\r\n]/g, 'x')
}

function isThematicBreak(line: string): boolean {
  return /^(?:[-\s]*|[*\s]*)$/.test(line)
}
