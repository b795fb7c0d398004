import { lineRange, type PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TimelineEntry, TimelineStep } from '../../postmortem/times/readTimeline.ts'

/**
 * The entries list by list: those that stand below each other at one depth, with no title, no head of a table
 * and no paragraph between them that belongs to none of them. Two incidents in one report have two timelines,
 * and items below an entry tell of that entry.
 */
export function findTimelineLists({ timeline, lines }: Report): readonly (readonly TimelineEntry[])[] {
  const steps = new Set(timeline.steps.map(({ placed }) => lineRange(placed).start))
  const { source } = timeline
  const lists: TimelineEntry[][] = []
  let open: List[] = []
  let next = 0
  for (const placed of lines) {
    const { start, end } = lineRange(placed)
    if (start < source.start || end > source.end) continue
    const inside: TimelineEntry[] = []
    // Lines and entries stand in the same order, so that each is looked at once.
    for (
      let entry = timeline.entries[next];
      entry !== undefined && entry.start < Math.max(end, start + 1);
    ) {
      if (entry.start >= start) inside.push(entry)
      next += 1
      entry = timeline.entries[next]
    }
    if (inside.length > 0) {
      const { depth } = placed.line
      open = open.filter((list) => list.depth <= depth)
      let list = open.find((each) => each.depth === depth)
      if (list === undefined) {
        list = { depth, isItems: placed.line.item !== null, entries: [] }
        open.push(list)
        lists.push(list.entries)
      }
      list.entries.push(...inside)
    } else if (!steps.has(start) && ends(placed, open)) open = []
    else if (placed.line.item !== null) open = open.filter((list) => list.depth <= placed.line.depth)
  }
  return lists
}

interface List {
  readonly depth: number
  readonly isItems: boolean
  readonly entries: TimelineEntry[]
}

/** A heading that is a date or an entry ends nothing. */
function ends({ line }: PlacedLine, open: readonly List[]): boolean {
  if (line.kind === 'heading' || line.kind === 'header' || line.kind === 'rule') return true
  const isItems = open.some((list) => list.isItems)
  return (
    line.kind === 'text' &&
    isItems &&
    line.depth === 0 &&
    line.item === null &&
    line.opens &&
    line.text.trim() !== ''
  )
}

/** Times of day without "am" and "pm" may be either where no other time tells: nobody writes `2024-05-10 1:05` at noon. */
export function tellsHalvesOfDay(steps: readonly TimelineStep[]): boolean {
  return steps.some(({ step }) => {
    if (step.kind !== 'time' || step.time.clock === null) return false
    const { clock, date } = step.time
    return clock.meridiem !== null || clock.hour > 12 || clock.text.startsWith('0') || date?.form === 'iso'
  })
}
