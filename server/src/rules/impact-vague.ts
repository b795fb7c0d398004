import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { impactOf, isUnquantified, matchesIn, passagesOf } from './support/impact.ts'
import { english } from './support/language/english.ts'

const counted =
  /\d ?(?:%|percent\b)|\b\d[\d,.]{0,12}k? (?:\w{2,20} ){0,2}(?:users|customers|clients|requests)\b/i

export const impactVague: Rule = {
  id: 'impact-vague',
  summary: 'The impact says how many, not "some".',
  explanation: prose`
    "Some users" may mean five or five thousand. Such words are reported in a description of the impact unless
    it gives a number of users as well. If the impact has no number at all, \`impact-unquantified\` reports
    that instead.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Impact:** some users, about 4%, saw an error.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Impact:** all searches of 30 users failed.

          ## Timeline

          - 10:02 UTC - Some users complained.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Impact:** several users saw an error, and 3 servers had to be restarted.
        `,
        messages: ['This does not say how many. Give a number or an estimate.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Impact

          Two services were slow, and a number of customers called.
        `,
        messages: ['This does not say how many. Give a number or an estimate.'],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const passages = passagesOf(impactOf(report))
    if (isUnquantified(report) || passages.some(({ text }) => counted.test(text))) return []
    const vague = passages.flatMap((passage) =>
      matchesIn(passage, english.someUsers).map((match) => ({
        start: passage.start + match.index,
        end: passage.start + match.index + match[0].length,
      })),
    )
    return vague.slice(0, 1).map((range) => ({
      message: sentence`This does not say how many. Give a number or an estimate.`,
      range,
      fixes: [],
    }))
  },
}
