import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import { english } from './support/language/english.ts'
import { narrativeAndImpact } from './support/language/scope.ts'
import { findPhrases, linesIn } from './support/linesInSections.ts'

export const languageBlame: Rule = {
  id: 'language-blame',
  summary: 'Nobody is blamed.',
  explanation:
    'Who is blamed in one report says nothing in the next one, and the next one needs it. Tell what people did and saw, and leave the judgement out: "the migration was not run" says more than "they forgot to run the migration", and asks what would have run it.\n\nWords of blame count only where a person or a team stands right before them: a pod that failed to start blames nobody. Lessons, tasks, quotations and code are passed over.',
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: failed login\n\n## Timeline\n\n- 10:02 UTC - The pod failed to start. The service failed to answer.\n- 10:05 UTC - The on-call engineer restarted it.\n',
        messages: [],
      },
      {
        text: '# Postmortem: failed login\n\n## Root Cause\n\nThe migration was not run, because the release does not run it.\n\n## Lessons Learned\n\n- We forgot to ask the database team.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: failed login\n\n## Root Cause\n\nAn engineer forgot to run the migration.\n',
        messages: ['This blames somebody. Say what was done or not done, and why that seemed right.'],
      },
      {
        text: '# Postmortem: failed login\n\n## Timeline\n\n- 10:02 UTC - The deployment team carelessly released on a Friday.\n',
        messages: ['This blames somebody. Say what was done or not done, and why that seemed right.'],
      },
    ],
  },
  check: (report): readonly Problem[] =>
    findPhrases(linesIn(report, narrativeAndImpact), english.blame, report).map(({ start, end }) => ({
      message: sentence`This blames somebody. Say what was done or not done, and why that seemed right.`,
      range: { start, end },
      fixes: [],
    })),
}
