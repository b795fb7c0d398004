import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { english } from './support/language/english.ts'
import { linesIn } from './support/linesInSections.ts'

const ids: ReadonlySet<string> = new Set(['actions', 'corrective'])

export const actionsMissing: Rule = {
  id: 'actions-missing',
  summary: 'The section for tasks lists tasks.',
  explanation: prose`
    Prose about what should become better is read once. A list of tasks is worked on. A task may stand in a
    list, in a table, or in a line of its own; a section that says that nothing is to be done is complete as
    well.

    An empty section is the affair of \`section-empty\`.

    The fix adds a first task to the section.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          No action is needed, because the old system was replaced.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Corrective and Preventative Measures

          Disks should be watched.

          - [ ] Alert on a disk that is 80% full
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          The monitoring of disks will have to become better.
        `,
        messages: ['The section "Action Items" lists no task. Add one for each thing to be done.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Corrective and Preventative Measures

          ### Improvements

          - Disks should be watched.

          ### Tasks

          They are discussed next week.
        `,
        messages: [
          'The section "Corrective and Preventative Measures" lists no task. Add one for each thing to be done.',
        ],
      },
    ],
  },
  check: (report) => {
    if (report.actionItems.length > 0) return []
    const section =
      report.sections.findLast((each) => each.id === 'actions') ??
      report.sections.findLast((each) => each.id === 'corrective')
    if (section === undefined || section.empty) return []
    const lines = linesIn(report, ids)
    if (lines.some(({ line }) => english.noActions.test(line.text)) || looksListed(lines)) return []
    return [toProblem(section, report)]
  },
}

/** Lines that follow each other, most of which begin as sentences do, may be tasks to their author. */
function looksListed(lines: readonly PlacedLine[]): boolean {
  const glued = lines.filter(({ line }) => line.item === null && !line.opens && line.text.trim() !== '')
  const begun = glued.filter(({ line }) => /^[^\p{L}]{0,8}\p{Lu}/u.test(line.text))
  return begun.length >= 3 && begun.length >= glued.length * 0.7
}

function toProblem(section: Section, report: Report): Problem {
  const { lineEnding, bullet } = report.style
  const before = section.follows === 'nothing' ? lineEnding + lineEnding : lineEnding
  const after =
    section.follows === 'nothing' ? '' : section.follows === 'text' ? lineEnding + lineEnding : lineEnding
  const label = hasOtherLists(section, report) ? `**Tasks:**${lineEnding}${lineEnding}` : ''
  return {
    message: sentence`The section "${section.title.text}" lists no task. Add one for each thing to be done.`,
    range: { start: section.title.start, end: section.title.end },
    fixes: [
      {
        title: sentence`Add a task`,
        preferred: true,
        edits: [
          {
            start: section.next,
            end: section.next,
            text: `${before}${label}${bullet} [ ] {{a specific task}}${after}`,
          },
        ],
      },
    ],
  }
}

/** A task at the end of a list of improvements would be one more improvement. */
function hasOtherLists({ id, start, end }: Section, { corrective }: Report): boolean {
  return (
    id === 'corrective' && corrective.improvements.some((each) => start <= each.start && each.start < end)
  )
}
