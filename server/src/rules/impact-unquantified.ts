import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { FieldPart } from '../templates/template.ts'
import { impactOf, isUnquantified, passagesOf } from './support/impact.ts'

export const impactUnquantified: Rule = {
  id: 'impact-unquantified',
  summary: 'The impact is told in numbers.',
  explanation:
    'How bad it was decides what is worth doing about it, and nobody remembers that a year later. A share or a number of users, requests or orders is enough, and so is "all users" or "no user". An estimate is better than none.\n\nWhere the template itself asks the section for those affected, `field-missing` asks for them, and where no impact is told at all, other rules do.\n\nThe fix adds half a sentence with a placeholder for the number.',
  severity: 'information',
  waitsForAuthor: true,
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
        text: '# Postmortem: slow search\n\n## Impact\n\nThe search was slow and gave up now and then\n\n## Root Cause\n\nA full disk.\n',
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
    if (first === undefined || isAskedFor(report) || !isUnquantified(report)) return []
    const { start, end } = first.label
    return [
      {
        message: sentence`The impact has no number. Say how many were affected, or that it is an estimate.`,
        range: { start, end },
        fixes: passagesOf([first]).slice(-1).map(addNumber),
      },
    ]
  },
}

/** The template wants the number as a field of a section that is there, so its absence is known already. */
function isAskedFor({ template, sections }: Report): boolean {
  return template.sections.some(
    ({ id, body }) =>
      sections.some((section) => section.id === id && !section.empty) &&
      body.some((part) => part.kind === 'field' && [part, ...(part.includes ?? [])].some(isAffected)),
  )
}

function isAffected({ field }: FieldPart): boolean {
  return field === 'affected'
}

function addNumber({ text, end }: Passage): Fix {
  const joint = /[.!?]$/.test(text) ? ' About' : '; about'
  return {
    title: sentence`Add how many were affected`,
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
