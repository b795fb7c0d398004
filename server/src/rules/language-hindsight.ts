import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { english } from './support/language/english.ts'
import { narrativeAndImpact } from './support/language/scope.ts'
import { findPhrases } from './support/linesInSections.ts'

export const languageHindsight: Rule = {
  id: 'language-hindsight',
  summary: 'Nothing is called obvious that was not obvious at the time.',
  explanation: prose`
    To somebody who knows the ending, everything along the way looks obvious. It was not obvious to the people
    who were there, or there would be no report.

    Only words that comment on a whole sentence are reported: "no obvious error" says what was seen. Lessons,
    action items, quotations and code are ignored.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Timeline

          - 10:02 UTC - The logs showed no obvious error; the cause was not clear.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Lessons Learned

          - Obviously, a disk wants an alert.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Root Cause

          Obviously, the disk was too small. Of course it had no alert.
        `,
        messages: [
          'This was not so clear at the time. Leave the word out, or say what was known.',
          'This was not so clear at the time. Leave the word out, or say what was known.',
        ],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Timeline

          - 10:02 UTC - The disk was obviously full.
        `,
        messages: ['This was not so clear at the time. Leave the word out, or say what was known.'],
      },
    ],
  },
  check: (report): readonly Problem[] =>
    findPhrases(report, narrativeAndImpact, english.hindsight).map(({ start, end }) => ({
      message: sentence`This was not so clear at the time. Leave the word out, or say what was known.`,
      range: { start, end },
      fixes: [],
    })),
}
