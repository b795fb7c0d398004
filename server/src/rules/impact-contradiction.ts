import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Passage, Range } from '../postmortem/lines/passage.ts'
import { impactOf, passagesOf } from './support/impact.ts'
import { english } from './support/language/english.ts'

export const impactContradiction: Rule = {
  id: 'impact-contradiction',
  summary: 'The impact does not say both "all users" and a smaller share of them.',
  explanation: prose`
    A summary is written in a hurry, and corrected in one place only. "All users were affected" and "80% of
    the users were affected" cannot both be true. Users of a part ("all users in Europe") are not all users.

    The finding is at the share, with the other place beside it.
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
        messages: ['The impact says "all users" and "80% of users". Correct one of them.'],
      },
      {
        text: markdown`
          # Postmortem: no logins

          ## Impact

          - Every user saw an error.
          - 30% of our customers were affected.
        `,
        messages: ['The impact says "Every user" and "30% of our customers". Correct one of them.'],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const told = passagesOf(impactOf(report))
    const [all] = told.flatMap((each) => findIn(each, english.allUsers)).filter(({ isPart }) => !isPart)
    const [share] = told
      .flatMap((each) => findIn(each, english.shareOfUsers))
      .filter(({ text }) => Number.parseFloat(text) < 100)
    if (all === undefined || share === undefined) return []
    return [
      {
        message: sentence`The impact says "${all.text}" and "${share.text}". Correct one of them.`,
        range: share.range,
        related: [{ message: sentence`The other one.`, range: all.range }],
        fixes: [],
      },
    ]
  },
}

interface Found {
  readonly text: string
  readonly range: Range
  /** "30% of all users", "all users in Europe". */
  readonly isPart: boolean
}

function findIn({ text, start }: Passage, pattern: RegExp): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    range: { start: start + match.index, end: start + match.index + match[0].length },
    isPart:
      /(?:\bof|\bnot|\bnearly|\balmost) $/i.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
      /^ (?:in|on|of|from|with|who|whose|that|using|behind|outside|except|but|running|at|trying|attempting)\b/i.test(
        text.slice(match.index + match[0].length),
      ),
  }))
}
