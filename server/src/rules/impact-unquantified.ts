import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { FieldPart } from '../templates/template.ts'
import { impactOf, isUnquantified, passagesOf } from './support/impact.ts'
import { isOfOnePerson } from './support/onePerson.ts'

export const impactUnquantified: Rule = {
  id: 'impact-unquantified',
  summary: 'The impact is stated in numbers.',
  explanation: prose`
    How bad an incident was decides what is worth doing about it, and a year later nobody remembers. A share
    or a number of users, requests or orders is enough, and so is "all users" or "no users". An estimate is
    better than none. A length of time is a number, too: "8 hours of downtime", "between 10:00 and 11:30".

    The rule stays silent if the template asks for the number affected in that section, because
    \`field-missing\` reports it, and if the report does not describe the impact at all, because other rules
    report that. It also stays silent in a report that mentions nobody but its author, unless the
    configuration changes the severity of this rule.

    The fix adds half a sentence with a placeholder for the number.
  `,
  severity: 'information',
  waitsForAuthor: true,
  severityIn: { holberton: 'warning', pagerduty: 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Impact:** the search was slow; about 30% of the users gave up.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Issue Summary

          - **Impact:** the search was slow, and no user noticed.
          - **Duration:** 12 minutes
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Impact

          The search was slow and gave up now and then

          ## Root Cause

          A full disk.
        `,
        messages: ['The impact has no number. Say how many were affected, or give an estimate.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Impact

          The search was slow. It answered with errors at times.

          ## Timeline

          - 10:02 UTC - An alert detected it.
        `,
        messages: ['The impact has no number. Say how many were affected, or give an estimate.'],
      },
    ],
  },
  check: (report: Report): readonly Problem[] => {
    const [first] = impactOf(report).filter(({ label }) => !isSymptom.test(label.text))
    if (first === undefined || hasAffectedField(report) || !isUnquantified(report)) return []
    const { start, end } = first.label
    return [
      {
        message: sentence`The impact has no number. Say how many were affected, or give an estimate.`,
        range: { start, end },
        fixes: passagesOf([first]).slice(-1).map(addNumber),
        ...(isOfOnePerson(report) && { onDemand: true }),
      },
    ]
  },
}

/** The template asks for the number as a field of a section of the report, so `field-missing` reports it. */
function hasAffectedField({ template, sections }: Report): boolean {
  return template.sections.some(
    ({ id, body }) =>
      sections.some((section) => section.id === id && !section.empty) &&
      body.some((part) => part.kind === 'field' && [part, ...(part.includes ?? [])].some(isAffected)),
  )
}

function isAffected({ field }: FieldPart): boolean {
  return field === 'affected'
}

/** What was seen, such as a message, cannot be counted. */
const isSymptom = /^\W{0,8}symptoms?\b/i

function addNumber({ text, end }: Passage): Fix {
  const separator = /[.!?]$/.test(text) ? ' About' : '; about'
  return {
    title: sentence`Add how many were affected`,
    preferred: true,
    edits: [
      {
        start: end,
        end,
        text: `${separator} {{how many}}% of users were affected${/[.!?]$/.test(text) ? '.' : ''}`,
      },
    ],
  }
}
