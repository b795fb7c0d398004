import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import { millisecondsPerMinute, minutesPerDay } from '../../time/written/calendar.ts'
import { linesWhere } from './linesWhere.ts'

/** An entry with a link to a message whose address contains the instant at which it was sent. */
export interface Evidence {
  readonly entry: TimelineEntry
  /** In milliseconds since 1970. */
  readonly instant: number
}

interface MessageLink {
  readonly address: RegExp
  readonly toInstant: (number: string) => number
}

/** Addresses that contain the time of the message. The time range of a graph is not evidence of a moment. */
const messageLinks: readonly MessageLink[] = [
  {
    // Slack: microseconds since 1970.
    address: /^https:\/\/[a-z0-9.-]{1,80}\.slack\.com\/archives\/[A-Z0-9]{1,20}\/p(\d{16})(?![\d])/i,
    toInstant: (number) => Math.floor(Number(number) / 1000),
  },
  {
    // Teams: milliseconds since 1970.
    address: /^https:\/\/teams\.microsoft\.com\/l\/message\/[^/?#]{1,120}\/(\d{13})(?!\d)/i,
    toInstant: Number,
  },
  {
    // Discord: milliseconds since 2015, above 22 bits of other things.
    address: /^https:\/\/(?:[a-z]{1,10}\.)?discord\.com\/channels\/\d{1,20}\/\d{1,20}\/(\d{17,19})(?!\d)/i,
    toInstant: (number) => Number(BigInt(number) >> 22n) + 1_420_070_400_000,
  },
]

/** Only entries with exactly one such instant count: of several, nobody can tell which is the moment. */
export function findEvidence(report: Report): readonly Evidence[] {
  const { timeline } = report
  const linked = linesWithEvidence(report)
  if (linked.length === 0) return []
  let first = 0
  return timeline.entries.flatMap((entry) => {
    while (linked[first] !== undefined && (linked[first] as PlacedLine).range.end <= entry.start) first += 1
    const inside: PlacedLine[] = []
    for (let index = first; index < linked.length; index += 1) {
      const placed = linked[index] as PlacedLine
      if (placed.range.start >= entry.end) break
      inside.push(placed)
    }
    const addresses = new Set(inside.flatMap(({ line }) => line.links))
    const instants = [...addresses].flatMap((address) => instantOf(address) ?? [])
    const [instant] = instants
    return instant === undefined || instants.length > 1 ? [] : [{ entry, instant }]
  })
}

const linesWithEvidence = linesWhere(({ links }) => links.some((link) => instantOf(link) !== null))

function instantOf(address: string): number | null {
  for (const { address: pattern, toInstant } of messageLinks) {
    const number = pattern.exec(address)?.[1]
    if (number !== undefined) return toInstant(number)
  }
  return null
}

/** A message is sent a few minutes after the event, and written times are about as precise. */
export const maxMinutesApart = 5

const halfHour = 30

/**
 * The one offset from UTC, in minutes, that reconciles every entry with its message; null if there is none.
 */
export function agreedOffset(evidence: readonly Evidence[]): number | null {
  const offsets = evidence.map(({ entry, instant }) => offsetOf(entry, instant))
  const [offset] = offsets
  return offset !== undefined && offsets.every((other) => other === offset) ? offset : null
}

function offsetOf({ time }: TimelineEntry, instant: number): number | null {
  if (time === null || time.wall === null || time.written.clock === null) return null
  const difference = (time.wall - instant) / millisecondsPerMinute
  // Without a date, only the time of day can be compared.
  const minutes = time.date.calendar === 'dated' ? difference : wrapToHalfDay(difference)
  const offset = Math.round(minutes / halfHour) * halfHour
  if (Math.abs(minutes - offset) > maxMinutesApart || offset < -720 || offset > 840) return null
  return offset + 0
}

/** Wraps a difference in minutes into the twelve hours before or after. */
function wrapToHalfDay(minutes: number): number {
  const half = minutesPerDay / 2
  return ((((minutes + half) % minutesPerDay) + minutesPerDay) % minutesPerDay) - half
}
