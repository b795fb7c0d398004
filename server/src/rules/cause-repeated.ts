import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import { causesOf, isRepeated } from './support/causes.ts'

export const causeRepeated: Rule = {
  id: 'cause-repeated',
  summary: 'The cause is explained in detail, not repeated from the summary.',
  explanation:
    'The summary names the cause in a sentence. Its own section explains it: what was changed, what it met, why nothing stopped it. A section that says the same words again explains nothing.',
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: slow search\n\n## Issue Summary\n\n- **Root Cause:** a query without an index used up the connection pool.\n\n## Root Cause and Resolution\n\n- **Root Cause:** the release of that morning sorts by date. The table has no index for it, so each search read all rows and held its connection for seconds, until none was left.\n',
        messages: [],
      },
      {
        text: '# Postmortem: slow search\n\n## Root Cause and Resolution\n\n- **Root Cause:** a query without an index used up the connection pool.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: slow search\n\n## Issue Summary\n\n- **Root Cause:** a query without an index used up the connection pool.\n\n## Root Cause and Resolution\n\n- **Root Cause:** A query without an index used up the connection pool.\n- **Resolution:** an index was added.\n',
        messages: ['The cause is told in the words of the summary. Explain it in detail here.'],
      },
      {
        text: '# Postmortem: slow search\n\n## Summary\n\n**Root Cause:** The disk of the second node was full of old logs.\n\n## Root Cause\n\nThe disk of the second node was full: old logs.\n',
        messages: ['The cause is told in the words of the summary. Explain it in detail here.'],
      },
    ],
  },
  check: (report): readonly Problem[] => {
    const { brief, detailed } = causesOf(report)
    const [first] = detailed?.told ?? []
    if (brief === null || detailed === null || first === undefined || !isRepeated(brief, detailed)) return []
    return [
      {
        message: sentence`The cause is told in the words of the summary. Explain it in detail here.`,
        range: { start: first.start, end: first.end },
        related: brief.told.map(({ start, end }) => ({
          message: sentence`The summary.`,
          range: { start, end },
        })),
        fixes: [],
      },
    ]
  },
}
