import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findPredecessor, findSuccessor, insertSections } from '../editing/insertSections.ts'
import { joinSentences, type Sentence, sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { TemplateSection } from '../templates/template.ts'
import { findConflicts } from './support/conflicts.ts'
import { isTemplateGuessed } from './support/guessedTemplate.ts'
import { linesWhere } from './support/linesWhere.ts'

export const sectionMissing: Rule = {
  id: 'section-missing',
  summary: 'A report has every section that its template requires.',
  explanation: prose`
    Readers who want to know the cause, or what is being done to prevent a recurrence, look in the section
    that has always held it. A section is recognised by the meaning of its title, whatever its markup and its
    place in the report. A title that names two sections counts as both.

    If somebody chose the template, a missing section is a warning. So it is in a report that has the titles
    of the base template or has only been started. A template that the report merely resembles is a guess, and
    its author may have left out a section on purpose, so the finding is then only an information.

    The first fix inserts the section where the template has it, in the style of the document, with
    placeholders for what to write. The second inserts all missing sections.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

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

          ## What went well

          Text.

          ## What went wrong

          Text.

          ## Where we got lucky

          Text.
        `,
        messages: [],
      },
      { text: '# Shopping list\n\n- Bread\n', messages: [] },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          Text.

          ## Root Cause and Resolution

          Text.

          ## Corrective and Preventative Measures

          Text.
        `,
        messages: ['The section "Timeline" is missing. Add it after "Issue Summary".'],
      },
      {
        text: markdown`
          ## Timeline

          Text.

          ## Corrective and Preventative Measures

          Text.
        `,
        messages: [
          'The section "Issue Summary" is missing. Add it before "Timeline".',
          'The section "Root Cause and Resolution" is missing. Add it after "Timeline".',
        ],
      },
    ],
  },
  check: (report) => {
    // Without a template, one finding of `essentials-missing` says all of it.
    if (report.yardstick.basis === 'own-shape' || isSwallowed(report)) return []
    // Sections hide behind the markers of a merge.
    if (findConflicts(report).length > 0) return []
    const insertAllFixes = insertAll(report)
    const mild = report.yardstick.basis === 'followed' || isShapeless(report) || isTemplateGuessed(report)
    return report.missing.map((section) => ({
      ...toProblem(section, report, insertAllFixes),
      ...(mild && { mild }),
    }))
  },
}

function toProblem(section: TemplateSection, report: Report, insertAllFixes: readonly Fix[]): Problem {
  const { range, advice } = findPlace(section, report)
  const insert: Fix = {
    title: sentence`Insert section "${section.title}"`,
    preferred: true,
    edits: insertSections([section], report),
  }
  const message = joinSentences(sentence`The section "${section.title}" is missing.`, advice)
  return { message, range, fixes: [insert, ...insertAllFixes] }
}

/** A missing section is reported at the title that it would follow, or at the one that it would precede. */
function findPlace(section: TemplateSection, report: Report): { range: Range; advice: Sentence } {
  const predecessor = findPredecessor(section, report)
  if (predecessor)
    return { range: predecessor.title, advice: sentence`Add it after "${predecessor.title.text}".` }
  const successor = findSuccessor(section, report)
  if (successor) return { range: successor.title, advice: sentence`Add it before "${successor.title.text}".` }
  const top = { start: report.region.start, end: report.region.start }
  return { range: report.title ?? top, advice: sentence`Add it below the title.` }
}

function insertAll(report: Report): readonly Fix[] {
  if (report.missing.length < 2) return []
  return [
    {
      title: sentence`Insert all ${report.missing.length} missing sections`,
      preferred: false,
      edits: insertSections(report.missing, report),
    },
  ]
}

/** All of the report is in a code block that does not end, and is there as soon as that is closed. */
function isSwallowed({ openFence, sections }: Report): boolean {
  return openFence !== null && sections.length === 0
}

/** A log or a chat under a title, without a single section, is on no way to this shape. */
function isShapeless(report: Report): boolean {
  return report.yardstick.basis !== 'chosen' && report.sections.length === 0 && linesOfCode(report).length > 0
}

const linesOfCode = linesWhere(({ kind }) => kind === 'code')
