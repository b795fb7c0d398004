import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../../../time/resolved/order.ts'
import type { ResolvedTime } from '../../../time/resolved/resolved.ts'
import { millisecondsPerDay } from '../../../time/written/calendar.ts'
import type { WrittenZone } from '../../../time/written/written.ts'
import { findTimelineLists } from '../timelineLists.ts'
import { isSameRegion } from './windowZoneSlip.ts'

/** The only entry of a list in its zone, which is in order only in the zone of all others. */
export interface OddZone {
  readonly entry: TimelineEntry
  readonly placed: PlacedLine
  readonly zone: WrittenZone
  readonly common: WrittenZone
  readonly isCertain: boolean
}

const minOthers = 3

interface ZonedEntry {
  readonly entry: TimelineEntry
  readonly time: ResolvedTime
}

export function findOddZones(report: Report): readonly OddZone[] {
  const lines = new Map(report.timeline.steps.map(({ entry, placed }) => [entry, placed]))
  return findTimelineLists(report).flatMap((list): OddZone[] => {
    const timed = list.flatMap((entry): ZonedEntry[] =>
      entry.time?.wall == null || entry.time.written.clock === null ? [] : [{ entry, time: entry.time }],
    )
    const index = findOdd(timed)
    const odd = timed[index]
    const [before, after] = [timed[index - 1]?.time ?? null, timed[index + 1]?.time ?? null]
    const common = (before ?? after)?.zone ?? null
    const zone = odd?.time.zone.written ?? null
    const placed = odd === undefined ? undefined : lines.get(odd.entry)
    if (odd === undefined || placed === undefined || zone === null || common?.written == null) return []
    if (odd.time.written.zone === null || odd.time.written.alternative !== null) return []
    if (odd.time.written.approximate || isSameRegion(zone, common.written)) return []
    if (!isInOrderInZoneOfOthers(odd.time, before, after)) return []
    const steps = [
      before === null ? null : distanceBetween(before, odd.time),
      after === null ? null : distanceBetween(odd.time, after),
    ].filter((step) => step !== null && step.minutes < 0 && !step.approximate)
    if (steps.length === 0) return []
    const isCertain = [odd.time.zone, common].every(({ certainty }) => certainty === 'certain')
    return [{ entry: odd.entry, placed, zone, common: common.written, isCertain }]
  })
}

/** The index of the only entry with a zone of its own; -1 if there are others, or too few entries. */
function findOdd(timed: readonly ZonedEntry[]): number {
  const counts = new Map<string, number>()
  for (const { time } of timed) counts.set(time.zone.key, (counts.get(time.zone.key) ?? 0) + 1)
  if (counts.size !== 2 || timed.length <= minOthers) return -1
  return timed.findIndex(({ time }) => counts.get(time.zone.key) === 1)
}

function isInOrderInZoneOfOthers(
  time: ResolvedTime,
  before: ResolvedTime | null,
  after: ResolvedTime | null,
): boolean {
  const near = before?.wall ?? after?.wall ?? null
  if (near === null || time.wall === null) return false
  // A date that is only inherited may be a day off, since it was inherited in the wrong zone.
  const day = Math.floor((time.written.date === null ? near : time.wall) / millisecondsPerDay)
  const clock = ((time.wall % millisecondsPerDay) + millisecondsPerDay) % millisecondsPerDay
  const wall = day * millisecondsPerDay + clock
  return (before?.wall == null || wall >= before.wall) && (after?.wall == null || wall <= after.wall)
}
