import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Passage, Range } from '../postmortem/lines/passage.ts'
import { impactOf, matchesIn, passagesOf } from './support/impact.ts'
import { english } from './support/language/english.ts'

export const impactContradiction: Rule = {
  id: 'impact-contradiction',
  summary: 'The impact does not claim both "all users" and a smaller share.',
  explanation: prose`
    Summaries are written in a hurry and later corrected in only one place. "All users were affected" and "80%
    of the users were affected" cannot both be true. A group such as "all users in Europe" does not count as
    all users.

    The finding is at the smaller share and points to the other statement.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: no logins

          ## Issue Summary

          - **Impact:** all users in Europe, 30% of our users, could not log in.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: no logins

          ## Issue Summary

          - **Impact:** nobody could log in; 100% of all users were affected, and 20% of the requests took longer.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: no logins

          ## Issue Summary

          - **Impact:** all users were unable to log in. Approximately 80% of users were affected.
        `,
        messages: ['The impact says both "all users" and "80% of users". Correct one of them.'],
      },
      {
        text: markdown`
          # Postmortem: no logins

          ## Impact

          - Every user saw an error.
          - 30% of our customers were affected.
        `,
        messages: ['The impact says both "Every user" and "30% of our customers". Correct one of them.'],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const passages = passagesOf(impactOf(report))
    const [all] = passages.flatMap((each) => findIn(each, english.allUsers)).filter(({ isPart }) => !isPart)
    const [share] = passages
      .flatMap((each) => findIn(each, english.shareOfUsers))
      .filter(({ text }) => Number.parseFloat(text) < 100)
    if (all === undefined || share === undefined) return []
    return [
      {
        message: sentence`The impact says both "${all.text}" and "${share.text}". Correct one of them.`,
        range: share.range,
        related: [{ message: sentence`The other statement`, range: all.range }],
        fixes: [],
      },
    ]
  },
}

interface Mention {
  readonly text: string
  readonly range: Range
  /** True if the mention is only part of a longer one: "30% of all users", "all users in Europe". */
  readonly isPart: boolean
}

function findIn(passage: Passage, pattern: RegExp): readonly Mention[] {
  const { text, start } = passage
  return matchesIn(passage, pattern).map((match) => ({
    text: match[0],
    range: { start: start + match.index, end: start + match.index + match[0].length },
    isPart:
      /(?:\bof|\bnot|\bnearly|\balmost) $/i.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
      /^ (?:in|on|of|from|with|who|whose|that|using|behind|outside|except|but|running|at|trying|attempting)\b/i.test(
        text.slice(match.index + match[0].length),
      ),
  }))
}
