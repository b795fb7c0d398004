import { suppressionsOfLine } from '../postmortem/blocks/findSuppression.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { countBelow } from '../postmortem/lines/offsets.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

/**
 * The lines that move with a section: everything below its title, and a comment above it that silences a
 * rule for the line of the title.
 */
export interface SectionBlock extends Range {
  /** A title that names two sections makes one block, which has the first of them. */
  readonly section: Section
  /**
   * The level of a heading; deeper than all headings for a line of text, and deeper still for a list item.
   */
  readonly depth: number
}

/** In reading order, without sections that have no lines of their own, such as the row of a table. */
export function findBlocks(report: Report): readonly SectionBlock[] {
  const { sections, lines } = report
  const findEnd = findEnds(report)
  let titleIndex = 0
  return sections.flatMap((section, index): SectionBlock[] => {
    if (section.title.start === sections[index - 1]?.title.start) return []
    const isBefore = (placed: PlacedLine) => placed.range.end < section.title.start
    while (titleIndex < lines.length - 1 && isBefore(lines[titleIndex] as PlacedLine)) titleIndex += 1
    const title = lines[titleIndex] as PlacedLine
    if (title.line.kind === 'row' || title.range.start !== section.start) return []
    const start = findFirstLine(section.start, report)
    const end = findEnd(section)
    return start < end ? [{ section, depth: depthOf(title), start, end }] : []
  })
}

export function findBlock(section: Section, blocks: readonly SectionBlock[]): SectionBlock | undefined {
  return blocks.find((block) => block.section.title.start === section.title.start)
}

/** For each block those that are parts of the same section, itself included: no shallower one is between them. */
export function groupSiblings(
  blocks: readonly SectionBlock[],
): ReadonlyMap<SectionBlock, readonly SectionBlock[]> {
  const open: (SectionBlock[] | undefined)[] = []
  return new Map(
    blocks.map((block) => {
      open.length = Math.min(open.length, block.depth + 1)
      const group = open[block.depth] ?? []
      open[block.depth] = group
      group.push(block)
      return [block, group]
    }),
  )
}

/** The text of the block without the blank lines at its end, and without a rule such as `---` among them. */
export function contentOf({ start, end }: Range, { source }: Pick<Report, 'source'>): string {
  const lines = source.slice(start, end).match(/[^\r\n]+(?:\r\n?|\n)?|\r\n?|\n/g) ?? []
  let count = lines.length
  while (count > 0 && isSeparator(lines[count - 1] as string, lines[count - 2] ?? '')) count -= 1
  return lines
    .slice(0, count)
    .join('')
    .replace(/(?:\r\n|\r|\n)$/, '')
}

/** Directly below text, `---` would turn that text into a title, so it is not a rule. */
function isSeparator(line: string, before: string): boolean {
  return (
    line.trim() === '' ||
    (before.trim() === '' &&
      /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line.trimEnd()))
  )
}

function depthOf({ line }: PlacedLine): number {
  return line.heading?.level ?? 7 + line.depth
}

/** A heading reaches to the next one of its level or above; any other title to the end of its section. */
function findEnds(report: Report): (section: Section) => number {
  const { sections, lines, region } = report
  const headings = lines.flatMap((placed) =>
    placed.line.heading === null ? [] : [{ start: placed.range.start, level: depthOf(placed) }],
  )
  const nextHeading = findNextUpTo(headings)
  const nextSection = findNextUpTo(sections)
  return (section) => {
    const next = nextHeading(section.level, section.end) ?? Number.POSITIVE_INFINITY
    const isHeading = section.level <= 6
    const limit = isHeading ? (nextSection(section.level, section.start + 1) ?? region.end) : section.end
    const end = Math.min(limit, next)
    return end >= region.end ? region.end : findFirstLine(end, report)
  }
}

/** Finds the start of the first title of a level or a higher one from an offset on. The titles are in order. */
function findNextUpTo(
  titles: readonly { readonly start: number; readonly level: number }[],
): (level: number, from: number) => number | undefined {
  const startsByLevel = new Map<number, readonly number[]>()
  return (level, from) => {
    const starts =
      startsByLevel.get(level) ?? titles.filter((each) => each.level <= level).map(({ start }) => start)
    startsByLevel.set(level, starts)
    return starts[countBelow(from, starts)]
  }
}

/** The start of the line, or of a comment above it that applies to this line alone. */
function findFirstLine(offset: number, { source, suppressions }: Report): number {
  const { start } = sourceLineAt(offset, source)
  const comment = suppressionsOfLine(offset, suppressions).find((each) => each.comment.end <= start)?.comment
  if (comment === undefined) return start
  const above = sourceLineAt(comment.start, source)
  return above.text.slice(0, comment.start - above.start).trim() === '' ? above.start : start
}
