import * as v from 'valibot'
import type { Fix, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Report } from '../postmortem/report.ts'
import { offsetName } from '../time/written/zone.ts'
import { agreedOffset, findEvidence } from './support/evidence.ts'
import { findTimelineTitle, stateZone } from './support/fixes/stateZone.ts'
import { findZoneRemark } from './support/language/zoneRemark.ts'
import { findStatedTimes, type StatedTime, timePassage } from './support/times/statedTimes.ts'

interface Options {
  readonly zones: readonly string[]
}

const message = sentence`The times have no time zone. State it once, for example "All times in UTC."`

export const timeZoneMissing: Rule<Options> = {
  id: 'time-zone-missing',
  summary: 'A report says which time zone its times are in.',
  explanation: prose`
    Two readers in two offices take \`14:00\` for two different moments, and so will the author in six months.
    Stating the zone once is enough: beside one time, in the heading or the column of the timeline, or in a
    sentence such as "All times in UTC." A zone that the configuration gives counts as well.

    The rule reports once per document, and only if the document states a time of day. A timeline that begins
    at \`00:00\` may count from the start of the incident, so the finding is only an information; if entries
    such as \`T+15m\` say so, there is none.

    A place in its stead, as in "all times local, Berlin", is only an information. Its fix writes the zone that is called after
    the place. No zone is offered for times that are local to no place.

    The fixes state a zone for all times. Links to chat messages contain the exact moment: if those in the
    entries agree with the written times on one offset from UTC, that offset is offered first.
  `,
  severity: 'warning',
  options: v.strictObject({
    zones: v.optional(
      v.pipe(v.array(v.string()), v.description('The time zones that the fixes offer, the usual one first.')),
      ['UTC'],
    ),
  }),
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem

          ## Timeline

          All times in UTC.

          - 14:00 - An alert was received.
          - 15:10 - The disk was cleared.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 14:00 to 15:10 EAT

          ## Timeline

          - 14:00 - An alert was received.
          - 15:10 - The disk was cleared.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem

          ## Timeline

          - 14:00 - An alert was received.
          - 15:10 - The disk was cleared.
        `,
        messages: [message.english],
      },
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 14:00 to 15:10
        `,
        messages: [message.english],
      },
    ],
  },
  check: (report, { options: { zones } }) => {
    const times = findStatedTimes(report).filter(({ time }) => time.written.clock !== null)
    const first = times.find(({ entry }) => entry !== null) ?? times[0]
    if (first === undefined || report.fields.timeZone !== null) return []
    if (times.some(hasZone)) return []
    const remark = findZoneRemark(report)
    if (remark?.zone != null) {
      const { passage, place, zone, lead } = remark
      return [
        {
          message: sentence`"${place ?? ''}" is a place, and no time zone. Write "${zone}".`,
          mild: true,
          range: passage,
          fixes: [
            {
              title: sentence`State that all times are in ${zone}`,
              preferred: true,
              edits: [{ start: passage.start, end: passage.end, text: `${lead} ${zone}` }],
            },
          ],
        },
      ]
    }
    if (remark?.place != null || namesUnknownZone(times, report)) return []
    const mayCount = countsFromZero(times)
    if (mayCount && (hasRelativeEntry(report) || isShort(times) || areMinutes(times, report))) return []
    const title = first.entry === null ? undefined : findTimelineTitle(report)
    return [
      {
        message,
        range: title ?? timePassage(first),
        // Local times are in no zone that could be guessed.
        fixes: remark === null ? findFixes(first, zones, report) : [],
        ...(mayCount && { mild: mayCount }),
      },
    ]
  },
}

/** "19:15 (17:15 UTC)" says when it was, and not where. */
function hasZone({ time: { zone, written } }: StatedTime): boolean {
  return zone.source !== 'none' || written.alternative !== null
}

/** The first entry is at `00:00` of no day, and so the times may be those since the incident began. */
function countsFromZero(times: readonly StatedTime[]): boolean {
  const written = times.find(({ entry }) => entry !== null)?.time.written
  if (written?.clock == null || written.date !== null || written.clock.meridiem !== null) return false
  return written.clock.hour === 0 && written.clock.minute === 0
}

/** Hardly an outage begins just when the day does and is over within an hour or two. */
function isShort(times: readonly StatedTime[]): boolean {
  return times.every(({ time: { written } }) => written.date === null && (written.clock?.hour ?? 0) < 2)
}

/**
 * True for "00:00" to "05:50" of what is said to have lasted five minutes: read as minutes and seconds, the times are
 * about as long, and as hours, many times longer.
 */
function areMinutes(times: readonly StatedTime[], { fields: { duration } }: Report): boolean {
  const stated = duration?.statedMinutes ?? null
  const last = Math.max(
    ...times.map(({ time: { written } }) => (written.date === null ? (written.clock?.hour ?? 0) : 24)),
  )
  return stated !== null && last > 0 && stated <= last * 2 && stated * 2 >= last - 1
}

function hasRelativeEntry({ timeline }: Report): boolean {
  return timeline.entries.some(({ time }) => time?.written.relativeMinutes != null)
}

/** A zone in words or letters that are unknown here is still a zone. */
function namesUnknownZone(times: readonly StatedTime[], { lines }: Report): boolean {
  const isFollowed = times.some(({ time, placed }) =>
    /^\s{0,2}[([]?(?!AT\b)[A-Z]{1,4}T\b/.test(placed.line.text.slice(time.written.own.end)),
  )
  return isFollowed || lines.some((placed) => inWords.test(placed.line.text) || statesZoneOfDay(placed))
}

/** "**2024-05-10 Friday (UTC)**" above the entries of a day. */
function statesZoneOfDay({ line: { text }, times: [time, ...others] }: PlacedLine): boolean {
  return (
    time !== undefined &&
    others.length === 0 &&
    time.clock === null &&
    /^\W{0,4}(?:\p{L}{3,9},?\s)?[([]?(?:UTC|GMT|[A-Z]{2,4}T|[A-Z][a-z]{1,9}\/[\w/+-]{2,30})\W{0,4}$/u.test(
      text.slice(time.end),
    )
  )
}

const inWords =
  /\btime[\s-]?zones?\b|\blocal time\b|\b(?:eastern|central|western|mountain|pacific|atlantic|greenwich|universal|american|european|african|british|us|uk)(?: (?:us|uk|standard|daylight|summer|african|european|american)){0,2} time\b/i

function findFixes(first: StatedTime, zones: readonly string[], report: Report): readonly Fix[] {
  const offset = agreedOffset(findEvidence(report))
  const agreedZone = offset === null ? null : offset === 0 ? 'UTC' : `UTC${offsetName(offset)}`
  const offeredZones = [...new Set([...(agreedZone === null ? [] : [agreedZone]), ...zones])]
  return offeredZones.map((zone, index) => ({
    title:
      zone === agreedZone
        ? sentence`State that all times are in ${zone}, as the links to messages show`
        : sentence`State that all times are in ${zone}`,
    preferred: index === 0,
    edits: [stateZone(zone, first, report)],
  }))
}
