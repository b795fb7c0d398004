import type { Report } from '../postmortem/report.ts'
import type { ConversionTarget } from '../time/repair/convert.ts'
import { padsHours, printClockLike, timeOfDay } from '../time/repair/print.ts'
import { offsetOfMeaning } from '../time/resolved/resolveZone.ts'
import type { WrittenTime } from '../time/written/written.ts'
import { readTimeZone } from './zones/timeZones.ts'

const utc: ConversionTarget = { text: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } }

/**
 * The current time as it would be written at the offset: like the other entries within the timeline, with its date
 * elsewhere, and without its zone if the zone already follows. Null if the zone of the report is wanted and the
 * report names none.
 */
export function writeTimestamp(
  report: Report,
  offset: number,
  now: number,
  wanted: 'utc' | 'report',
): string | null {
  const own = zoneOf(report)
  const zone = wanted === 'utc' ? utc : own
  const minutes = zone === null ? null : offsetOfMeaning(zone.meaning, now)
  if (zone === null || minutes === null) return null
  const wall = now + minutes * 60_000
  const clock = printClock(report, wall)
  const isInEntry = isInTimeline(report, offset)
  const moment = isInEntry ? clock : `${new Date(wall).toISOString().slice(0, 10)} ${clock}`
  const times = writtenTimes(report)
  const isUnderstood =
    isInEntry && own?.text === zone.text && times.length > 0 && times.every((time) => time.zone === null)
  return isUnderstood || isFollowedBy(zone, report, offset) ? moment : `${moment} ${zone.text}`
}

/** What a clock in the zone of the report shows, as if it were UTC; in UTC itself if the report names no zone. */
export function wallClock(report: Report, now: number): number {
  const zone = zoneOf(report)
  return now + (zone === null ? 0 : (offsetOfMeaning(zone.meaning, now) ?? 0)) * 60_000
}

/** True if the zone, or the template's placeholder for one, follows the offset. */
function isFollowedBy({ text }: ConversionTarget, { source }: Report, offset: number): boolean {
  const rest = source.slice(offset, offset + maxZoneLength).trimStart()
  return rest.startsWith('{{time zone}}') || (rest.startsWith(text) && !/^\w/.test(rest.slice(text.length)))
}

const maxZoneLength = 60

/** Uses a clock without seconds as its model, since people write timelines to the minute. */
function printClock(report: Report, wall: number): string {
  const clocks = writtenTimes(report).flatMap(({ clock }) => clock ?? [])
  const model = clocks.find(({ precision }) => precision === 'minute')
  return model === undefined
    ? new Date(wall).toISOString().slice(11, 16)
    : printClockLike(model, timeOfDay(wall), padsHours(clocks))
}

function zoneOf({ fields, timeline }: Report): ConversionTarget | null {
  return fields.timeZone === null ? null : readTimeZone(fields.timeZone.text, timeline.context.settings)
}

function isInTimeline({ sections }: Report, offset: number): boolean {
  return sections.some(({ id, title, end }) => id === 'timeline' && title.end < offset && offset <= end)
}

function writtenTimes({ timeline }: Report): readonly WrittenTime[] {
  return timeline.steps.flatMap(({ step }) => (step.kind === 'time' ? [step.time] : []))
}
