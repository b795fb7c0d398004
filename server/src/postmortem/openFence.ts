import type { MarkdownDocument } from '../markdown/document.ts'
import type { Content } from './pieces.ts'
import type { Range } from './report.ts'

/** A fence that nothing closes, so that all the rest of the document is code. */
export interface OpenFence {
  /** The line that opens it, without its indentation. */
  readonly opening: Range
  /** What would close it. */
  readonly closing: string
}

/** A fence that is left open reaches to the end of the document, so there is one at most. */
export function findOpenFence(contents: readonly Content[], document: MarkdownDocument): OpenFence | null {
  const last = contents.at(-1)
  if (last === undefined || last.unclosed === null || !/^[`~]/.test(last.unclosed)) return null
  let offset = document.length
  let opening = 0
  for (const block of [...document.blocks()].reverse()) {
    offset -= block.text.length
    if (block.continues === 'fence' || block.text.trim() === '') continue
    const node = block.nodes.at(-1)
    if (node?.type === 'code') opening = offset + (node.position?.start.offset ?? 0)
    break
  }
  const line = /^[^\r\n]*/.exec(document.slice(opening, opening + 200))?.[0].trimEnd() ?? ''
  return { opening: { start: opening, end: opening + line.length }, closing: last.unclosed }
}
