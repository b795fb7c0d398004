import { lineRange, type PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'

/** Something that happened or was the case, and what it happened because of. */
export interface Cause {
  readonly text: string
  readonly because: readonly Cause[]
}

const causeSections: ReadonlySet<string> = new Set([
  'root-cause-and-resolution',
  'root-cause',
  'contributing',
])

/** The innermost section about causes at the offset. */
export function findCauseSection({ sections }: Report, offset: number): Section | null {
  const found = sections.findLast(
    ({ id, start, end }) => causeSections.has(id) && start <= offset && offset <= end,
  )
  return found ?? null
}

/**
 * The nested lists of the section: an item is the reason for the one that it is nested in. Only lists with such an
 * item count, and what solved the problem is no reason for it.
 */
export function readCauses({ lines }: Report, section: Section): readonly Cause[] {
  const items = lines.filter((placed) => {
    const { start } = lineRange(placed)
    return placed.line.item !== null && section.start <= start && start < section.end
  })
  return nest(items, 0, items.length).filter(({ because }) => because.length > 0)
}

/** The items that are not nested in another one of these, each with those that are nested in it. */
function nest(items: readonly PlacedLine[], from: number, to: number): readonly Cause[] {
  const causes: Cause[] = []
  for (let index = from; index < to; ) {
    const { line, marks } = items[index] as PlacedLine
    let next = index + 1
    while (next < to && (items[next]?.line.depth ?? 0) > line.depth) next += 1
    const isReason = !marks.some(({ ids }) => ids.includes('resolution') || ids.includes('actions'))
    const text = textOf(line.text)
    if (isReason && text !== '') causes.push({ text, because: nest(items, index + 1, next) })
    index = next
  }
  return causes
}

/** "Why? Because the disk was full." says only that the disk was full. */
function textOf(text: string): string {
  return text
    .replace(/^\s{0,4}(?:why[^?]{0,80}\?\s{0,4})?(?:because\s{1,4})?/i, '')
    .replace(/[\s.;]{1,8}$/, '')
    .trim()
}
