import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { causesOf, isRepeated } from './support/causes.ts'

export const causeRepeated: Rule = {
  id: 'cause-repeated',
  summary: 'The cause is explained in detail, not repeated from the summary.',
  explanation: prose`
    The summary names the cause in a sentence. The section on the cause explains it: what was changed, what it
    interacted with, and why nothing stopped it. A section that repeats the words of the summary explains
    nothing.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Root Cause:** a query without an index used up the connection pool.

          ## Root Cause and Resolution

          - **Root Cause:** the release of that morning sorts by date. The table has no index for it, so each search read all rows and held its connection for seconds, until none was left.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Root Cause and Resolution

          - **Root Cause:** a query without an index used up the connection pool.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Root Cause:** a query without an index used up the connection pool.

          ## Root Cause and Resolution

          - **Root Cause:** A query without an index used up the connection pool.
          - **Resolution:** an index was added.
        `,
        messages: ['The cause only repeats the summary. Explain it in detail here.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Summary

          **Root Cause:** The disk of the second node was full of old logs.

          ## Root Cause

          The disk of the second node was full: old logs.
        `,
        messages: ['The cause only repeats the summary. Explain it in detail here.'],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const { brief, detailed } = causesOf(report)
    const [first] = detailed?.passages ?? []
    if (brief === null || detailed === null || first === undefined || !isRepeated(brief, detailed)) return []
    return [
      {
        message: sentence`The cause only repeats the summary. Explain it in detail here.`,
        range: { start: first.start, end: first.end },
        related: brief.passages.map(({ start, end }) => ({
          message: sentence`The summary.`,
          range: { start, end },
        })),
        fixes: [],
      },
    ]
  },
}
