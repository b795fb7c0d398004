import { lineRange, type PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { smallest } from '../postmortem/lines/extremes.ts'
import type { Line } from '../postmortem/lines/line.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Timeline, TimelineEntry, TimelineStep } from '../postmortem/times/readTimeline.ts'
import { distanceBetween, findStepsBack } from '../time/resolved/order.ts'
import { resolveTimes } from '../time/resolved/resolve.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'

/**
 * The edits that sort the entries by time: none if they are in order, null if the order is not certain.
 * Entries move whole, byte for byte, with everything below them; blank lines, titles and dates between them
 * stay. Equal times keep their order. Every entry must have a certain place, and the same time after the move
 * as before.
 */
export function sortTimeline(report: Report): readonly Edit[] | null {
  const { timeline } = report
  if (findStepsBack(timeline.entries.flatMap(({ time }) => time ?? [])).length === 0) return []
  const groups = groupUnits(report)
  if (groups === null) return null
  const sorted = groups.map(sortUnits)
  if (!sorted.every((units) => units !== null) || !isSettled(groups, sorted, timeline)) return null
  return groups.flatMap((units, index) => moveUnits(units, sorted[index] ?? units, timeline))
}

/** The lines of an entry and of everything that moves with it, as a range of the source. */
interface Unit {
  readonly entry: TimelineEntry
  readonly time: ResolvedTime
  readonly start: number
  readonly end: number
}

/**
 * Runs of entries with nothing else between them. Null if an entry has no time, or if entries share a line.
 */
function groupUnits({ timeline, lines }: Report): readonly (readonly Unit[])[] | null {
  const { source, entries } = timeline
  const depth = smallest(timeline.steps.flatMap(({ placed, entry }) => (entry ? [placed.line.depth] : [])))
  const opening = new Map<number, TimelineEntry>()
  const heads = new Map(timeline.steps.map((step) => [step.entry, step.placed.line]))
  for (const { placed, entry } of timeline.steps) {
    if (entry !== null && placed.line.depth === depth) opening.set(entry.start, entry)
  }
  if (entries.some(({ time }) => time === null || time.wall === null) || sharesLines(timeline)) return null
  const groups: Unit[][] = [[]]
  let entry: TimelineEntry | null = null
  for (const placed of lines) {
    const { start, end } = lineRange(placed)
    if (start < source.start || end > source.end) continue
    const next = opening.get(start)
    if (next?.time != null) {
      entry = next
      groups.at(-1)?.push({ entry, time: next.time, start: lineStart(start, timeline), end })
    } else if (entry !== null && belongsTo(placed, heads.get(entry), depth)) {
      extend(groups, lineEnd(end, timeline))
    } else if (placed.line.text.trim() !== '' || placed.line.kind !== 'text') {
      entry = null
      groups.push([])
    }
  }
  const units = groups.flat()
  const isApart = units.every((unit, index) => index === 0 || unit.start > (units[index - 1]?.end ?? 0))
  return isApart ? groups.filter((group) => group.length > 0) : null
}

/** Entries on one line cannot be moved: the separators between them may belong to either. */
function sharesLines({ steps }: Timeline): boolean {
  const placed = steps.flatMap((step) =>
    step.entry === null ? [] : [step.placed.base + step.placed.line.start],
  )
  return new Set(placed).size < placed.length
}

/** True for lines nested below an item, continuing its paragraph, or below a heading that is the entry. */
function belongsTo({ line }: PlacedLine, head: Line | undefined, depth: number): boolean {
  if (head === undefined) return false
  if (head.heading !== null) return line.heading === null || line.heading.level > head.heading.level
  if (line.kind === 'heading' || line.kind === 'rule' || line.kind === 'row' || line.kind === 'header')
    return false
  if (depth > 0) return line.depth > depth || (line.depth === depth && line.item === null)
  return !line.opens && line.item === null
}

function extend(groups: readonly Unit[][], end: number): void {
  const group = groups.at(-1)
  const unit = group?.pop()
  if (group !== undefined && unit !== undefined) group.push({ ...unit, end: Math.max(unit.end, end) })
}

/** The start of the whole line, including its indentation and bullet. */
function lineStart(offset: number, { source }: Timeline): number {
  let at = offset - source.start
  while (at > 0 && !/[\r\n]/.test(source.text[at - 1] ?? '')) at -= 1
  return source.start + at
}

function lineEnd(offset: number, { source }: Timeline): number {
  const rest = source.text.slice(offset - source.start).search(/[\r\n]/)
  return rest === -1 ? source.end : offset + rest
}

/** Stable. Null if two of the times cannot be compared with certainty. */
function sortUnits(units: readonly Unit[]): readonly Unit[] | null {
  const [first] = units
  if (first === undefined) return units
  const places: number[] = []
  for (const { time } of units) {
    const distance = distanceBetween(first.time, time)
    if (distance === null || distance.certainty !== 'certain') return null
    places.push(distance.minutes)
  }
  return units
    .map((unit, index) => ({ unit, place: places[index] ?? 0, index }))
    .sort((one, other) => one.place - other.place || one.index - other.index)
    .map(({ unit }) => unit)
}

/**
 * Checks that no time changes: an entry without a date takes it from the entry above, which may be another
 * now.
 */
function isSettled(
  before: readonly (readonly Unit[])[],
  after: readonly (readonly Unit[])[],
  timeline: Timeline,
): boolean {
  const steps = moveSteps(before.flat(), after.flat(), timeline)
  if (steps === null) return false
  const times = resolveTimes(
    steps.map(({ step }) => step),
    timeline.context,
  )
  const entries = steps.flatMap(({ entry }) => entry ?? [])
  const isKept = entries.every(({ time }, index) => {
    const again = times[index]
    return again !== undefined && again.wall === time?.wall && again.instant === time?.instant
  })
  return isKept && findStepsBack(times).length === 0
}

/** The steps after the move; null if a date that holds for other entries would move. */
function moveSteps(
  before: readonly Unit[],
  after: readonly Unit[],
  { steps }: Timeline,
): readonly TimelineStep[] | null {
  const stepsOf = new Map<Unit, TimelineStep[]>(before.map((unit) => [unit, []]))
  // Null stands for the place of the next unit.
  const order: (TimelineStep | null)[] = []
  let index = 0
  for (const step of steps) {
    const at = lineRange(step.placed).start
    while ((before[index]?.end ?? Number.POSITIVE_INFINITY) <= at) index += 1
    const unit = before[index]
    const isInside = unit !== undefined && unit.start <= at
    if (isInside !== (step.entry !== null)) return null
    if (unit === undefined || !isInside) order.push(step)
    else {
      if (step.entry === unit.entry) order.push(null)
      stepsOf.get(unit)?.push(step)
    }
  }
  let next = 0
  return order.flatMap((step) => {
    if (step !== null) return [step]
    const unit = after[next]
    next += 1
    return unit === undefined ? [] : (stepsOf.get(unit) ?? [])
  })
}

function moveUnits(units: readonly Unit[], sorted: readonly Unit[], { source }: Timeline): readonly Edit[] {
  return units.flatMap((unit, index) => {
    const other = sorted[index] ?? unit
    if (other === unit) return []
    return [
      {
        start: unit.start,
        end: unit.end,
        text: source.text.slice(other.start - source.start, other.end - source.start),
      },
    ]
  })
}
