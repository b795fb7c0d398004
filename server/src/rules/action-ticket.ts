import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type Wanted } from './support/actionDetails.ts'

export const actionTicket: Rule = {
  id: 'action-ticket',
  summary: 'Every task has a ticket.',
  explanation: prose`
    A task lives on in the tracker that the team looks at every day. A ticket is written \`#123\` or
    \`OPS-123\`, as a link to it, or in a column of the table. Where \`actions.ticketPrefixes\` says how the
    tickets of a team begin, no others count.

    One finding stands for all tasks of a section, at its title. Tasks that are done are passed over.

    The fix gives each task that lacks one a place for its ticket: an empty cell of the column where the
    table has one, else behind the text.
  `,
  severity: 'off',
  waitsForAuthor: true,
  severityWhen: { 'require: ticket': 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full (OPS-123)
          - Delete old logs every night, #77
          - [Size the disk](https://tracker.test/issues/4)
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Ticket |
          | --- | --- |
          | Alert on a disk that is 80% full | OPS-123 |
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
          - Delete old logs every night, #77
        `,
        messages: ['1 of the 2 tasks has no ticket. Open one for each, and name it here.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          1. Alert on a disk that is 80% full
          2. Delete old logs every night
        `,
        messages: ['None of the 2 tasks has a ticket. Open one for each, and name it here.'],
      },
    ],
  },
  check: (report) => checkDetail(report, wanted),
}

const wanted: Wanted = {
  detail: 'ticket',
  lack: {
    only: sentence`The task has no ticket.`,
    all: (tasks) => sentence`None of the ${tasks} tasks has a ticket.`,
    one: (tasks) => sentence`1 of the ${tasks} tasks has no ticket.`,
    some: (lacking, tasks) => sentence`${lacking} of the ${tasks} tasks have no ticket.`,
  },
  advice: sentence`Open one for each, and name it here.`,
  related: sentence`This one has no ticket.`,
  addOne: sentence`Add a place for the ticket of the task`,
  addEach: sentence`Add a place for the ticket of each task`,
}
