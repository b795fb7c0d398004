import { say } from '../language/sentence.ts'
import { isWithin } from '../postmortem/ranges.ts'
import { noOptions, type Rule } from './rule.ts'

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  summary: 'Nothing is left to be filled in.',
  explanation:
    'What a template leaves for the author looks like an answer from afar. Reported are `{{…}}`, `[insert …]`, `<date>`, blanks of underscores, forms such as `YYYY-MM-DD` and `HH:MM`, and the words TODO, TBD, TBC and FIXME in capitals. Code, links and addresses are never taken for placeholders.\n\nOnly the author knows what belongs there, so there is no fix that fills it in.',
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nThe template `{{ user }}` was rendered as it stands, see [the ticket](https://tracker.test/1).\n\n## Timeline\n\n- 14:02 UTC - The search stopped to answer.\n',
        messages: [],
      },
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n## Timeline\n\nText.\n\n## To do\n\n- [ ] Rotate the logs\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\n- **Impact:** {{how many}}% of users saw an error\n\n## Timeline\n\n- HH:MM UTC - The search stopped to answer.\n',
        messages: [
          '"{{how many}}" is left to be filled in. Write what belongs there.',
          '"HH:MM" is left to be filled in. Write what belongs there.',
        ],
      },
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n## Root Cause\n\nTBD\n',
        messages: ['"TBD" is left to be filled in. Write what belongs there.'],
      },
    ],
  },
  check: ({ placeholders, markup }) =>
    placeholders
      .filter(({ start }) => !isWithin(start, markup.code))
      .map(({ text, start, end }) => ({
        message: say`"${text}" is left to be filled in. Write what belongs there.`,
        range: { start, end },
        fixes: [],
      })),
}
