import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinWithAnd, sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { type Saying, says } from '../postmortem/timeline/sayings.ts'
import type { FieldPart, Part, TemplateSection } from '../templates/template.ts'
import { fieldConcepts, insertFields } from './support/fixes/insertFields.ts'
import { insertList } from './support/fixes/insertList.ts'
import { findLabelBlocks, linesBelow } from './support/fixes/sectionLines.ts'
import { isTemplateGuessed } from './support/guessedTemplate.ts'
import { isUnfilled } from './support/unfilledParts.ts'

export const fieldMissing: Rule = {
  id: 'field-missing',
  summary: 'Every section contains the fields that its template asks for.',
  explanation: prose`
    A summary without the end of the outage, or without the number of users affected, leaves its readers'
    first question open. Depending on the template, a section needs the duration of the outage with its start
    and end, the impact and how many users it affected, the cause, the fix, or a list of improvements beside
    that of the action items.

    How a field is written does not matter: with a label, in a sentence or in a table, in this section or in
    another. The duration is not asked for if nobody was affected, if the report is about a near miss, or if the
    timeline counts in days. Empty
    sections, and those that still have placeholders, are left to other rules.

    The fix inserts the field after the one that precedes it in the template, in the style of the fields
    already there.
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
        messages: ['"Impact" is missing from "Issue Summary". Add it.'],
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
          '"Start Time" and "End Time" are missing from "Issue Summary". Add them.',
          '"Affected Users" is missing from "Issue Summary". Add it.',
        ],
      },
    ],
  },
  check: (report) =>
    report.template.sections.flatMap((wanted) => {
      const section = report.sections.find((each) => each.id === wanted.id && !each.empty)
      const problems = section === undefined ? [] : checkSection(section, wanted, report)
      // A template that nobody chose is followed in its sections; its fields are a suggestion.
      return report.yardstick.basis === 'followed' || isTemplateGuessed(report)
        ? problems.map((problem): Problem => ({ ...problem, mild: true }))
        : problems
    }),
}

function checkSection(section: Section, wanted: TemplateSection, report: Report): readonly Problem[] {
  const order = wanted.body.filter((part) => part.kind === 'field')
  return wanted.body.flatMap((part): readonly Problem[] => {
    if (isUnfilled(part, section, report)) return []
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
  const isWhollyMissing = !isStated(part, section, report)
  const missing = isWhollyMissing
    ? [part]
    : (part.includes ?? []).filter((each) => !isStated(each, section, report))
  if (missing.length === 0 || (isAboutTime(part) && (hasTimes(section, report) || hasNoLength(report))))
    return []
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
          ? sentence`${names} are missing from "${section.title.text}". Add them.`
          : sentence`${names} is missing from "${section.title.text}". Add it.`,
      range: isWhollyMissing ? titleOf(section) : placeOf(part, section, report),
      fixes: [insert],
    },
  ]
}

type FieldTest = (report: Report, section: Section) => boolean

const fieldTests: Readonly<Record<string, FieldTest>> = {
  duration: ({ fields }) => fields.duration !== null,
  start: ({ fields }) => fields.start !== null,
  end: ({ fields }) => fields.end !== null,
  impact: ({ fields }) => fields.impact !== null,
  affected: ({ fields }) => fields.affected !== null,
  rootCause: ({ fields }) => fields.rootCause !== null,
  resolution: (report, section) => report.fields.resolution !== null && statesFix(section, report),
}

/** Fields that only a team's own template defines are unknown here, so they are never asked for. */
function isStated({ field }: FieldPart, section: Section, report: Report): boolean {
  return fieldTests[field]?.(report, section) ?? true
}

/** The section that explains the fix must state it itself; the actions that were taken may be the fix. */
function statesFix(section: Section, report: Report): boolean {
  if (section.id !== 'root-cause-and-resolution') return true
  return linesBelow(section, report).some(
    ({ marks, segments }) =>
      marks.some(({ ids }) => ids.some((id) => fieldConcepts.resolution?.includes(id))) ||
      segments.some((segment) => fixSayings.some((saying) => says(segment, saying))),
  )
}

const fixSayings: readonly Saying[] = ['fix', 'resolution', 'actions']

function isAboutTime({ field }: FieldPart): boolean {
  return field === 'duration'
}

/** The section has times that were not recognized as the start or end, but may be. */
function hasTimes(section: Section, report: Report): boolean {
  return linesBelow(section, report).some(
    ({ times, line }) => times.length > 0 || militaryTimes.test(line.text),
  )
}

/** "From 0233 to 0239": not certain enough to be read as times, and too much like them to be asked for. */
const militaryTimes =
  /\b(?:from|between) (?:[01]\d|2[0-3])[0-5]\d ?(?:to|and|until|till|-|–) ?(?:[01]\d|2[0-3])[0-5]\d\b/i

/**
 * Nobody noticed, it is not over yet, or the report is about days: a vulnerability was found, and weeks later it was
 * fixed.
 */
function hasNoLength({ fields, timeline, profile, lines }: Report): boolean {
  if (profile.isNearMiss || lines.some(isOpenEnd)) return true
  const timed = timeline.entries.flatMap(({ time }) => (time === null ? [] : [time]))
  const isOfDays = timed.length >= 2 && timed.every(({ precision }) => precision === 'day')
  return isOfDays || (fields.affected !== null && nobody.test(fields.affected.text))
}

/** "End: ongoing", "Resolved: N/A", "Status: open" */
function isOpenEnd({ line, marks: [mark] }: PlacedLine): boolean {
  if (mark === undefined) return false
  const value = line.text.slice(mark.value)
  if (mark.ids.includes('status')) return openStatus.test(value)
  return mark.ids.includes('end') && ongoing.test(value)
}

const openStatus = /^\W{0,4}(?:open|ongoing|active|investigating|unresolved)\W{0,4}$/i

const ongoing =
  /^\W{0,4}(?:n\/a\b|ongoing|still (?:active|down|going on|ongoing|open)|not (?:yet )?(?:over|resolved))\b/i

const nobody =
  /^(?:none|nobody|no one|0)\W*$|\b(?:not|never) (?:been )?(?:affected|impacted|exploited)\b|^no (?:\w{1,30} )?(?:impact|downtime|disruption)\b|^(?:nobody|no one|no [\w ]{1,60}) (?:\w{1,30} ){0,2}(?:affected|impacted|harmed)\b/i

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

/** Reports a section whose only list is one of action items. Another rule reports missing action items. */
function checkList(part: ListPart, section: Section, report: Report): readonly Problem[] {
  const { improvements, tasks, isNamed } = report.corrective
  if (part.id !== 'improvements' || tasks.length === 0 || !isNamed) return []
  const starts = new Set(tasks.map(({ text }) => text.start))
  const isOnlyTasks = improvements.every(({ start }) => starts.has(start))
  const isLabelled = () => findLabelBlocks(section, report).some(({ ids }) => ids.includes('actions'))
  if (!isOnlyTasks || !isLabelled()) return []
  return [
    {
      message: sentence`"${part.title}" is missing from "${section.title.text}". Add a list.`,
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
