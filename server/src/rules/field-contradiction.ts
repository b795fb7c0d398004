import { perReport } from '../checking/keptAnswers.ts'
import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import { linesThat } from '../postmortem/blocks/lineGroups.ts'
import type { Mark } from '../postmortem/blocks/marks.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { stageOf } from '../postmortem/fields/profile.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { linesWhere } from './support/linesWhere.ts'

export const fieldContradiction: Rule = {
  id: 'field-contradiction',
  summary: 'A report has one severity and one status.',
  explanation: prose`
    The front matter is what programs read, and the fields of the summary are what people read. When one of
    them is corrected, the other is easily forgotten, and nobody knows which of the two holds.

    Only values of one scale are compared: "SEV1" with "SEV-3", "P1" with "P2", "High" with "Low", and "draft"
    with "final". A status of the incident, such as "resolved", is no status of the report.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          ---
          severity: SEV1
          status: draft
          ---

          # Postmortem: search is down

          ## Issue Summary

          - **Severity:** Sev-1 (critical)
          - **Status:** resolved

          ## Timeline

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          severity: SEV1
          ---

          # Postmortem: search is down

          ## Issue Summary

          - **Severity:** SEV3

          ## Timeline

          Text.
        `,
        messages: ['The severity is both "SEV1" and "SEV3". Correct one of them.'],
      },
      {
        text: markdown`
          ---
          status: draft
          ---

          # Postmortem: search is down

          **Status:** Final

          ## Issue Summary

          Text.

          ## Timeline

          Text.
        `,
        messages: ['The status is both "draft" and "Final". Correct one of them.'],
      },
    ],
  },
  check: (report) => subjects.flatMap((subject) => checkSubject(subject, report)),
}

interface Subject {
  readonly id: 'severity' | 'status'
  /** Values of one scale are comparable; null for a value of none. */
  readonly read: (text: string) => { readonly scale: string; readonly value: string } | null
  readonly message: (one: string, other: string) => Sentence
}

const subjects: readonly Subject[] = [
  {
    id: 'severity',
    read: readGrade,
    message: (one, other) => sentence`The severity is both "${one}" and "${other}". Correct one of them.`,
  },
  {
    id: 'status',
    read: readStage,
    message: (one, other) => sentence`The status is both "${one}" and "${other}". Correct one of them.`,
  },
]

function readGrade(text: string): ReturnType<Subject['read']> {
  const [, letters = '', digit] = /^(sev(?:erity)?|s|p)?[- ]?([0-5])$/i.exec(text) ?? []
  if (digit !== undefined) return { scale: /^p/i.test(letters) ? 'priority' : 'severity', value: digit }
  const [word] = /^(?:critical|high|medium|low)$/i.exec(text) ?? []
  return word === undefined ? null : { scale: 'words', value: word.toLowerCase() }
}

function readStage(text: string): ReturnType<Subject['read']> {
  const stage = stageOf(text)
  // What is in progress or incomplete may be the work on the incident.
  return stage === null || /progress|incomplete/i.test(text) ? null : { scale: 'stage', value: stage }
}

function checkSubject({ id, read, message }: Subject, report: Report): readonly Problem[] {
  const stated = report.profile[id]
  const labelled = findLabels(report).flatMap(({ placed, mark }) =>
    mark.ids.includes(id) && isAboutReport(placed, report) ? [valueAfter(placed, mark)] : [],
  )
  const values = stated?.source === 'frontMatter' ? [stated, ...labelled] : labelled
  // A list of several things has a severity for each of them.
  const [one, other, ...rest] = values
  if (one === undefined || other === undefined || rest.length > 0) return []
  const [first, second] = [read(one.text), read(other.text)]
  if (first === null || second === null || first.scale !== second.scale || first.value === second.value)
    return []
  return [
    {
      message: message(one.text, other.text),
      range: { start: other.start, end: other.end },
      related: [{ message: sentence`The other statement`, range: { start: one.start, end: one.end } }],
      fixes: [],
    },
  ]
}

const linesWithLabels = linesThat(({ marks }) => marks.some(isLabel))

const findLabels = perReport(({ lines }: Report) =>
  linesWithLabels(lines).flatMap((placed) => placed.marks.filter(isLabel).map((mark) => ({ placed, mark }))),
)

/** A heading such as "Status" has sentences below it. */
function isLabel({ ids, form, text }: Mark): boolean {
  return form === 'label' && /^(?:(?:incident|report) )?(?:severity|status)\b/i.test(text) && ids.length === 1
}

/** Above the first section or in the summary; elsewhere, a severity may be that of one service, finding or incident. */
function isAboutReport({ range }: PlacedLine, report: Report): boolean {
  const above = findHeadings(report).filter(({ range: { start } }) => start < range.start)
  const inside = report.sections.filter(({ start, end }) => start <= range.start && range.start < end)
  return above.length <= maxHeadings && inside.every(({ id }) => id === 'summary')
}

/** The title, and that of the summary. */
const maxHeadings = 2

const findHeadings = linesWhere(({ kind }) => kind === 'heading')

/** Without the remark after it: "SEV1" of "SEV1 (all nodes)". */
function valueAfter(placed: PlacedLine, mark: Mark): Passage {
  const next = placed.marks.find(({ start }) => start > mark.start)?.start ?? placed.line.text.length
  const text = placed.line.text.slice(mark.value, next)
  const [value = ''] = /^[^([;,.|–—]{0,40}/.exec(text) ?? []
  const start = mark.value + (value.length - value.trimStart().length)
  return placed.passage(start, start + value.trim().length)
}
