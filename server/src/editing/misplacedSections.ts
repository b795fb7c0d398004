import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { findBlock, findBlocks, type SectionBlock } from './sectionBlocks.ts'

/** A section that stands elsewhere than the template has it, and the one that it belongs beside. */
export interface Misplaced {
  readonly block: SectionBlock
  readonly neighbour: SectionBlock
  /** It belongs before its neighbour; else behind it. */
  readonly isLate: boolean
}

/** As few as possible: those that have to move so that all others can stay. */
export function findMisplaced(report: Report, blocks = findBlocks(report)): readonly Misplaced[] {
  const ordered = findOrdered(report, blocks)
  const kept = longestRun(ordered.map(({ position }) => position)).map((index) => ordered[index] as Ordered)
  return ordered.filter((each) => !kept.includes(each)).map((each) => toMisplaced(each, kept))
}

/** A section with its place in the template. */
interface Ordered {
  readonly block: SectionBlock
  readonly position: number
}

/** If each stands once and all are headings of one level: then the template's order can be asked of them. */
function findOrdered({ sections, template }: Report, blocks: readonly SectionBlock[]): readonly Ordered[] {
  const placeOf = ({ id }: Section) => template.sections.findIndex((each) => each.id === id)
  const found = blocks.flatMap((block): Ordered[] => {
    const position = placeOf(block.section)
    return position === -1 ? [] : [{ block, position }]
  })
  const isClear =
    new Set(found.map(({ block }) => block.depth)).size === 1 &&
    new Set(found.map(({ position }) => position)).size === found.length &&
    found.every(({ block }) => block.section.level <= 6) &&
    sections.every((section) => placeOf(section) === -1 || findBlock(section, blocks) !== undefined)
  return isClear ? found : []
}

function toMisplaced({ block, position }: Ordered, kept: readonly Ordered[]): Misplaced {
  const before = kept.findLast((each) => each.position < position)
  const after = kept.find((each) => each.position > position)
  const isLate = after !== undefined && after.block.start < block.start
  const neighbour = isLate ? after.block : (before ?? (after as Ordered)).block
  return { block, neighbour, isLate }
}

/** The indices of a longest run of rising numbers among these. */
function longestRun(numbers: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = []
  for (const [index, number] of numbers.entries()) {
    const before = runs.reduce<readonly number[]>((best, run) => {
      const last = numbers[run.at(-1) as number] as number
      return last < number && run.length > best.length ? run : best
    }, [])
    runs.push([...before, index])
  }
  return runs.reduce((best, run) => (run.length > best.length ? run : best), [])
}
