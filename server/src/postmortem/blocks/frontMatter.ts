import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Passage } from '../lines/passage.ts'

/** The text between the fences of the front matter; null without front matter. */
export function findFrontMatter(document: MarkdownDocument): Passage | null {
  let base = 0
  for (const block of document.blocks()) {
    const [node] = block.nodes
    if (node?.type === 'yaml') {
      const source = block.text.slice(node.position?.start.offset, node.position?.end.offset)
      const opening = /^---[ \t]*(?:\r\n|\r|\n)/.exec(source)?.[0].length ?? 0
      const text = source.slice(opening).replace(/---[ \t]*$/, '')
      const start = base + (node.position?.start.offset ?? 0) + opening
      return { text, start, end: start + text.length }
    }
    if (node !== undefined) return null
    base += block.text.length
  }
  return null
}
