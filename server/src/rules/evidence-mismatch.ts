import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { millisecondsPerMinute } from '../time/written/calendar.ts'
import { describeDuration } from './support/describeDuration.ts'
import { findEvidence, maxMinutesApart } from './support/evidence.ts'

const minutesPerDay = 1440

const report = (entry: string) => `# Postmortem\n\n## Timeline\n\n- ${entry}\n`

export const evidenceMismatch: Rule = {
  id: 'evidence-mismatch',
  summary: 'A timeline entry has the same time as the message that it links to.',
  explanation: prose`
    A link to a chat message contains the exact moment at which it was posted. An entry that disagrees usually
    has the wrong time zone or a mistyped hour.

    Only entries with a single such link and a certain date and zone are checked. A difference of up to five
    minutes is fine, and a message more than a day away is taken to be a reference to something said earlier.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: report(
          '2023-09-18 14:12 UTC - [We were paged](https://example.slack.com/archives/C012AB3CD/p1695046332665969).',
        ),
        messages: [],
      },
      {
        text: report(
          '2023-09-21 09:00 UTC - As [said before](https://example.slack.com/archives/C012AB3CD/p1695046332665969), the disk was full.',
        ),
        messages: [],
      },
    ],
    bad: [
      {
        text: report(
          '2023-09-18 15:12 UTC - [We were paged](https://example.slack.com/archives/C012AB3CD/p1695046332665969).',
        ),
        messages: [
          'The entry says 2023-09-18 15:12 UTC, but the message that it links to was posted 1 hour earlier, at 14:12 UTC. Correct the time or its zone.',
        ],
      },
    ],
  },
  check: (report) =>
    findEvidence(report).flatMap(({ entry, instant }): Problem[] => {
      const { time, label } = entry
      if (time?.instant == null || label === null || time.certainty !== 'certain' || time.until !== null)
        return []
      const minutes = (time.instant - instant) / millisecondsPerMinute
      const distance = Math.abs(minutes)
      if (distance <= maxMinutesApart || distance > minutesPerDay || time.written.approximate) return []
      const written = new Date(instant).toISOString().slice(11, 16)
      const difference = describeDuration(minutes)
      return [
        {
          message:
            minutes > 0
              ? sentence`The entry says ${label.text}, but the message that it links to was posted ${difference} earlier, at ${written} UTC. Correct the time or its zone.`
              : sentence`The entry says ${label.text}, but the message that it links to was posted ${difference} later, at ${written} UTC. Correct the time or its zone.`,
          range: label,
          fixes: [],
        },
      ]
    }),
}
