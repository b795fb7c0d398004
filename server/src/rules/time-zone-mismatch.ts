import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { findOddZones } from './support/times/oddZones.ts'
import { spanPassage } from './support/times/statedTimes.ts'
import { findWindowZoneSlip } from './support/times/windowZoneSlip.ts'

export const timeZoneMismatch: Rule = {
  id: 'time-zone-mismatch',
  summary: 'The same clock time is in the same zone everywhere in the report.',
  explanation: prose`
    A summary says that the outage began at 14:00 UTC, and the first entry of the timeline says 14:00 EDT. One
    of the two zones is wrong, usually left over from a template, and everybody who converts the time is hours
    off.

    The rule reports a timeline that repeats the clock times of the start and the end in another zone, if no
    entry is at the actual time of either. It also reports a single entry with a zone of its own that is out
    of order in that zone and in order in the zone of all others. If this depends on the usual meaning of an
    abbreviation such as CST, the finding is an information.

    The fix writes the zone of the other entries.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 14:00 to 15:40 UTC

          ## Timeline

          - 10:00 EDT - An alert was received.
          - 11:40 EDT - The disk was cleared.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem

          ## Timeline

          - 14:00 UTC - An alert was received.
          - 14:10 UTC - The team was paged.
          - 10:30 EDT - The office in New York took over.
          - 15:40 UTC - The disk was cleared.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 14:00 to 15:40 UTC

          ## Timeline

          - 14:00 EDT - An alert was received.
          - 15:40 EDT - The disk was cleared.
        `,
        messages: [
          'The outage starts at this time in UTC, but the timeline has the same time in EDT. Correct one of the two zones.',
        ],
      },
      {
        text: markdown`
          # Postmortem

          ## Timeline

          - 14:00 UTC - An alert was received.
          - 14:10 UTC - The team was paged.
          - 14:30 EDT - The disk was found to be full.
          - 15:40 UTC - The disk was cleared.
        `,
        messages: [
          'This entry is in EDT and all others are in UTC, and only in UTC is it in order. Correct its zone or its time.',
        ],
      },
    ],
  },
  check: (report) => [...checkWindow(report), ...checkEntries(report)],
}

function checkWindow(report: Report): readonly Problem[] {
  const slip = findWindowZoneSlip(report)
  if (slip === null) return []
  const { start, zone, entry, entryZone, isCertain } = slip
  return [
    {
      message: sentence`The outage starts at this time in ${zone.name}, but the timeline has the same time in ${entryZone.name}. Correct one of the two zones.`,
      ...(isCertain ? {} : { mild: true }),
      range: start,
      related: [{ message: sentence`The timeline`, range: entry.label ?? entry }],
      fixes: [],
    },
  ]
}

function checkEntries(report: Report): readonly Problem[] {
  return findOddZones(report).map(({ entry, placed, zone, common, isCertain }) => {
    const { start, end } = spanPassage(zone, placed)
    return {
      message: sentence`This entry is in ${zone.name} and all others are in ${common.name}, and only in ${common.name} is it in order. Correct its zone or its time.`,
      ...(isCertain ? {} : { mild: true as const }),
      range: entry.label ?? entry,
      fixes: [
        {
          title: sentence`Write "${common.text}"`,
          preferred: false,
          edits: [{ start, end, text: common.text }],
        },
      ],
    }
  })
}
