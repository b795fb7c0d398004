import { groupBy } from '../../../lists/groupBy.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import type { ResolvedTime } from '../../../time/resolved/resolved.ts'
import { findTimelineLists } from '../timelineLists.ts'
import { findOddZones } from './oddZones.ts'
import { isSameRegion } from './windowZoneSlip.ts'

/** The entries of a list that say that they are in another zone than most others. */
export interface MixedZone {
  readonly first: Passage
  readonly others: readonly Passage[]
  /** The zone of most entries. */
  readonly common: string
}

interface Zoned {
  readonly entry: TimelineEntry
  readonly time: ResolvedTime
  readonly label: Passage
  readonly placed: PlacedLine
}

/** Null if the report explains it, or if `time-zone-mismatch` says that the zone is wrong. */
export function findMixedZone(report: Report): MixedZone | null {
  const places = new Map(report.timeline.steps.map(({ entry, placed }) => [entry, placed]))
  for (const list of findTimelineLists(report)) {
    const timed = list.flatMap((entry) => toZoned(entry, places.get(entry)))
    const mixed = findInList(timed, report)
    if (mixed !== null) return mixed
  }
  return null
}

function toZoned(entry: TimelineEntry, placed: PlacedLine | undefined): readonly Zoned[] {
  const { time, label } = entry
  const isZoned = time?.wall != null && time.written.clock !== null && time.zone.written !== null
  return isZoned && label !== null && placed !== undefined ? [{ entry, time, label, placed }] : []
}

function findInList(timed: readonly Zoned[], report: Report): MixedZone | null {
  const [most = []] = [...groupBy(timed, ({ time }) => time.zone.key).values()].sort(
    (one, other) => other.length - one.length,
  )
  const common = most[0]?.time.zone.written ?? null
  const key = most[0]?.time.zone.key
  if (common === null || most.length === timed.length) return null
  const odd = timed.filter(({ time }) => time.zone.key !== key)
  const [first, ...others] = odd
  // A row with two columns of times has each time twice.
  const areAlone = new Set(timed.map(({ placed }) => placed)).size === timed.length
  if (first === undefined || !areAlone || timed.some(({ time }) => time.written.alternative !== null))
    return null
  const isOwn = odd.every(
    ({ time: { zone }, entry }) =>
      zone.source === 'own' &&
      zone.written !== null &&
      !isSameRegion(zone.written, common) &&
      !tellsWhy.test(entry.text.text),
  )
  const zones = odd.map(({ time }) => time.zone.written?.text ?? '')
  if (!isOwn || findOddZones(report).length > 0 || namesBoth(zones, common.text, report)) return null
  return { first: first.label, others: others.map(({ label }) => label), common: common.name }
}

const tellsWhy = /\b(?:local(?:ly)?|offices?|regions?|time ?zones?|their time|over there)\b/i

/** "UTC is eight hours ahead of PST", "Timeline (UTC; messages in PST)": a line that names both. */
function namesBoth(zones: readonly string[], common: string, { lines }: Report): boolean {
  return lines.some(
    ({ line: { text, kind } }) =>
      kind !== 'code' && text.includes(common) && zones.some((zone) => text.includes(zone)),
  )
}
