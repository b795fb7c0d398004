import type { Code, List, Root, RootContent, Table } from 'mdast'
import { fenceRun, listMarker, type Signature } from './signature.ts'
import type { Continued } from './types.ts'

/** The nodes of a unit, without those that come from the sentinels around it. */
export function fragmentNodes(
  root: Root,
  signature: Signature,
  hasItemBehind: boolean,
  text: string,
): { readonly nodes: readonly RootContent[]; readonly continues: Continued | null } {
  const nodes = root.children
  if (hasItemBehind) dropLastItem(nodes.at(-1) as List)
  const continues = continuedBy(signature)
  if (continues !== null) dropOpening[continues](nodes[0]!, text)
  return { nodes, continues }
}

export function continuedBy(signature: Signature): Continued | null {
  if (listMarker(signature) !== undefined) return 'list'
  if (fenceRun(signature) !== undefined) return 'fence'
  return signature === 'table' ? 'table' : null
}

function dropLastItem(list: List): void {
  list.children.pop()
  const last = list.children.at(-1)
  if (last !== undefined) list.position!.end = { ...last.position!.end }
}

const dropOpening: Readonly<Record<Continued, (node: RootContent, text: string) => void>> = {
  list(node, text) {
    const list = node as List
    list.children.shift()
    if (list.ordered) list.start = Number.parseInt(text, 10)
    startAtTop(list)
  },
  table(node) {
    const table = node as Table
    table.children.shift()
    table.align = []
    startAtTop(table)
  },
  fence(node) {
    const code = node as Code
    code.value = code.value.slice(2)
    startAtTop(code)
  },
}

function startAtTop(node: RootContent): void {
  node.position!.start = { line: 1, column: 1, offset: 0 }
}
