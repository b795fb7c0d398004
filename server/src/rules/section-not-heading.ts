import { passage } from '../postmortem/placedLine.ts'
import type { Edit, Report, Section } from '../postmortem/report.ts'
import { sourceLineAt } from '../postmortem/sourceLine.ts'
import { type Fix, noOptions, type Rule } from './rule.ts'
import { eachTitle, findInTemplate, findTitleLine, isHeading } from './sections.ts'

export const sectionNotHeading: Rule = {
  id: 'section-not-heading',
  summary: 'The titles of sections are headings.',
  explanation:
    'A bold line or a line with a colon looks like a title and is none: the outline of the editor, the table of contents and a screen reader do not know of it, and nobody can link to it. Only a line that is nothing but the title of a section of the template is reported; labels within a section, list items and titles with text beside them are left alone.\n\nThe first fix makes a heading of the line, at the level that the other sections have. The other one does so with all of them.',
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\n**Impact:** nobody could search.\n\n## Timeline\n\nText.\n',
        messages: [],
      },
      {
        text: '# Postmortem: search is down\n\n- **Timeline**\n  - 14:02 UTC - The search stopped to answer.\n- **Root Cause and Resolution**\n  - A full disk.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n**Timeline:**\n\nText.\n',
        messages: ['The title "Timeline" is not a heading. Make it one of level 2.'],
      },
      {
        text: 'Postmortem: search is down\n\nIssue Summary:\n\nText.\n\nTimeline:\nText.\n',
        messages: [
          'The title "Issue Summary" is not a heading. Make it one of level 2.',
          'The title "Timeline" is not a heading. Make it one of level 2.',
        ],
      },
    ],
  },
  check: (report) => {
    const level = findLevel(report)
    const found = eachTitle(report.sections).flatMap((section) => {
      const edit = toHeading(section, level, report)
      return edit === null ? [] : [{ section, edit }]
    })
    const all = found.map(({ edit }) => edit)
    return found.map(({ section: { title }, edit }) => ({
      message: `The title "${title.text}" is not a heading. Make it one of level ${level}.`,
      range: { start: title.start, end: title.end },
      fixes: [{ title: `Make "${title.text}" a heading`, preferred: true, edits: [edit] }, ...makeAll(all)],
    }))
  },
}

/** As the first section that is a heading; else one below the title. */
function findLevel({ sections, title, lines }: Report): number {
  const heading = sections.find(isHeading)
  if (heading !== undefined) return heading.level
  const titleLine = lines.find(({ line, base }) => title !== null && base + line.end >= title.end)
  return Math.min((titleLine?.line.heading?.level ?? 1) + 1, 6)
}

/** The line as a heading, if it is a line of its own and nothing but the title. */
function toHeading(section: Section, level: number, report: Report): Edit | null {
  const placed = findTitleLine(section, report)
  if (isHeading(section) || placed === undefined) return null
  if (findInTemplate(section.id, report.template) === undefined) return null
  const { line } = placed
  const isAlone = line.kind === 'text' && line.depth === 0 && line.item === null && !line.quoted
  const { start, end, text } = sourceLineAt(section.title.start, report.source)
  const whole = passage(placed)
  const rest = report.source.slice(section.title.end, end)
  if (!isAlone || whole.start < start || whole.end > end || /[\p{L}\p{N}<|]/u.test(rest)) return null
  if (!/^ {0,3}[^\s<>|]/.test(text)) return null
  const title = whole.text.replace(/[\s:：;]+$/, '')
  return { start, end, text: `${'#'.repeat(level)} ${title}` }
}

function makeAll(edits: readonly Edit[]): readonly Fix[] {
  if (edits.length < 2) return []
  return [{ title: `Make all ${edits.length} titles headings`, preferred: false, edits }]
}
