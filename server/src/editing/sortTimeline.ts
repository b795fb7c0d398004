import { smallest } from '../lists/extremes.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Line } from '../postmortem/lines/line.ts'
import type { Edit, Passage } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Timeline, TimelineEntry, TimelineStep } from '../postmortem/times/readTimeline.ts'
import { distanceBetween, findStepsBack } from '../time/resolved/order.ts'
import { resolveTimes } from '../time/resolved/resolve.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'

export type Sorting =
  | {
      readonly kind: 'sorted'
      /** Empty if the entries are in order. */
      readonly edits: readonly Edit[]
      /** The times of entries that stay where they are because it is not certain when they happened. */
      readonly left: readonly Passage[]
      /** False if entries that nothing can move past each other are still out of order. */
      readonly isInOrder: boolean
    }
  | { readonly kind: 'refused'; readonly doubt: Doubt; readonly entry: TimelineEntry }

/**
 * Why an entry keeps the timeline from being sorted: its time says nothing, its zone or date is not certain, it
 * takes its date from the entry above it, it shares its line, or something is between it and the entry above it.
 */
export type Doubt = 'no-time' | 'not-certain' | 'borrows-date' | 'shares-line' | 'apart'

/**
 * Sorts the entries by time. They move whole, byte for byte, with everything below them; blank lines, titles and
 * dates between them stay. Equal times keep their order, and so does an entry without a time: it moves with the one
 * above it. An entry whose place is not certain stays where it is. Every time must mean the same as before.
 */
export function sortTimeline(report: Report): Sorting {
  const { timeline } = report
  const [step] = findStepsBack(timesOf(timeline.entries))
  if (step === undefined) return { kind: 'sorted', edits: [], left: [], isInOrder: true }
  const refuse = (doubt: Doubt, entry: TimelineEntry): Sorting => ({ kind: 'refused', doubt, entry })
  const shared = findSharedLine(timeline)
  if (shared !== null) return refuse('shares-line', shared)
  const groups = groupUnits(report)
  const places = placeUnits(groups.flat())
  const sorted = groups.map((units) => sortUnits(units, places))
  const settled = settle(groups, sorted, timeline)
  const timed = new Set(timeline.steps.map(({ entry }) => entry))
  const doubtful = groups.flat().filter((unit) => !places.has(unit) && timed.has(unit.entry))
  if (settled.kind === 'changed') return refuse('borrows-date', settled.entry)
  const edits = groups.flatMap((units, index) => moveUnits(units, sorted[index] ?? units, report))
  if (edits.length > 0) {
    const left = doubtful.flatMap(({ entry }) => entry.label ?? [])
    return { kind: 'sorted', edits, left, isInOrder: settled.stepsBack === 0 }
  }
  const [unit] = doubtful
  if (unit !== undefined) return refuse(unit.time === null ? 'no-time' : 'not-certain', unit.entry)
  const comparable = timeline.entries.filter(({ time }) => time !== null)
  return refuse('apart', comparable[step.index] as TimelineEntry)
}

function timesOf(entries: readonly TimelineEntry[]): readonly ResolvedTime[] {
  return entries.flatMap(({ time }) => time ?? [])
}

/** The lines of an entry and of everything that moves with it, as a range of the source. */
interface Unit {
  readonly entry: TimelineEntry
  /** Null if it says nothing about when it happened. */
  readonly time: ResolvedTime | null
  readonly start: number
  readonly end: number
}

/** Runs of entries with nothing else between them. */
function groupUnits({ timeline, lines, source }: Report): readonly (readonly Unit[])[] {
  const { range, entries } = timeline
  const [first, last] = [range.start, range.end]
  const depth = smallest(timeline.steps.flatMap(({ placed, entry }) => (entry ? [placed.line.depth] : [])))
  const opening = new Map<number, TimelineEntry>(
    entries.filter(({ time }) => time === null).map((entry) => [entry.start, entry]),
  )
  const heads = new Map(timeline.steps.map((step) => [step.entry, step.placed.line]))
  for (const { placed, entry } of timeline.steps) {
    if (entry !== null && placed.line.depth === depth) opening.set(entry.start, entry)
  }
  const groups: Unit[][] = [[]]
  let entry: TimelineEntry | null = null
  let head: Line | undefined
  for (const placed of lines) {
    const { start, end } = placed.range
    if (start < first || end > last) continue
    const next = opening.get(start)
    const isBelow =
      next?.time == null &&
      entry !== null &&
      (belongsTo(placed, head, depth) ||
        isRowOf(entry, placed) ||
        (next !== undefined && continues(next, placed, head)))
    if (isBelow) extend(groups, Math.min(last, sourceLineAt(end, source).end))
    else if (next !== undefined && (next.time !== null || isLike(placed, head))) {
      entry = next
      head = heads.get(entry) ?? placed.line
      const time = next.time === null || next.time.wall === null ? null : next.time
      groups.at(-1)?.push({ entry, time, start: sourceLineAt(start, source).start, end })
    } else if (placed.line.text.trim() !== '' || placed.line.kind !== 'text') {
      entry = null
      head = undefined
      groups.push([])
    }
  }
  return groups.filter((group) => group.length > 0)
}

/** A row without a time goes on with the entry above it. */
function isRowOf(entry: TimelineEntry, placed: PlacedLine): boolean {
  return placed.line.kind === 'row' && placed.range.start < entry.end
}

/** An entry without a time that tells more of what the one above it tells. A place to fill in is none. */
function continues(
  { time, label, text }: TimelineEntry,
  placed: PlacedLine,
  head: Line | undefined,
): boolean {
  return time === null && label === null && isLike(placed, head) && /^[^{\d]*$/.test(text.text.slice(0, 4))
}

/** True for the items of one list, and for the rows of one table. */
function isLike({ line }: PlacedLine, head: Line | undefined): boolean {
  return (
    head === undefined ||
    (line.kind === head.kind && line.depth === head.depth && (line.item === null) === (head.item === null))
  )
}

/** Entries on one line cannot be moved: the separators between them may belong to either. */
function findSharedLine({ steps }: Timeline): TimelineEntry | null {
  const taken = new Set<number>()
  for (const { placed, entry } of steps) {
    if (entry === null) continue
    const start = placed.range.start
    if (taken.has(start)) return entry
    taken.add(start)
  }
  return null
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

/** Minutes from one of the entries. An entry without a place cannot be compared with it for certain. */
type Places = ReadonlyMap<Unit, number>

/** Of the first few entries, the one that most of the others can be compared with is the measure of all. */
function placeUnits(units: readonly Unit[]): Places {
  const timed = units.filter(({ time }) => time !== null)
  return timed
    .slice(0, maxMeasures)
    .map((from) => placeFrom(from, timed))
    .reduce((best, places) => (places.size > best.size ? places : best), new Map<Unit, number>())
}

const maxMeasures = 4

function placeFrom(from: Unit, units: readonly Unit[]): Places {
  const places = new Map<Unit, number>()
  for (const unit of units) {
    const distance = from.time && unit.time && distanceBetween(from.time, unit.time)
    if (distance !== null && distance.certainty === 'certain') places.set(unit, distance.minutes)
  }
  return places
}

/** Stable. Units without a place keep their position in the run. */
function sortUnits(units: readonly Unit[], places: Places): readonly Unit[] {
  const movable = units.filter((unit) => places.has(unit))
  const sorted = movable.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  let next = 0
  return units.map((unit) => (places.has(unit) ? (sorted[next++] as Unit) : unit))
}

type Settlement =
  | { readonly kind: 'kept'; readonly stepsBack: number }
  | { readonly kind: 'changed'; readonly entry: TimelineEntry }

/**
 * Checks that no time changes: an entry without a date takes it from the entry above, which may be another
 * now.
 */
function settle(
  before: readonly (readonly Unit[])[],
  after: readonly (readonly Unit[])[],
  timeline: Timeline,
): Settlement {
  const steps = moveSteps(before.flat(), after.flat(), timeline)
  const times = resolveTimes(
    steps.map(({ step }) => step),
    timeline.context,
  )
  const entries = steps.flatMap(({ entry }) => entry ?? [])
  const changed = entries.find(({ time }, index) => {
    const again = times[index]
    return again === undefined || again.wall !== time?.wall || again.instant !== time?.instant
  })
  return changed === undefined
    ? { kind: 'kept', stepsBack: findStepsBack(times).length }
    : { kind: 'changed', entry: changed }
}

/** The steps after the move. A date for the entries below it stays where it is. */
function moveSteps(
  before: readonly Unit[],
  after: readonly Unit[],
  { steps }: Timeline,
): readonly TimelineStep[] {
  const stepsOf = new Map<Unit, TimelineStep[]>()
  // Null stands for the place of the next unit.
  const order: (TimelineStep | null)[] = []
  let index = 0
  for (const step of steps) {
    const at = step.placed.range.start
    while ((before[index]?.end ?? Number.POSITIVE_INFINITY) <= at) index += 1
    const unit = before[index]
    if (unit === undefined || at < unit.start) {
      order.push(step)
      continue
    }
    const own = stepsOf.get(unit)
    if (own !== undefined) own.push(step)
    else {
      stepsOf.set(unit, [step])
      order.push(null)
    }
  }
  const moved = after.filter((unit) => stepsOf.has(unit))
  let next = 0
  return order.flatMap((step) => step ?? stepsOf.get(moved[next++] as Unit) ?? [])
}

function moveUnits(units: readonly Unit[], sorted: readonly Unit[], { source }: Report): readonly Edit[] {
  return units.flatMap((unit, index) => {
    const other = sorted[index] ?? unit
    if (other === unit) return []
    return [
      {
        start: unit.start,
        end: unit.end,
        text: source.slice(other.start, other.end),
      },
    ]
  })
}
