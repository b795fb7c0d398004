import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinWithAnd, sentence } from '../messages/sentence.ts'
import type { Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { type Saying, says } from '../postmortem/timeline/sayings.ts'
import type { FieldPart, Part, TemplateSection } from '../templates/template.ts'
import { fieldConcepts, insertFields } from './support/fixes/insertFields.ts'
import { insertList } from './support/fixes/insertList.ts'
import { findLabelBlocks, linesBelow } from './support/fixes/sectionLines.ts'
import { isAwaited } from './support/placeholdersOf.ts'

export const fieldMissing: Rule = {
  id: 'field-missing',
  summary: 'A section says what the template asks it to say.',
  explanation: prose`
    A summary without the end of the outage, or without how many were affected, leaves the first question of
    its readers open. What a template asks for is asked for: how long the outage lasted, with its start and
    end, what its users saw and how many they were, the cause and how it was fixed, what can be improved and
    the tasks that follow. How it is written does not matter: with a label, in a sentence, in a table, in
    this section or in another one. An empty section, and one that still has its placeholders, is reported
    by other rules.

    The fix inserts the field behind the one that the template has before it, in the form of the fields that
    are there.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The search was down for 45 minutes, from 14:00 to 14:45 UTC on 3 May 2024. About 20% of users could not search. The root cause was a full disk.

          ## Timeline

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          - **Duration:** {{how long}}, from {{start, with date}} to {{end}} {{time zone}}
          - **Impact:** 20% of users could not search
          - **Root Cause:** a full disk

          ## Timeline

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

          - **Duration:** 3 May 2024, 14:00 to 14:45 UTC
          - **Root Cause:** a full disk

          ## Timeline

          Text.
        `,
        messages: ['"Impact" is missing in "Issue Summary". Add it.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          **Duration:**
          45 minutes

          **Impact:**
          The search answered with errors.

          **Root Cause:**
          A full disk.

          ## Timeline

          Text.
        `,
        messages: [
          '"Start Time" and "End Time" are missing in "Issue Summary". Add them.',
          '"Affected Users" is missing in "Issue Summary". Add it.',
        ],
      },
    ],
  },
  check: (report) =>
    report.template.sections.flatMap((wanted) => {
      const section = report.sections.find((each) => each.id === wanted.id && !each.empty)
      return section === undefined ? [] : checkSection(section, wanted, report)
    }),
}

function checkSection(section: Section, wanted: TemplateSection, report: Report): readonly Problem[] {
  const order = wanted.body.filter((part) => part.kind === 'field')
  return wanted.body.flatMap((part): readonly Problem[] => {
    if (isAwaited(part, section, report)) return []
    if (part.kind === 'field') return checkField(part, order, section, report)
    if (part.kind === 'heading') return checkList(part, section, report)
    return []
  })
}

function checkField(
  part: FieldPart,
  order: readonly FieldPart[],
  section: Section,
  report: Report,
): readonly Problem[] {
  const whole = !isTold(part, section, report)
  const missing = whole ? [part] : (part.includes ?? []).filter((each) => !isTold(each, section, report))
  if (missing.length === 0 || (isAboutTime(part) && tellsTimes(section, report))) return []
  const names = joinWithAnd(missing.map(({ label }) => sentence`"${label}"`))
  const insert: Fix = {
    title: sentence`Insert ${names}`,
    preferred: true,
    edits: [insertFields(missing, order, section, report)],
  }
  return [
    {
      message:
        missing.length > 1
          ? sentence`${names} are missing in "${section.title.text}". Add them.`
          : sentence`${names} is missing in "${section.title.text}". Add it.`,
      range: whole ? titleOf(section) : placeOf(part, section, report),
      fixes: [insert],
    },
  ]
}

type Told = (report: Report, section: Section) => boolean

const told: Readonly<Record<string, Told>> = {
  duration: ({ fields }) => fields.duration !== null,
  start: ({ fields }) => fields.start !== null,
  end: ({ fields }) => fields.end !== null,
  impact: ({ fields }) => fields.impact !== null,
  affected: ({ fields }) => fields.affected !== null,
  rootCause: ({ fields }) => fields.rootCause !== null,
  resolution: (report, section) => report.fields.resolution !== null && tellsFix(section, report),
}

/** What a template of a team's own calls a field is not known here, and not asked for. */
function isTold({ field }: FieldPart, section: Section, report: Report): boolean {
  return told[field]?.(report, section) ?? true
}

/** The section that is to tell the fix in detail has to tell it itself; what was done may be the fix. */
function tellsFix(section: Section, report: Report): boolean {
  if (section.id !== 'root-cause-and-resolution') return true
  return linesBelow(section, report).some(
    ({ marks, segments }) =>
      marks.some(({ ids }) => ids.some((id) => fieldConcepts.resolution?.includes(id))) ||
      segments.some((segment) => fixes.some((saying) => says(segment, saying))),
  )
}

const fixes: readonly Saying[] = ['fix', 'resolution', 'actions']

function isAboutTime({ field }: FieldPart): boolean {
  return field === 'duration'
}

/** The section names times that were not understood as the start or the end; perhaps they are. */
function tellsTimes(section: Section, report: Report): boolean {
  return linesBelow(section, report).some(({ times }) => times.length > 0)
}

function placeOf({ field }: FieldPart, section: Section, { fields }: Report): Range {
  const found: Passage | null | undefined =
    field === 'duration' ? fields.duration?.passage : field === 'impact' ? fields.impact : null
  if (found == null || found.start < section.start || found.end > section.end) return titleOf(section)
  return { start: found.start, end: found.end }
}

function titleOf({ title }: Section): Range {
  return { start: title.start, end: title.end }
}

type ListPart = Extract<Part, { readonly kind: 'heading' }>

/** The section has a list that is named tasks, and nothing beside it. Tasks that are missing are another rule's affair. */
function checkList(part: ListPart, section: Section, report: Report): readonly Problem[] {
  const { improvements, tasks } = report.corrective
  const isOnlyTasks = improvements.every((passage) => tasks.some(({ text }) => text.start === passage.start))
  const isNamed = findLabelBlocks(section, report).some(({ ids }) => ids.includes('actions'))
  if (part.id !== 'improvements' || tasks.length === 0 || !isOnlyTasks || !isNamed) return []
  return [
    {
      message: sentence`"${part.title}" is missing in "${section.title.text}". Add a list.`,
      range: titleOf(section),
      fixes: [
        {
          title: sentence`Insert "${part.title}"`,
          preferred: true,
          edits: [insertList(part, section, report)],
        },
      ],
    },
  ]
}
