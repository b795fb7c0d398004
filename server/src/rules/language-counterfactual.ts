import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import { english } from './support/language/english.ts'
import { narrative } from './support/language/scope.ts'
import { findPhrases, linesIn } from './support/linesInSections.ts'

export const languageCounterfactual: Rule = {
  id: 'language-counterfactual',
  summary: 'The report tells what happened, not what should have happened.',
  explanation:
    '"The engineer should have checked the logs" tells of a world that never was, and hides why checking them did not seem necessary in this one. Say what was known and done; what would have helped belongs to the lessons and the tasks, where it leads to something.\n\nLessons, tasks, the impact, quotations, code and guesses ("could have been a restart") are passed over.',
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: full disk\n\n## Timeline\n\n- 10:02 UTC - The disk was full. It could have been a leak.\n\n## Lessons Learned\n\n- The alert should have fired earlier.\n',
        messages: [],
      },
      {
        text: '# Postmortem: full disk\n\n## Root Cause\n\nAll nodes should have access to the disk; two had none.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: full disk\n\n## Root Cause\n\nThe team should have checked the disk before the release.\n',
        messages: ['This tells what did not happen. Say what was done and known, or move it to the lessons.'],
      },
      {
        text: '# Postmortem: full disk\n\n## Timeline\n\n- 10:02 UTC - If only the alert was set, it would have been noticed.\n',
        messages: [
          'This tells what did not happen. Say what was done and known, or move it to the lessons.',
          'This tells what did not happen. Say what was done and known, or move it to the lessons.',
        ],
      },
    ],
  },
  check: (report): readonly Problem[] =>
    findPhrases(linesIn(report, narrative), english.counterfactual, report).map(({ start, end }) => ({
      message: sentence`This tells what did not happen. Say what was done and known, or move it to the lessons.`,
      range: { start, end },
      fixes: [],
    })),
}
