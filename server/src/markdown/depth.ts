import type { Nodes, Parents, Root } from 'mdast'

/**
 * No text that people write is nested as deep as this, and everything that walks the tree by recursion is safe
 * within it.
 */
export const maxDepth = 200

/**
 * Leaves out what is nested deeper than the limit: a few kilobytes of `>` or `*` make a tree that no recursion
 * survives. This is the one place where the tree is not what remark-parse makes of the text.
 */
export function limitDepth(root: Root): void {
  let level: readonly Parents[] = [root]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth === maxDepth) {
      for (const parent of level) parent.children = []
      return
    }
    level = level.flatMap((parent) => (parent.children as Nodes[]).filter(isParent))
  }
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node
}
