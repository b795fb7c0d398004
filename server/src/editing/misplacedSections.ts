import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { findBlocks, type SectionBlock } from './sectionBlocks.ts'

/** A section that is not where the template has it, and the section that it belongs next to. */
export interface Misplaced {
  readonly block: SectionBlock
  readonly neighbour: SectionBlock
  /** True if it belongs before its neighbour, false if after it. */
  readonly isLate: boolean
}

/** The fewest sections that have to move so that all others can stay. */
export function findMisplaced(report: Report, blocks = findBlocks(report)): readonly Misplaced[] {
  const ordered = findOrdered(report, blocks)
  const kept = findLongestRising(ordered.map(({ position }) => position)).map(
    (index) => ordered[index] as Ordered,
  )
  return ordered.filter((each) => !kept.includes(each)).map((each) => toMisplaced(each, kept))
}

/** A section with its place in the template. */
interface Ordered {
  readonly block: SectionBlock
  readonly position: number
}

/**
 * Empty unless each section appears once and all are headings of one level: only then is their order clear.
 */
function findOrdered({ sections, template }: Report, blocks: readonly SectionBlock[]): readonly Ordered[] {
  const placeOf = ({ id }: Section) => template.sections.findIndex((each) => each.id === id)
  const found = blocks.flatMap((block): Ordered[] => {
    const position = placeOf(block.section)
    return position === -1 ? [] : [{ block, position }]
  })
  const titles = new Set(blocks.map(({ section }) => section.title.start))
  const isClear =
    new Set(found.map(({ block }) => block.depth)).size === 1 &&
    new Set(found.map(({ position }) => position)).size === found.length &&
    found.every(({ block }) => block.section.level <= 6) &&
    sections.every((section) => placeOf(section) === -1 || titles.has(section.title.start))
  return isClear ? found : []
}

function toMisplaced({ block, position }: Ordered, kept: readonly Ordered[]): Misplaced {
  const before = kept.findLast((each) => each.position < position)
  const after = kept.find((each) => each.position > position)
  const isLate = after !== undefined && after.block.start < block.start
  const neighbour = isLate ? after.block : (before ?? (after as Ordered)).block
  return { block, neighbour, isLate }
}

/**
 * The indices of a longest rising subsequence; of several, the one that ends first. There are no more numbers
 * than the template has sections, so quadratic time does no harm.
 */
function findLongestRising(numbers: readonly number[]): readonly number[] {
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
