import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { overlapsAny } from '../postmortem/lines/passage.ts'
import { english } from './support/language/english.ts'
import { findNamedBlame } from './support/language/namedBlame.ts'
import { findPersonalFaults } from './support/language/personalFault.ts'
import { narrativeAndImpact } from './support/language/scope.ts'
import { findPhrases } from './support/linesInSections.ts'

export const languageBlame: Rule = {
  id: 'language-blame',
  summary: 'The report blames nobody.',
  explanation: prose`
    People who are blamed in one report say nothing in the next, and the next one needs to hear from them.
    Describe what people did and saw, and leave judgement out: "the migration was not run" says more than
    "they forgot to run the migration", and raises the question of what would have run it.

    Words of blame are reported only if a person or a team comes right before them: a pod that failed to start
    blames nobody. Lessons, action items, quotations and code are ignored.

    A cause that consists of what a named person did wrong is reported as well, and anywhere what is only said of
    people, such as "Alice forgot to" or "Alice's negligence", if the name begins with a
    common given name, or the report names that person as an author, a responder or an owner, by name or by a
    handle such as \`@bob\`. Any other capitalised word may be a product or a team, and any other handle a
    group.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: failed login

          ## Timeline

          - 10:02 UTC - The pod failed to start. The service failed to answer.
          - 10:05 UTC - The on-call engineer restarted it.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: failed login

          ## Root Cause

          The migration was not run, because the release does not run it.

          ## Lessons Learned

          - We forgot to ask the database team.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: failed login

          **Responders:** Bob, Alice

          ## Root Cause

          Terraform pushed a bad config, and Deploybot deployed a broken build. Bob reverted both.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: failed login

          ## Root Cause

          An engineer forgot to run the migration.
        `,
        messages: ['This blames somebody. Say what was done or not done, and why that seemed right.'],
      },
      {
        text: markdown`
          # Postmortem: failed login

          ## Timeline

          - 10:02 UTC - The deployment team carelessly released on a Friday.
        `,
        messages: ['This blames somebody. Say what was done or not done, and why that seemed right.'],
      },
      {
        text: markdown`
          # Postmortem: failed login

          ## Root Cause

          Bob pushed a bad config.
        `,
        messages: [
          'This makes a person the cause. Say what was done, what made it possible, and why it seemed right.',
        ],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const blamed = findPhrases(report, narrativeAndImpact, english.blame)
    const personal = findPersonalFaults(report).filter((fault) => !overlapsAny(fault, blamed))
    const named = findNamedBlame(report).filter(
      (blame) => !overlapsAny(blame, blamed) && !overlapsAny(blame, personal),
    )
    return [
      ...[...blamed, ...named].map(({ start, end }) => ({
        message: sentence`This blames somebody. Say what was done or not done, and why that seemed right.`,
        range: { start, end },
        fixes: [],
      })),
      ...personal.map(({ start, end }) => ({
        message: sentence`This makes a person the cause. Say what was done, what made it possible, and why it seemed right.`,
        range: { start, end },
        fixes: [],
      })),
    ]
  },
}
