import { description, integer, minValue, number, optional, pipe, strictObject } from 'valibot'
import type { Problem, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { causesOf, firstWords, isRepeated } from './support/causes.ts'

const options = strictObject({
  words: pipe(
    optional(pipe(number(), integer(), minValue(1)), 12),
    description('The minimum number of words in an explanation.'),
  ),
})

export const causeTooThin: Rule<{ readonly words: number }> = {
  id: 'cause-too-thin',
  summary: 'The cause is explained in more than a few words.',
  explanation: prose`
    A cause of a few words, such as "DNS" or "a bug in the cache", leaves readers wondering how that could
    take the service down.

    Only a section that a heading gives to the cause is checked: a summary may be brief, and what other labels
    name may be the cause of something else.
  `,
  severity: 'information',
  waitsForAuthor: true,
  options,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Root Cause

          The release of that morning sorts by date. The table has no index for it, so each search read all rows.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Root Cause:** a missing index
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Root Cause

          A missing index.
        `,
        messages: ['3 words do not explain a cause. Say how it came about, and why nothing stopped it.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Root Cause and Resolution

          **Root Cause:** The database was overloaded.

          **Resolution:** We added an index on the date, and restarted the search.
        `,
        messages: ['4 words do not explain a cause. Say how it came about, and why nothing stopped it.'],
      },
    ],
  },
  check: (report, context): readonly Problem[] => {
    const { brief, detailed, isExplained } = causesOf(report)
    const [first] = detailed?.passages ?? []
    if (!detailed?.titled || first === undefined || isExplained) return []
    const words = firstWords(detailed, context.options.words).length
    if (words === 0 || words >= context.options.words) return []
    if (brief !== null && isRepeated(brief, detailed)) return []
    return [
      {
        message:
          words === 1
            ? sentence`One word does not explain a cause. Say how it came about, and why nothing stopped it.`
            : sentence`${words} words do not explain a cause. Say how it came about, and why nothing stopped it.`,
        range: { start: first.start, end: detailed.passages.at(-1)?.end ?? first.end },
        fixes: [],
      },
    ]
  },
}
