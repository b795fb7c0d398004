import { description, integer, minValue, number, optional, pipe, strictObject } from 'valibot'
import type { Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { splitSentences } from '../postmortem/timeline/sayings.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'

interface Options {
  readonly sentences: number
}

export const lengthEntry: Rule<Options> = {
  id: 'length-entry',
  summary: 'A timeline entry has one or two sentences.',
  explanation: prose`
    A timeline is read from top to bottom to see how one thing led to the next. Anything that needs more than
    two sentences belongs in the section about the cause, or in an entry of its own. Only timed entries that
    are list items or table rows are counted; a paragraph below a heading that is a time may be of any length,
    and so may a quotation or a pasted message.
  `,
  severity: 'information',
  severityIn: { core: 'off' },
  options: strictObject({
    sentences: optional(
      pipe(number(), integer(), minValue(1), description('The maximum number of sentences in an entry.')),
      2,
    ),
  }),
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The search stopped answering. The on-call engineer was paged.
          - 14:10 UTC - Version v1.2. of the indexer, i.e. the old one, was started again at 2 p.m. local time.

          ## Root Cause

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          | Time | Event |
          | --- | --- |
          | 14:02 UTC | The search stopped answering. |
          | Some time later | The cache is cleared. Somebody restarts the search. |
          | Unknown | The index grows. |

          ## Root Cause

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          ### 14:02 UTC

          The search stopped answering. Nobody saw it. The alert had been turned off. It stayed so.

          ## Root Cause

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The search stopped answering. Nobody saw it. The alert had been turned off.

          ## Root Cause

          Text.
        `,
        messages: ['This entry has 3 sentences. Keep it to 2, or split it into several entries.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          | Time | Event |
          | --- | --- |
          | 14:02 UTC | The search stopped. Nobody saw it. The alert was off. It stayed so. |

          ## Root Cause

          Text.
        `,
        messages: ['This entry has 4 sentences. Keep it to 2, or split it into several entries.'],
      },
    ],
  },
  check: ({ timeline, lines }, { options }) => {
    const itemStarts = new Set(
      lines.flatMap(({ line, base }) =>
        line.item !== null || line.kind === 'row' ? [base + line.start] : [],
      ),
    )
    return timeline.entries.flatMap((entry) => {
      const count = entry.time !== null && itemStarts.has(entry.start) ? countSentences(entry) : 0
      if (count <= options.sentences) return []
      return [
        {
          message: sentence`This entry has ${count} sentences. Keep it to ${options.sentences}, or split it into several entries.`,
          range: { start: entry.text.start, end: entry.text.end },
          fixes: [],
        },
      ]
    })
  },
}

/** An abbreviation does not end a sentence, and fewer than three words do not make one. */
function countSentences({ text }: TimelineEntry): number {
  const own = text.text.replace(/"[^"]{12,2000}"|“[^”]{12,2000}”|«[^»]{12,2000}»|‘[^’]{40,2000}’/g, '"…"')
  const plain = own.replace(/\b(?:e\.g|i\.e|etc|vs|cf|no|v\d{1,3}(?:\.\d{1,3}){0,3})\./gi, '')
  return splitSentences(plain).filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length > 2)
    .length
}
