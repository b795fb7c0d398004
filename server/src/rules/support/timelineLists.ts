import { perReport } from '../../checking/keptAnswers.ts'
import { linesBetween } from '../../postmortem/blocks/linesBetween.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { TimelineEntry, TimelineStep } from '../../postmortem/times/readTimeline.ts'

/**
 * The entries of each list: those below one another at the same depth, without a heading, a table header or
 * an unrelated paragraph between them. A report on two incidents has two timelines, and items nested below an
 * entry belong to that entry.
 */
export const findTimelineLists = perReport((report): readonly (readonly TimelineEntry[])[] => {
  const { timeline } = report
  const steps = new Set(timeline.steps.map(({ placed }) => placed.range.start))
  const lists: TimelineEntry[][] = []
  let open: List[] = []
  let next = 0
  for (const placed of linesOfTimeline(report)) {
    const { start, end } = placed.range
    const inside: TimelineEntry[] = []
    // Lines and entries are in the same order, so each is looked at once.
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
      for (const each of inside) list.entries.push(each)
    } else if (!steps.has(start) && endsLists(placed, open)) open = []
    else if (placed.line.item !== null) open = open.filter((list) => list.depth <= placed.line.depth)
  }
  return lists
})

const linesOfTimeline = perReport(({ timeline, lines }) => {
  const { start, end } = timeline.range
  return linesBetween(lines, start, end + 1).filter(({ range }) => range.end <= end)
})

interface List {
  readonly depth: number
  readonly isItems: boolean
  readonly entries: TimelineEntry[]
}

/**
 * True for a line that ends the open lists. Headings that are dates or entries are steps, and do not get
 * here.
 */
function endsLists({ line }: PlacedLine, open: readonly List[]): boolean {
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

/**
 * Without "am" and "pm", a clock may be in either half of the day unless some time shows which is meant:
 * nobody writes `2024-05-10 1:05` in the afternoon.
 */
export function isHalfOfDayKnown(steps: readonly TimelineStep[]): boolean {
  const clocks = steps.flatMap(({ step }) =>
    step.kind === 'time' && step.time.clock !== null
      ? [{ clock: step.time.clock, date: step.time.date }]
      : [],
  )
  return (
    clocks.length === 0 ||
    clocks.some(
      ({ clock, date }) =>
        clock.meridiem !== null || clock.hour > 12 || clock.text.startsWith('0') || date?.form === 'iso',
    )
  )
}
