import type { Block } from '../markdown/document.ts'
import type { Line } from './line.ts'
import { readLines } from './lines.ts'
import { findMarks, type Mark } from './marks.ts'
import { findUnclosed } from './unclosed.ts'

/** What one block says on its own; positions are relative to the block. */
export interface BlockFacts {
  readonly lines: readonly MarkedLine[]
  /** The end of its last line that is not blank; 0 for a blank block. */
  readonly contentEnd: number
  readonly lastLine: string
  readonly lineEnding: '\n' | '\r\n' | '\r' | null
  /** The line that would close what this block leaves open. */
  readonly unclosed: string | null
}

export interface MarkedLine {
  readonly line: Line
  readonly marks: readonly Mark[]
}

/** Facts live as long as their block, so an edit costs only the blocks that it touched. */
const known = new WeakMap<Block, BlockFacts>()

export function readBlock(block: Block): BlockFacts {
  let facts = known.get(block)
  if (facts === undefined) {
    facts = findFacts(block)
    known.set(block, facts)
  }
  return facts
}

function findFacts(block: Block): BlockFacts {
  const contentEnd = block.text.trimEnd().length
  return {
    lines: readLines(block.nodes, block.text, block.continues).map((line) => ({
      line,
      marks: findMarks(line),
    })),
    contentEnd,
    lastLine: /[^\r\n]*$/.exec(block.text.slice(Math.max(0, contentEnd - 200), contentEnd))?.[0] ?? '',
    lineEnding: (/\r\n|\n|\r/.exec(block.text)?.[0] ?? null) as BlockFacts['lineEnding'],
    unclosed: findUnclosed(block),
  }
}
