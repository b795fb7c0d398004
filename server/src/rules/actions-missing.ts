import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { linesBetween } from '../postmortem/blocks/linesBetween.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Line } from '../postmortem/lines/line.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { isCommitment, isImperative } from '../postmortem/tasks/taskWords.ts'
import { isForeign } from './support/foreignLanguage.ts'
import { english } from './support/language/english.ts'
import { linesIn } from './support/linesInSections.ts'

const ids: ReadonlySet<string> = new Set(['actions', 'corrective'])

export const actionsMissing: Rule = {
  id: 'actions-missing',
  summary: 'The section for action items lists at least one.',
  explanation: prose`
    A paragraph about what should improve is read once; a list of action items gets worked on. An action item
    may be an item of a list, a row of a table or a line of its own.

    A section that says that nothing needs to be done is complete, and an empty one is left to
    \`section-empty\`. If nobody chose a template, a section about prevention or remediation may explain
    instead of listing, so only a section that is named for action items is reported.

    The fix adds a first action item to the section.
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
        messages: ['The section "Action Items" lists no action items. Add one for each thing to be done.'],
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
          'The section "Corrective and Preventative Measures" lists no action items. Add one for each thing to be done.',
        ],
      },
    ],
  },
  check: (report) => {
    // Tasks that are still placeholders are left to the rule about these.
    if (report.corrective.tasks.length > 0 || isForeign(report)) return []
    const section =
      report.sections.findLast((each) => each.id === 'actions') ??
      (hasTemplate(report) ? report.sections.findLast((each) => each.id === 'corrective') : undefined)
    if (section === undefined || section.empty) return []
    const lines = linesIn(report, ids)
    if (lines.some(({ line }) => english.noActions.test(line.text))) return []
    if (
      looksListed(lines) ||
      isListedInCode(section, report) ||
      (report.corrective.isPromising && (!asksForList(report) || hasImperatives(lines)))
    )
      return []
    const problem = toProblem(section, report)
    return [isSinglePromise(lines) ? { ...problem, mild: true } : problem]
  },
}

/** "We will alert on full disks" is one action item, although it is no list. */
function isSinglePromise(lines: readonly PlacedLine[]): boolean {
  const [only, ...others] = lines.filter(({ line }) => line.text.trim() !== '')
  return only !== undefined && others.length === 0 && only.line.item === null && isCommitment(only.line.text)
}

function hasTemplate({ yardstick: { basis } }: Report): boolean {
  return basis === 'chosen' || basis === 'basic'
}

/**
 * A template that has a list of action items is not satisfied by promises in prose or by a list of improvements,
 * unless the author named something the action items.
 */
function asksForList(report: Report): boolean {
  if (!hasTemplate(report)) return false
  const { template, lines } = report
  const hasList = template.sections.some(({ body }) =>
    body.some((part) => part.kind === 'heading' && part.id === 'actions'),
  )
  return hasList && !lines.some(({ marks }) => marks.some((mark) => mark.ids.includes('actions')))
}

/** Prose in which somebody is told to do something may be meant as action items; a list has a label of its own. */
function hasImperatives(lines: readonly PlacedLine[]): boolean {
  return lines.some(
    ({ line }) =>
      line.item === null && line.text.split(/[.!?:]\s/).some((sentence) => isImperative(sentence)),
  )
}

/**
 * Consecutive lines, most of which begin with a capital letter, may be meant as action items, and so may the rows of a
 * table that blank lines have torn apart.
 */
function looksListed(lines: readonly PlacedLine[]): boolean {
  if (lines.filter(({ line }) => isLooseRow(line)).length >= minLooseRows) return true
  const continuations = lines.filter(
    ({ line }) => line.item === null && !line.opens && line.text.trim() !== '',
  )
  const capitalized = continuations.filter(({ line }) => /^[^\p{L}]{0,8}\p{Lu}/u.test(line.text))
  return capitalized.length >= 3 && capitalized.length >= continuations.length * 0.7
}

/** The names of the columns, and at least one row. */
const minLooseRows = 2

/** A list between the fences of a template that were left where they are. */
function isListedInCode({ start, end }: Section, { lines, source }: Report): boolean {
  return linesBetween(lines, start, end).some(
    ({ line, range }) =>
      line.kind === 'code' &&
      /^[ \t]{0,3}(?:\d{1,2}[.)]|[-*+])[ \t]{1,4}\p{Lu}/mu.test(source.slice(range.start, range.end)),
  )
}

const isLooseRow = perObject(({ text }: Line) => {
  const row = text.trim()
  return row.startsWith('|') && row.endsWith('|') && /\p{L}/u.test(row)
})

function toProblem(section: Section, report: Report): Problem {
  const { lineEnding, bullet } = report.style
  const before = section.follows === 'nothing' ? lineEnding + lineEnding : lineEnding
  const after =
    section.follows === 'nothing' ? '' : section.follows === 'text' ? lineEnding + lineEnding : lineEnding
  const label = hasOtherLists(section, report) ? `**Tasks:**${lineEnding}${lineEnding}` : ''
  return {
    message: sentence`The section "${section.title.text}" lists no action items. Add one for each thing to be done.`,
    range: { start: section.title.start, end: section.title.end },
    fixes: [
      {
        title: sentence`Add an action item`,
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

/** At the end of a list of improvements, an action item would be read as one more improvement. */
function hasOtherLists({ id, start, end }: Section, { corrective }: Report): boolean {
  return (
    id === 'corrective' && corrective.improvements.some((each) => start <= each.start && each.start < end)
  )
}
