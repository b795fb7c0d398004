import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type WantedDetail } from './support/tasks/actionDetails.ts'

export const actionDue: Rule = {
  id: 'action-due',
  summary: 'Every action item has a due date.',
  explanation: prose`
    Work that can be done at any time does not get done. A due date is written \`(due: 2024-06-07)\`, as \`by
    7 June\` or \`by end of the quarter\`, in a column of the table, or in the title of their list, such as
    "Within 24 hours".

    Completed action items are ignored, including those below a title such as "Done" and those that say what
    was done. All action items in a section that lack a due date are reported as one finding, at the title of
    the section.

    The fix adds a placeholder for each missing date: in the empty cell of the table's column if there is one,
    otherwise after the text.

    Action items that have a ticket are not counted, unless a table has a column for the date that is left
    blank. A list that is not called action items, or something similar, is checked only if at least half of
    it asks for something to be done: under "Prevention", many authors describe what already prevents a
    recurrence.

    A report that mentions nobody but its author, such as one about a home server, needs no due dates unless
    one of its items has one, its table has a column for them, or the configuration changes the severity of
    this rule.
  `,
  severity: 'information',
  severityIn: { public: 'off' },
  waitsForAuthor: true,
  severityWhen: { 'require: due': 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full (due: 2024-06-07)
          - Delete old logs every night, by end of June
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Due |
          | --- | --- |
          | Alert on a disk that is 80% full | 2024-06-07 |
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full
          - Delete old logs every night
        `,
        messages: ['None of the 2 action items has a due date. Say when each is due.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Due |
          | --- | --- |
          | Alert on a disk that is 80% full | - |
          | Delete old logs | 2024-06-07 |
        `,
        messages: ['1 of the 2 action items has no due date. Say when each is due.'],
      },
    ],
  },
  check: (report, { isActive }) => checkDetail(report, wanted, isActive),
}

const wanted: WantedDetail = {
  detail: 'due',
  lack: {
    only: sentence`The action item has no due date.`,
    all: (total) => sentence`None of the ${total} action items has a due date.`,
    one: (total) => sentence`1 of the ${total} action items has no due date.`,
    some: (lacking, total) => sentence`${lacking} of the ${total} action items have no due date.`,
  },
  advice: sentence`Say when each is due.`,
  related: sentence`This one has no due date.`,
  addOne: sentence`Add a placeholder for the due date`,
  addEach: sentence`Add a placeholder for each due date`,
}
