import type { PlacedLine } from '../blocks/placedLine.ts'

/** The way a section writes its entries. It decides which lines without a time are entries as well. */
export interface TimelineShape {
  /** The nesting of the outermost items that have a time; null if no item has one. */
  readonly timedDepth: number | null
  readonly hasTimes: boolean
  readonly itemDepth: number | null
  /** The index of the first of several items, headings or rows that begin with a clock; null without these. */
  readonly firstMarked: number | null
  /** For each line the next one below it that begins with a time. */
  readonly nextTimed: readonly (PlacedLine | undefined)[]
}

export function findTimelineShape(lines: readonly PlacedLine[]): TimelineShape {
  let timedDepth: number | null = null
  let itemDepth: number | null = null
  let hasTimes = false
  for (const { line, segments } of lines) {
    const isTimed = segments[0]?.time != null
    if (isTimed) hasTimes = true
    if (line.item === null) continue
    if (isTimed && (timedDepth === null || line.depth < timedDepth)) timedDepth = line.depth
    if (itemDepth === null || line.depth < itemDepth) itemDepth = line.depth
  }
  return {
    timedDepth,
    hasTimes,
    itemDepth,
    firstMarked: findFirstMarked(lines),
    nextTimed: findNextTimed(lines),
  }
}

function findNextTimed(lines: readonly PlacedLine[]): readonly (PlacedLine | undefined)[] {
  const nextTimed: (PlacedLine | undefined)[] = []
  let next: PlacedLine | undefined
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    nextTimed[index] = next
    if (lines[index]?.segments[0]?.time != null) next = lines[index]
  }
  return nextTimed
}

function findFirstMarked(lines: readonly PlacedLine[]): number | null {
  const isMarked = ({ line, segments }: PlacedLine) =>
    segments[0]?.time?.clock != null && (line.item !== null || line.heading !== null || line.kind === 'row')
  const first = lines.findIndex(isMarked)
  return first === -1 || !lines.slice(first + 1).some(isMarked) ? null : first
}

/** "Between 4pm and 5pm the proxy failed; this is what happened:" introduces the entries below it. */
export function isIntroduction(placed: PlacedLine, index: number, shape: TimelineShape): boolean {
  const { line } = placed
  if (shape.firstMarked === null || line.kind !== 'text' || line.item !== null || line.words < 5) return false
  return index < shape.firstMarked
}

/** True for the depth of the items that are entries, with a time or without. */
export function isDepthOfEntries(depth: number, shape: TimelineShape): boolean {
  if (shape.timedDepth !== null) return depth === shape.timedDepth
  return !shape.hasTimes && depth === shape.itemDepth
}
