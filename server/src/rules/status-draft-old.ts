import * as v from 'valibot'
import type { Problem, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { stageOf } from '../postmortem/fields/profile.ts'
import { endOfDay } from '../postmortem/tasks/dueDay.ts'
import { localDay } from '../time/resolved/resolved.ts'
import { dayNumber, millisecondsPerDay } from '../time/written/calendar.ts'

interface Options {
  readonly days: number
}

export const statusDraftOld: Rule<Options> = {
  id: 'status-draft-old',
  summary: 'A report does not stay a draft for long after the incident.',
  explanation: prose`
    A report is best written while people remember, and a draft that nobody finishes teaches nothing. Each
    team decides how long a report may take, so this rule is off until the configuration turns it on. The days
    are counted from the end of the incident, or from its start if no end is stated, and only if the report
    states that day beyond doubt. A report without a status does not count as a draft.
  `,
  severity: 'off',
  options: v.strictObject({
    days: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.maxValue(3660),
        v.description('How many days after the incident a report may be a draft.'),
      ),
      14,
    ),
  }),
  examples: {
    good: [
      {
        text: markdown`
          ---
          status: draft
          ---

          # Postmortem: search is down

          **Start:** 2024-05-28 10:02 UTC

          **End:** 2024-05-28 11:02 UTC

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          status: draft
          ---

          # Postmortem: search is down

          **Start:** 2024-05-02 10:02 UTC

          **End:** 2024-05-02 11:02 UTC

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        messages: [
          'The incident ended more than 14 days ago, and its report is still a draft. Complete it, or change its status.',
        ],
      },
    ],
  },
  check: ({ profile: { status }, fields }, { options: { days }, isPast }) => {
    const last = fields.end ?? fields.start
    const day = last?.time.date.certainty === 'certain' ? localDay(last.time) : null
    if (status === null || day === null || stageOf(status.text) !== 'draft') return []
    if (!isPast(endOfDay(dayNumber(day)) + days * millisecondsPerDay)) return []
    const message =
      fields.end === null
        ? sentence`The incident started more than ${days} days ago, and its report is still a draft. Complete it, or change its status.`
        : sentence`The incident ended more than ${days} days ago, and its report is still a draft. Complete it, or change its status.`
    return [{ message, range: { start: status.start, end: status.end }, fixes: [] } satisfies Problem]
  },
}
