import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findBodyStart, findInTemplate } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { normalizeTitle } from '../postmortem/blocks/titles.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

export const sectionDuplicate: Rule = {
  id: 'section-duplicate',
  summary: 'Each section of the template appears only once.',
  explanation: prose`
    A reader who has found the timeline does not look for a second one. Only titles that the template has are
    counted, and only if both are at the same level below the same heading: the root cause within a summary is
    not the section of that name, and a report on two incidents may have two timelines below two headings.

    The fix moves the text of the second section to the end of the first.
  `,
  severity: 'warning',
  severityIn: { core: 'off' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          **Root Cause:** a full disk.

          ## Root Cause and Resolution

          **Root Cause:** the logs were never rotated.

          ## Timeline

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: two outages

          ## The first outage

          ### Timeline

          Text.

          ### Root cause

          Text.

          ## The second outage

          ### Timeline

          Text.

          ### Root cause

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Timeline

          Text.

          ## Timeline

          More text.
        `,
        messages: [
          'The section "Timeline" appears twice. Move its text to the first one, or give it another title.',
        ],
      },
      {
        text: markdown`
          ## Summary

          Text.

          ## Timeline

          Text.

          ## Issue summary

          Text.
        `,
        messages: [
          'The section "Issue summary" is the same as "Summary" above. Move its text there, or give it another title.',
        ],
      },
    ],
  },
  check: (report) =>
    report.sections.flatMap((section, index) => {
      const first = report.sections.slice(0, index).find((each) => isSame(each, section, report))
      return first === undefined ? [] : [toProblem(section, first, report)]
    }),
}

function isSame(first: Section, second: Section, report: Report): boolean {
  return (
    first.id === second.id &&
    first.level === second.level &&
    first.title.start !== second.title.start &&
    isKnownAs(first, report) &&
    isKnownAs(second, report) &&
    !isSeparated(first, second, report)
  )
}

/**
 * Only the names that the template itself gives the section count. A looser synonym may be a section of its
 * own.
 */
function isKnownAs({ id, title }: Section, { template }: Report): boolean {
  const known = findInTemplate(id, template)
  const names = known === undefined ? [] : [known.title, ...known.aliases]
  return names.some((name) => normalizeTitle(name) === normalizeTitle(title.text))
}

/** A higher heading between the two makes them parts of different things. */
function isSeparated(first: Section, second: Section, { lines }: Report): boolean {
  return lines.some(({ line, base }) => {
    const start = base + line.start
    return (
      line.heading !== null && line.heading.level < first.level && first.end <= start && start < second.start
    )
  })
}

function toProblem(second: Section, first: Section, report: Report): Problem {
  const name = second.title.text
  const message =
    name === first.title.text
      ? sentence`The section "${name}" appears twice. Move its text to the first one, or give it another title.`
      : sentence`The section "${name}" is the same as "${first.title.text}" above. Move its text there, or give it another title.`
  return {
    message,
    range: { start: second.title.start, end: second.title.end },
    related: [
      {
        message: sentence`The first one is here.`,
        range: { start: first.title.start, end: first.title.end },
      },
    ],
    fixes: merge(second, first, report),
  }
}

/** No fix if the text begins on the line of its title, because it cannot be moved without the title. */
function merge(second: Section, first: Section, report: Report): readonly Fix[] {
  const bodyStart = findBodyStart(second, report)
  if (bodyStart === null) return []
  return [
    {
      title: sentence`Move the text of "${second.title.text}" to the first one`,
      preferred: false,
      edits: mergeEdits(second, bodyStart, first, report),
    },
  ]
}

function mergeEdits(
  second: Section,
  bodyStart: number,
  first: Section,
  { source, style }: Report,
): readonly Edit[] {
  const line = style.lineEnding
  const removed = { start: second.start, end: second.end, text: '' }
  const body = source
    .slice(bodyStart, second.end)
    .replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '')
    .trimEnd()
  if (body === '') return [removed]
  const before = first.follows === 'nothing' ? line + line : line
  const after = first.follows === 'text' ? line + line : line
  return [{ start: first.next, end: first.next, text: before + body + after }, removed]
}
