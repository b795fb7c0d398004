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
  summary: 'An entry of the timeline has one or two sentences.',
  explanation: prose`
    A timeline is read from top to bottom, to see how one thing led to the next. What needs more than two
    sentences is better told in the section about the cause, or as an entry of its own. Only entries with a
    time that are items of a list or rows of a table are counted; a paragraph below a heading that is a time
    may be as long as it likes.
  `,
  severity: 'information',
  options: strictObject({
    sentences: optional(
      pipe(number(), integer(), minValue(1), description('The most sentences that an entry may have.')),
      2,
    ),
  }),
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The search stopped to answer. The on-call engineer was paged.
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

          ### 14:02 UTC

          The search stopped to answer. Nobody saw it. The alert had been turned off. It stayed so.

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

          - 14:02 UTC - The search stopped to answer. Nobody saw it. The alert had been turned off.

          ## Root Cause

          Text.
        `,
        messages: ['This entry has 3 sentences. Keep it to 2, or make several entries of it.'],
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
        messages: ['This entry has 4 sentences. Keep it to 2, or make several entries of it.'],
      },
    ],
  },
  check: ({ timeline, lines }, { options }) => {
    const items = new Set(
      lines.flatMap(({ line, base }) =>
        line.item !== null || line.kind === 'row' ? [base + line.start] : [],
      ),
    )
    return timeline.entries.flatMap((entry) => {
      const count = entry.time !== null && items.has(entry.start) ? countSentences(entry) : 0
      if (count <= options.sentences) return []
      return [
        {
          message: sentence`This entry has ${count} sentences. Keep it to ${options.sentences}, or make several entries of it.`,
          range: { start: entry.text.start, end: entry.text.end },
          fixes: [],
        },
      ]
    })
  },
}

/** An abbreviation ends no sentence, and two words are none. */
function countSentences({ text }: TimelineEntry): number {
  const plain = text.text.replace(/\b(?:e\.g|i\.e|etc|vs|cf|no|v\d{1,3}(?:\.\d{1,3}){0,3})\./gi, '')
  return splitSentences(plain).filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length > 2)
    .length
}
