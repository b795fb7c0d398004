import type { Nodes } from 'mdast'
import type { Block, MarkdownDocument } from '../../markdown/document.ts'
import type { Range } from '../lines/passage.ts'
import { closesFence } from '../lines/unclosed.ts'
import { type Contents, contentsBefore } from './pieces.ts'

/** A fence that nothing closes, so the rest of the document is code. */
export interface OpenFence {
  /** The line that opens it, without its indentation. */
  readonly opening: Range
  /** The fence that would close it. */
  readonly closing: string
}

/**
 * An open fence reaches to the end of the document, or of the list item or quotation that it is in. If such
 * an item or quotation ends within the document, nothing after it is lost; so only the last fence matters.
 */
export function findOpenFence(contents: Contents, document: MarkdownDocument): OpenFence | null {
  const [last] = contentsBefore(document.length, contents)
  const closing = last?.unclosed
  let offset = document.length
  for (const block of blocksBackwards(document)) {
    offset -= block.text.length
    if (block.text.trim() === '') continue
    if (block.continues === 'fence' && block.nodes.length === 1) continue
    const node = findLastNode(block.nodes)
    if (node?.type !== 'code') return null
    const start = node.position?.start.offset ?? 0
    const source = block.text.slice(start, node.position?.end.offset)
    const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0]
    if (fence === undefined) return null
    const lines = source.trimEnd().split(/\r\n|\r|\n/)
    const isNested = block.nodes.at(-1) !== node
    const isClosed = isNested
      ? lines.length > 1 && closesFence((lines.at(-1) as string).replace(/^[\s>]+/, ''), fence)
      : closing !== fence
    if (isClosed) return null
    const length = (lines[0] as string).trimEnd().length
    return { opening: { start: offset + start, end: offset + start + length }, closing: fence }
  }
  return null
}

function* blocksBackwards(document: MarkdownDocument): Iterable<Block> {
  for (const { blocks } of [...document.leaves()].reverse()) yield* [...blocks].reverse()
}

function findLastNode(nodes: readonly Nodes[]): Nodes | undefined {
  const last = nodes.at(-1)
  return last !== undefined && 'children' in last ? (findLastNode(last.children) ?? last) : last
}
