import type { Block } from '../../markdown/document.ts'
import { findWrittenTimes } from '../../time/written/findTimes.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { type Disclosure, findDisclosures } from '../disclosures/disclosures.ts'
import { Attached } from '../lines/attached.ts'
import type { Line } from '../lines/line.ts'
import { readLines } from '../lines/lines.ts'
import { type Markup, readMarkup } from '../lines/markup.ts'
import { findUnclosed } from '../lines/unclosed.ts'
import { findMarks, type Mark } from './marks.ts'
import { findSegments, type Segment } from './segments.ts'

/** Everything that can be read from one block by itself. Positions are relative to the block. */
export interface BlockFacts {
  readonly lines: readonly MarkedLine[]
  /** The end of the last line that is not blank; 0 for a blank block. */
  readonly contentEnd: number
  readonly lastLine: string
  readonly lineEnding: '\n' | '\r\n' | '\r' | null
  /** The line that would close a fence or HTML that this block leaves open. */
  readonly unclosed: string | null
  readonly markup: Markup
  readonly disclosed: readonly Disclosure[]
}

export interface MarkedLine {
  readonly line: Line
  readonly marks: readonly Mark[]
  readonly segments: readonly Segment[]
  /** Every time in the line, in prose as well as at its head. */
  readonly times: readonly WrittenTime[]
}

/** Facts live as long as their block, so an edit recomputes only those of the blocks that it touched. */
const known = new Attached<Block, BlockFacts>()

export function readBlock(block: Block): BlockFacts {
  let facts = known.get(block)
  if (facts === undefined) {
    facts = computeBlockFacts(block)
    known.set(block, facts)
  }
  return facts
}

function computeBlockFacts(block: Block): BlockFacts {
  const contentEnd = block.text.trimEnd().length
  return {
    lines: readLines(block.nodes, block.text, block.continues).map(markLine),
    contentEnd,
    lastLine:
      block.text
        .slice(Math.max(0, contentEnd - 200), contentEnd)
        .split(/[\r\n]/)
        .at(-1) ?? '',
    lineEnding: (/\r\n|\n|\r/.exec(block.text)?.[0] ?? null) as BlockFacts['lineEnding'],
    unclosed: findUnclosed(block),
    markup: readMarkup(block.nodes, block.text),
    disclosed: findDisclosures(block.text),
  }
}

function markLine(line: Line): MarkedLine {
  const isText = line.kind !== 'code' && line.kind !== 'rule' && line.kind !== 'picture'
  const hasTimes = isText && /\d|midnight|noon/i.test(line.text)
  return {
    line,
    marks: findMarks(line),
    segments: findSegments(line),
    times: hasTimes ? findWrittenTimes(line.text) : [],
  }
}
