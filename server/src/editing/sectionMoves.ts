import { MarkdownDocument } from '../markdown/document.ts'
import type { Edit, Range } from '../postmortem/lines/passage.ts'
import { readReport } from '../postmortem/readReport.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { findMisplaced } from './misplacedSections.ts'
import { moveSection, type Relocation, swapSections } from './moveSection.ts'
import { findBlock, findBlocks, groupSiblings, type SectionBlock } from './sectionBlocks.ts'

/** Past the section before or after it, or to its place in the template. */
export type SectionMove = 'up' | 'down' | 'to-its-place'

/** The reason why a section cannot be moved. */
export type Obstacle =
  | 'open-fence'
  | 'no-lines-of-its-own'
  | 'no-neighbour'
  | 'not-beside'
  | 'in-its-place'
  | 'read-differently'

export type PlannedMove =
  | {
      readonly kind: 'moved'
      readonly edits: readonly Edit[]
      /** The lines that move, before the move. */
      readonly from: Range
      /** The start of the first of them, after the move. */
      readonly start: number
      readonly after: MarkdownDocument
    }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle }

/** The possible moves of each section, keyed by the start of its title. */
export function findMoves(report: Report): ReadonlyMap<number, readonly SectionMove[]> {
  const blocks = findBlocks(report)
  const misplaced = new Set(findMisplaced(report, blocks).map(({ block }) => block.section.title.start))
  const groups = groupSiblings(blocks)
  /** The first end of the blocks of a group so far. */
  const firstEnds = new Map<readonly SectionBlock[], number>()
  return new Map(
    blocks.map((block) => {
      const { start } = block.section.title
      const group = groups.get(block) ?? []
      const firstEnd = firstEnds.get(group) ?? Number.POSITIVE_INFINITY
      firstEnds.set(group, Math.min(firstEnd, block.end))
      const moves: readonly (readonly [SectionMove, boolean])[] = [
        ['up', firstEnd <= block.start],
        ['down', (group.at(-1) ?? block).start >= block.end],
        ['to-its-place', misplaced.has(start)],
      ]
      return [start, moves.flatMap(([move, isPossible]) => (isPossible ? [move] : []))]
    }),
  )
}

/**
 * Moves a section past its neighbour, to its place in the template, or to the place of another section.
 * Refuses if the report would then read differently: every section must keep its title and all of its words.
 */
export function planMove(section: Section, to: SectionMove | Section, report: Report): PlannedMove {
  if (report.openFence !== null) return refuse('open-fence')
  const blocks = findBlocks(report)
  const block = findBlock(section, blocks)
  if (block === undefined) return refuse('no-lines-of-its-own')
  const relocation = relocate(block, to, blocks, report)
  if (typeof relocation === 'string') return refuse(relocation)
  const after = MarkdownDocument.from(report.source.slice(0, report.region.end))
  after.edit([...relocation.edits].reverse())
  if (!readsTheSame(report, readReport(after, report.template))) return refuse('read-differently')
  return { kind: 'moved', ...relocation, from: { start: block.start, end: block.end }, after }
}

function relocate(
  block: SectionBlock,
  to: SectionMove | Section,
  blocks: readonly SectionBlock[],
  report: Report,
): Relocation | Obstacle {
  if (to === 'to-its-place') {
    const misplaced = findMisplaced(report, blocks).find((each) => each.block.start === block.start)
    return misplaced === undefined ? 'in-its-place' : moveSection(block, misplaced.neighbour, report)
  }
  if (typeof to === 'string') {
    const neighbour = findNeighbour(block, to, blocks)
    return neighbour === undefined ? 'no-neighbour' : swapSections(block, neighbour, report)
  }
  const other = findBlock(to, blocks)
  if (other === undefined || !siblingsOf(block, blocks).includes(other)) return 'not-beside'
  return moveSection(block, other, report)
}

function refuse(obstacle: Obstacle): PlannedMove {
  return { kind: 'refused', obstacle }
}

/** The next block that is a part of the same section. */
function findNeighbour(
  block: SectionBlock,
  direction: 'up' | 'down',
  blocks: readonly SectionBlock[],
): SectionBlock | undefined {
  const beside = siblingsOf(block, blocks)
  return direction === 'up'
    ? beside.findLast(({ start }) => start < block.start)
    : beside.find(({ start }) => start > block.start)
}

/** The parts of the same section, without those that the block is a part of, or that are parts of it. */
function siblingsOf(block: SectionBlock, blocks: readonly SectionBlock[]): readonly SectionBlock[] {
  const group = groupSiblings(blocks).get(block) ?? []
  return group.filter((other) => other.end <= block.start || block.end <= other.start)
}

/** A title with only a line ending around it may be read as something else in another place. */
function readsTheSame(before: Report, after: Report): boolean {
  const [one, other] = [before, after].map(({ sections }) => sections.map(describe).sort())
  return one?.join('\n') === other?.join('\n')
}

function describe({ id, title, level, words, empty }: Section): string {
  return [id, title.text, level, words, empty].join(' ')
}
