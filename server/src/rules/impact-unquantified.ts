import type { Passage, Report } from '../postmortem/report.ts'
import { impactOf, isUnquantified, passagesOf } from './impact.ts'
import { type Fix, noOptions, type Problem, type Rule } from './rule.ts'

export const impactUnquantified: Rule = {
  id: 'impact-unquantified',
  summary: 'The impact is told in numbers.',
  explanation:
    'How bad it was decides what is worth doing about it, and nobody remembers that a year later. A share or a number of users, requests or orders is enough, and so is "all users" or "no user". An estimate is better than none.\n\nA report that does not tell its impact at all is the affair of other rules.\n\nThe fix adds half a sentence with a placeholder for the number.',
  severity: 'information',
  severityIn: { holberton: 'warning', pagerduty: 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: slow search\n\n## Issue Summary\n\n- **Impact:** the search was slow; about 30% of the users gave up.\n',
        messages: [],
      },
      {
        text: '# Postmortem: slow search\n\n## Issue Summary\n\n- **Impact:** the search was slow, and no user noticed.\n- **Duration:** 12 minutes\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: slow search\n\n## Issue Summary\n\n- **Impact:** the search was slow and gave up now and then.\n',
        messages: ['The impact has no number. Say how many were affected, or that it is an estimate.'],
      },
      {
        text: '# Postmortem: slow search\n\n## Impact\n\nThe search was slow. It answered with errors at times.\n\n## Timeline\n\n- 10:02 UTC - An alert detected it.\n',
        messages: ['The impact has no number. Say how many were affected, or that it is an estimate.'],
      },
    ],
  },
  check: (report: Report): readonly Problem[] => {
    const [first] = impactOf(report)
    if (first === undefined || !isUnquantified(report)) return []
    const { start, end } = first.label
    return [
      {
        message: 'The impact has no number. Say how many were affected, or that it is an estimate.',
        range: { start, end },
        fixes: passagesOf([first]).slice(-1).map(addNumber),
      },
    ]
  },
}

function addNumber({ text, end }: Passage): Fix {
  const joint = /[.!?]$/.test(text) ? ' About' : '; about'
  return {
    title: 'Add how many were affected',
    preferred: true,
    edits: [
      {
        start: end,
        end,
        text: `${joint} {{how many}}% of users were affected${/[.!?]$/.test(text) ? '.' : ''}`,
      },
    ],
  }
}
