import type { Report } from '../../../postmortem/report.ts'
import type { TimeField } from '../../../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../../../time/resolved/order.ts'
import type { ResolvedTime, ZoneSource } from '../../../time/resolved/resolved.ts'
import { millisecondsPerDay } from '../../../time/written/calendar.ts'
import type { WrittenZone } from '../../../time/written/written.ts'
import { isExplicit, isInEntry } from './statedTimes.ts'

/** The timeline repeats the clock times of the start and the end, but in another zone. */
export interface WindowZoneSlip {
  readonly start: TimeField
  readonly zone: WrittenZone
  readonly entry: TimelineEntry
  readonly entryZone: WrittenZone
  readonly isCertain: boolean
}

export function findWindowZoneSlip({ fields: { start, end }, timeline }: Report): WindowZoneSlip | null {
  const isStated = (field: TimeField | null): field is TimeField =>
    field !== null && isExplicit(field) && !isInEntry(field, timeline) && hasZone(field.time, windowSources)
  if (!isStated(start) || !isStated(end)) return null
  const zone = start.time.zone.written
  const entries = timeline.entries.filter(({ time }) => time !== null && time.written.clock !== null)
  const [first] = entries
  const entryZone = first?.time?.zone.written ?? null
  if (first?.time == null || zone === null || entryZone === null) return null
  const offset = first.time.offsetMinutes
  if (offset === start.time.offsetMinutes || start.time.offsetMinutes !== end.time.offsetMinutes) return null
  if (isSameRegion(zone, entryZone)) return null
  const isOneZone = entries.every(
    ({ time }) => time !== null && hasZone(time, listSources) && time.offsetMinutes === offset,
  )
  if (!isOneZone) return null
  const startIndex = entries.findIndex(({ time }) => time !== null && isSameWall(start.time, time))
  const endIndex = entries.findLastIndex(({ time }) => time !== null && isSameWall(end.time, time))
  const entry = entries[startIndex]
  if (entry === undefined || endIndex <= startIndex) return null
  // Read as they are written, start and end must be in the timeline nowhere.
  const isThere = [start, end].some((field) =>
    entries.some(({ time }) => time !== null && distanceBetween(field.time, time)?.minutes === 0),
  )
  if (isThere) return null
  const isCertain = [start.time, end.time, first.time].every((time) => time.zone.certainty === 'certain')
  return { start, zone, entry, entryZone, isCertain }
}

const windowSources: ReadonlySet<ZoneSource> = new Set(['own', 'partner'])
const listSources: ReadonlySet<ZoneSource> = new Set(['own', 'partner', 'heading', 'statement'])

function hasZone(time: ResolvedTime, sources: ReadonlySet<ZoneSource>): boolean {
  const { clock, alternative, approximate } = time.written
  return (
    clock !== null &&
    alternative === null &&
    !approximate &&
    time.wall !== null &&
    time.offsetMinutes !== null &&
    sources.has(time.zone.source)
  )
}

/** The same time on both clocks, and on the same day if both are dated themselves. */
function isSameWall(one: ResolvedTime, other: ResolvedTime): boolean {
  if (one.wall === null || other.wall === null) return false
  const difference = one.wall - other.wall
  return one.written.date !== null && other.written.date !== null
    ? difference === 0
    : difference % millisecondsPerDay === 0
}

/** PST and PDT, or CET and CEST: `time-zone-season` tells which of the two applies. */
export function isSameRegion(one: WrittenZone, other: WrittenZone): boolean {
  const region = ({ name }: WrittenZone) => name.replace(/[SD]?T$/, 'T')
  return region(one) === region(other)
}
