import * as v from 'valibot'
import type { Fix, Problem, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinWithAnd, type Sentence, sentence } from '../messages/sentence.ts'
import { type ProfileValue, stageOf } from '../postmortem/fields/profile.ts'
import type { Report } from '../postmortem/report.ts'
import { isUnknownTime } from '../postmortem/sections/placeholders.ts'
import { findEmptySections } from './support/emptySections.ts'
import { findLacking } from './support/tasks/actionDetails.ts'
import { groupItems } from './support/tasks/itemsBySection.ts'

const demands = ['sections', 'placeholders', 'owners', 'dueDates', 'reviewers'] as const

type Demand = (typeof demands)[number]

interface Options {
  readonly review: readonly Demand[]
  readonly published: readonly Demand[]
}

const list = (initial: readonly Demand[], description: string) =>
  v.optional(v.pipe(v.array(v.picklist(demands)), v.description(description)), [...initial])

export const statusIncomplete: Rule<Options> = {
  id: 'status-incomplete',
  summary: 'A report is as complete as its status says.',
  explanation: prose`
    A report that still has gaps wastes the time of its reviewers, and a published report with placeholders
    teaches that nobody reads it. The status is the one in the front matter, or after the label "Status". A
    draft may be incomplete. A status about the incident, such as "resolved", says nothing about the report.

    The options say what has to be complete: the required sections, all placeholders, the owners and the due
    dates of open action items, and the reviewers in the front matter or after their label.

    The fix moves the status back by as many steps as necessary.
  `,
  severity: 'warning',
  options: v.strictObject({
    review: list(['sections', 'placeholders'], 'What a report in review must have.'),
    published: list(['sections', 'placeholders', 'owners'], 'What a published report must have.'),
  }),
  examples: {
    good: [
      {
        text: markdown`
          ---
          status: draft
          ---

          # Postmortem: search is down

          ## Issue Summary

          {{what happened}}

          ## Timeline

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          **Status:** resolved

          ## Issue Summary

          {{what happened}}

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
          status: published
          ---

          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          - {{HH:MM}} UTC - {{What happened.}}

          ## Root Cause and Resolution

          Text.

          ## Corrective and Preventative Measures

          - [ ] Alert on a full disk
        `,
        messages: [
          'The status is "published", but 2 placeholders are left and an action item has no owner. Complete the report, or change its status.',
        ],
      },
      {
        text: markdown`
          # Postmortem: search is down

          **Status:** In review

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          Text.

          ## Corrective and Preventative Measures

          Text.
        `,
        messages: [
          'The status is "In review", but a required section is missing or empty. Complete the report, or change its status.',
        ],
      },
    ],
  },
  check: (report, { options }) => {
    const { status } = report.profile
    const stage = status === null ? null : stageOf(status.text)
    if (status === null || stage === null || stage === 'draft') return []
    const gaps = findGaps(options[stage], report)
    if (gaps.length === 0) return []
    // What is listed may be no action items, so a lack of their details alone is not certain.
    const isMild =
      findGaps(
        options[stage].filter((demand) => !detailsOfItems.has(demand)),
        report,
      ).length === 0
    const reached =
      stage === 'published' && findGaps(options.review, report).length === 0 ? 'review' : 'draft'
    const problem: Problem = {
      ...(isMild && { mild: true }),
      message: sentence`The status is "${status.text}", but ${joinWithAnd(gaps)}. Complete the report, or change its status.`,
      range: { start: status.start, end: status.end },
      fixes: [changeStatus(status, reached)],
    }
    return [problem]
  },
}

const detailsOfItems: ReadonlySet<Demand> = new Set(['owners', 'dueDates'])

/** One clause for each demand that the report does not meet. */
function findGaps(wanted: readonly Demand[], report: Report): readonly Sentence[] {
  return demands.flatMap((demand) => (wanted.includes(demand) ? (gapFinders[demand](report) ?? []) : []))
}

const gapFinders: Readonly<Record<Demand, (report: Report) => Sentence | null>> = {
  sections: (report) => {
    const { missing, yardstick } = report
    // A report of its own shape has no required sections.
    const count = yardstick.basis === 'own-shape' ? 0 : missing.length + countEmpty(report)
    return describe(
      count,
      sentence`a required section is missing or empty`,
      sentence`${count} required sections are missing or empty`,
    )
  },
  placeholders: ({ placeholders }) => {
    const count = placeholders.filter(({ text }) => !isUnknownTime(text)).length
    return describe(count, sentence`a placeholder is left`, sentence`${count} placeholders are left`)
  },
  owners: (report) => {
    const count = countLacking('owner', report)
    return describe(
      count,
      sentence`an action item has no owner`,
      sentence`${count} action items have no owner`,
    )
  },
  dueDates: (report) => {
    const count = countLacking('due', report)
    return describe(
      count,
      sentence`an action item has no due date`,
      sentence`${count} action items have no due date`,
    )
  },
  reviewers: ({ profile: { reviewers } }) =>
    reviewers.length > 0 ? null : sentence`nobody is named as its reviewer`,
}

/** A title may name several sections, of which one is required. */
function countEmpty(report: Report): number {
  const required = report.template.sections.filter((section) => section.required)
  const ids = new Set(required.flatMap(({ id, alternatives = [] }) => [id, ...alternatives]))
  const titles = new Set(report.sections.filter(({ id }) => ids.has(id)).map(({ title }) => title.start))
  return findEmptySections(report).filter(({ title }) => titles.has(title.start)).length
}

function countLacking(detail: 'owner' | 'due', report: Report): number {
  const items = groupItems(report).flatMap((group) => group.items)
  return findLacking(
    items.filter(({ done }) => !done),
    detail,
  ).length
}

function describe(count: number, one: Sentence, several: Sentence): Sentence | null {
  return count === 0 ? null : count === 1 ? one : several
}

/** A status that begins with a capital letter is replaced by one that does. */
function changeStatus({ text, start, end }: ProfileValue, stage: 'draft' | 'review'): Fix {
  const isCapital = /^\p{Lu}/u.test(text)
  const written = { draft: isCapital ? 'Draft' : 'draft', review: isCapital ? 'In review' : 'review' }[stage]
  return {
    title: sentence`Change the status to "${written}"`,
    preferred: false,
    edits: [{ start, end, text: written }],
  }
}
