import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimeField } from '../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { isEndOfImpact, isExplicit, isInEntry } from './support/times/statedTimes.ts'
import { findWindowDateSlip } from './support/times/windowDateSlip.ts'
import { findWindowZoneSlip } from './support/times/windowZoneSlip.ts'

const report = (duration: string, timeline: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- Duration: ${duration}\n\n## Timeline\n\n${timeline}\n`

export const entryOutsideWindow: Rule = {
  id: 'entry-outside-window',
  summary: 'Detection and resolution fall within the stated start and end of the outage.',
  explanation: prose`
    If the alert in the timeline is at 10:45 and the summary says that the outage began at 11:00, one of the
    two is wrong, and so is the duration.

    Only entries about detection, escalation or resolution are checked. What led up to the outage and what
    followed it may be outside.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: report(
          '11:00 to 13:00 UTC',
          '- 10:00 - A release was made.\n- 11:05 - An alert was received.\n- 13:00 - The service was restored.',
        ),
        messages: [],
      },
      {
        text: report(
          '11:00 to 13:00 UTC',
          '- 11:05 - An alert was received.\n- 13:00 - The service was restored.\n- 15:00 - A report was written.',
        ),
        messages: [],
      },
    ],
    bad: [
      {
        text: report(
          '11:00 to 13:00 UTC',
          '- 10:45 - An alert was received.\n- 13:00 - The service was restored.',
        ),
        messages: ['The outage is noticed at 10:45, before it starts at 11:00. Correct one of the two.'],
      },
      {
        text: report(
          '11:00 to 13:00 UTC',
          '- 11:05 - An alert was received.\n- 13:40 - The service was restored.',
        ),
        messages: ['The outage is resolved at 13:40, after it ends at 13:00 UTC. Correct one of the two.'],
      },
    ],
  },
  check: (report) => {
    // `date-mismatch` and `time-zone-mismatch` say why.
    if (findWindowDateSlip(report) !== null || findWindowZoneSlip(report) !== null) return []
    const {
      fields: { start, end },
      timeline,
    } = report
    const timed = timeline.entries.filter(({ time }) => time !== null && time.written.clock !== null)
    const isStated = (field: TimeField | null): field is TimeField =>
      field !== null &&
      field.time.written.clock !== null &&
      isExplicit(field) &&
      !isInEntry(field, timeline) &&
      !isEndOfImpact(field)
    const firstNotice = timed.find(({ facts }) => facts.includes('detection') || facts.includes('escalation'))
    const lastResolution = timed.findLast(({ facts }) => facts.includes('resolution'))
    return [
      ...(isStated(start) && firstNotice !== undefined && !isDayOfDocument(start, report)
        ? compare(
            firstNotice,
            start,
            -1,
            (time) =>
              sentence`The outage is noticed at ${time}, before it starts at ${start.text}. Correct one of the two.`,
          )
        : []),
      ...(isStated(end) && lastResolution !== undefined
        ? compare(
            lastResolution,
            end,
            1,
            (time) =>
              sentence`The outage is resolved at ${time}, after it ends at ${end.text}. Correct one of the two.`,
          )
        : []),
    ]
  },
}

/** "Date: 2024-05-14 18:00 UTC" after all that happened, without an end, is when the report was written. */
function isDayOfDocument({ start, time }: TimeField, { fields, source, timeline }: Report): boolean {
  const before = source.slice(Math.max(0, start - 40), start)
  if (!/(?:^|[\r\n])[^\p{L}\r\n]{0,6}(?:date|published|written)\b[^\p{L}\r\n]{0,6}$/iu.test(before))
    return false
  if (fields.end !== null && !isInEntry(fields.end, timeline)) return false
  return timeline.entries.every((entry) => {
    const distance = entry.time === null ? null : distanceBetween(time, entry.time)
    return distance === null || distance.minutes < 0
  })
}

function compare(
  entry: TimelineEntry,
  field: TimeField,
  side: -1 | 1,
  message: (time: string) => Sentence,
): readonly Problem[] {
  if (entry.time === null || entry.label === null) return []
  const distance = distanceBetween(field.time, entry.time)
  if (distance === null || distance.certainty !== 'certain' || distance.approximate) return []
  if (distance.minutes * side < 1) return []
  return [
    {
      message: message(entry.label.text),
      range: entry.label,
      related: [{ message: side < 0 ? sentence`The start` : sentence`The end`, range: field }],
      fixes: [],
    },
  ]
}
