import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type Wanted } from './support/actionDetails.ts'

export const actionDue: Rule = {
  id: 'action-due',
  summary: 'Every task has a date by which it is to be done.',
  explanation: prose`
    What may be done at any time is not done. A date is written \`(due: 2024-06-07)\`, \`by 7 June\`, \`by end of
    the quarter\`, or in a column of the table.

    One finding stands for all tasks of a section, at its title. Tasks that are done are passed over.

    The fix gives each task that lacks one a place for its date: an empty cell of the column where the table
    has one, else behind the text.
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
        messages: ['None of the 2 tasks has a date. Say by when each is to be done.'],
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
        messages: ['1 of the 2 tasks has no date. Say by when each is to be done.'],
      },
    ],
  },
  check: (report) => checkDetail(report, wanted),
}

const wanted: Wanted = {
  detail: 'due',
  lack: {
    only: sentence`The task has no date.`,
    all: (tasks) => sentence`None of the ${tasks} tasks has a date.`,
    one: (tasks) => sentence`1 of the ${tasks} tasks has no date.`,
    some: (lacking, tasks) => sentence`${lacking} of the ${tasks} tasks have no date.`,
  },
  advice: sentence`Say by when each is to be done.`,
  related: sentence`This one has no date.`,
  addOne: sentence`Add a place for the date of the task`,
  addEach: sentence`Add a place for the date of each task`,
}
