import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { millisecondsPerMinute } from '../time/written/calendar.ts'
import { describeDuration } from './support/describeDuration.ts'
import { findEvidence, writtenWithin } from './support/evidence.ts'

const day = 1440

const report = (entry: string) => `# Postmortem\n\n## Timeline\n\n- ${entry}\n`

export const evidenceMismatch: Rule = {
  id: 'evidence-mismatch',
  summary: 'An entry has the time of the message that it links to.',
  explanation: prose`
    The link to a chat message holds the exact moment at which it was written. An entry that says otherwise
    has mostly a wrong zone or a mistyped hour.

    Only an entry with a single such link and a certain date and zone is looked at. Five minutes of
    difference are let pass, and a link to a message of another day is taken for one to what had been said
    before.
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
          'The entry says 2023-09-18 15:12 UTC, but the message that it links to was written 1 hour before, at 14:12 UTC. Correct the time or its zone.',
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
      const size = Math.abs(minutes)
      if (size <= writtenWithin || size > day || time.written.approximate) return []
      const written = new Date(instant).toISOString().slice(11, 16)
      const apart = describeDuration(minutes)
      return [
        {
          message:
            minutes > 0
              ? sentence`The entry says ${label.text}, but the message that it links to was written ${apart} before, at ${written} UTC. Correct the time or its zone.`
              : sentence`The entry says ${label.text}, but the message that it links to was written ${apart} later, at ${written} UTC. Correct the time or its zone.`,
          range: label,
          fixes: [],
        },
      ]
    }),
}
