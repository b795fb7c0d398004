import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { eachTitle, findBodyStart, findInTemplate, findTitleLine } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { normalizeTitle } from '../postmortem/blocks/normalizeTitle.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

export const sectionDuplicate: Rule = {
  id: 'section-duplicate',
  summary: 'Each section of the template appears only once.',
  explanation: prose`
    A reader who has found the timeline does not look for a second one. Two sections are reported only if they
    have the same title, one that the template has, and both have text. Sections within another section are
    not compared, and neither are those below two higher headings: a report on two incidents may have two
    timelines.

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
          ## Issue Summary

          Text.

          ## Timeline

          Text.

          ## 3. ISSUE SUMMARY

          Text.

          ## Root Cause and Resolution

          Text.
        `,
        messages: [
          'The section "ISSUE SUMMARY" appears twice. Move its text to the first one, or give it another title.',
        ],
      },
    ],
  },
  check: (report) => {
    const countHeadings = countHeadingsAbove(report)
    const firsts = new Map<string, Section>()
    const last = { end: 0 }
    return eachTitle(report.sections).flatMap((section) => {
      const isNested = section.start < last.end
      last.end = Math.max(last.end, section.end)
      if (isNested || section.empty || !isKnownAs(section, report) || isField(section, report)) return []
      const headings = countHeadings(section)
      const key = `${section.id} ${section.level} ${headings} ${normalizeTitle(section.title.text)}`
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, section)
      return first === undefined ? [] : [toProblem(section, first, report)]
    })
  },
}

/** "- **Trigger**: a push" is a field of whatever its list describes, and each list has its own. */
function isField(section: Section, report: Report): boolean {
  return findTitleLine(section, report)?.line.item != null && findBodyStart(section, report) === null
}

/** Only the names that the template itself gives the section count. */
function isKnownAs({ id, title }: Section, { template }: Report): boolean {
  const known = findInTemplate(id, template)
  const names = known === undefined ? [] : [known.title, ...known.aliases]
  return names.some((name) => normalizeTitle(name) === normalizeTitle(title.text))
}

/**
 * Counts the headings before a section that are higher than its title. One between two sections makes them
 * parts of different things. Has to be called in the order of the sections.
 */
function countHeadingsAbove({ lines }: Report): (section: Section) => number {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  let index = 0
  return ({ title, level }) => {
    for (; index < lines.length; index += 1) {
      const { line, base } = lines[index] as PlacedLine
      if (base + line.start >= title.start) break
      if (line.heading !== null) counts[line.heading.level] = (counts[line.heading.level] ?? 0) + 1
    }
    return counts.reduce((sum, count, each) => (each < level ? sum + count : sum), 0)
  }
}

function toProblem(second: Section, first: Section, report: Report): Problem {
  const name = second.title.text
  return {
    message: sentence`The section "${name}" appears twice. Move its text to the first one, or give it another title.`,
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
    .replace(/^(?:[ \t]*[\r\n])+/, '')
    .trimEnd()
  if (body === '') return [removed]
  const before = first.follows === 'nothing' ? line + line : line
  const after = first.follows === 'text' ? line + line : line
  return [{ start: first.next, end: first.next, text: before + body + after }, removed]
}
