import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findInTemplate } from '../editing/sectionTitles.ts'
import { countWhile } from '../lists/countWhile.ts'
import { sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { renderBody } from '../templates/render.ts'
import { findEmptySections } from './support/emptySections.ts'

export const sectionEmpty: Rule = {
  id: 'section-empty',
  summary: 'Every section has content below its title.',
  explanation: prose`
    A title without text looks finished in an outline and tells the reader nothing. A section is empty if
    nothing follows its title but blank lines, comments and other titles. A section that contains only
    subsections is not empty.

    The first fix inserts what the template has in that section, with placeholders. The second removes the
    section.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Lessons learned

          ### What went well

          The alert.

          ### What went wrong

          The runbook.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: ['The section "Issue Summary" is empty. Write it, or insert what the template has for it.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          **Issue Summary**

          Text.

          **Timeline**

          <!-- to be written -->

          **Lessons learned**
        `,
        messages: [
          'The section "Timeline" is empty. Write it, or insert what the template has for it.',
          'The section "Lessons learned" is empty. Write it, or remove its title.',
        ],
      },
    ],
  },
  check: (report) => findEmptySections(report).map((section) => toProblem(section, report)),
}

function toProblem(section: Section, report: Report): Problem {
  const name = section.title.text
  const insert = insertBody(section, report)
  const remove: Fix = {
    title: sentence`Remove the empty section "${name}"`,
    preferred: false,
    edits: [{ start: section.start, end: section.end, text: '' }],
  }
  return {
    message:
      insert.length > 0
        ? sentence`The section "${name}" is empty. Write it, or insert what the template has for it.`
        : sentence`The section "${name}" is empty. Write it, or remove its title.`,
    range: { start: section.title.start, end: section.title.end },
    fixes: [...insert, remove],
  }
}

/** A title that names several sections makes neighbours of them. */
function sectionsOfTitle({ title }: Section, { sections }: Report): readonly Section[] {
  const first = countWhile(sections, (each) => each.title.start < title.start)
  let end = first
  while (sections[end]?.title.start === title.start) end += 1
  return sections.slice(first, end)
}

function insertBody(section: Section, report: Report): readonly Fix[] {
  const inTemplate = sectionsOfTitle(section, report)
    .map((each) => findInTemplate(each.id, report.template))
    .find((each) => each !== undefined)
  if (inTemplate === undefined) return []
  const edit = toEdit(renderBody(inTemplate, report.style), section, report)
  return [{ title: sentence`Insert what belongs in "${section.title.text}"`, preferred: true, edits: [edit] }]
}

function toEdit(body: string, { next, follows, start }: Section, { style, source }: Report): Edit {
  const line = style.lineEnding
  const isUnended = follows === 'nothing' || next === start
  const before = isUnended && source.slice(next - 1, next) !== '\n' ? line + line : line
  return { start: next, end: next, text: before + body + (follows === 'text' ? line + line : line) }
}
