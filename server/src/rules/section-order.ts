import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findMisplaced, type Misplaced } from '../editing/misplacedSections.ts'
import { moveSection } from '../editing/moveSection.ts'
import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'

export const sectionOrder: Rule = {
  id: 'section-order',
  summary: 'Sections are in the order of the template.',
  explanation: prose`
    People who read many reports know where to look. The rule reports as few sections as possible: those that
    have to move so that all others can stay. Sections that the template does not name may be anywhere.

    If nobody chose the template and the report only happens to have its sections, the author decides on the
    order.

    The fix moves the section, with everything below its title, to the place that it has in the template.
  `,
  severity: 'information',
  severityIn: { core: 'off' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Glossary

          Text.

          ## Timeline

          Text.

          ## Root Cause and Resolution

          Text.

          ## Corrective and Preventative Measures

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Corrective and Preventative Measures

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause and Resolution

          Text.

          ## Issue Summary

          Text.
        `,
        messages: ['The section "Issue Summary" comes too late. Move it before "Timeline".'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Corrective and Preventative Measures

          Text.

          ## Timeline

          Text.

          ## Root Cause and Resolution

          Text.
        `,
        messages: [
          'The section "Corrective and Preventative Measures" comes too early. Move it after "Root Cause and Resolution".',
        ],
      },
    ],
  },
  check: (report) =>
    report.yardstick.basis === 'followed'
      ? []
      : findMisplaced(report).map((misplaced) => toProblem(misplaced, report)),
}

function toProblem({ block, neighbour, isLate }: Misplaced, report: Report): Problem {
  const { title } = block.section
  const other = neighbour.section.title
  return {
    message: isLate
      ? sentence`The section "${title.text}" comes too late. Move it before "${other.text}".`
      : sentence`The section "${title.text}" comes too early. Move it after "${other.text}".`,
    range: { start: title.start, end: title.end },
    related: [
      {
        message: isLate ? sentence`It belongs before this one.` : sentence`It belongs after this one.`,
        range: { start: other.start, end: other.end },
      },
    ],
    // Everything after an open fence is code, so the author has to close it first.
    fixes:
      report.openFence !== null
        ? []
        : [
            {
              title: isLate
                ? sentence`Move "${title.text}" before "${other.text}"`
                : sentence`Move "${title.text}" after "${other.text}"`,
              preferred: true,
              edits: moveSection(block, neighbour, report).edits,
            },
          ],
  }
}
