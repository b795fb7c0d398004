import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type WantedDetail } from './support/tasks/actionDetails.ts'

export const actionTicket: Rule = {
  id: 'action-ticket',
  summary: 'Every action item has a ticket.',
  explanation: prose`
    An action item lives on in the tracker that the team looks at every day. A ticket is written \`#123\` or
    \`OPS-123\`, as a link to it, or in a column of the table. If \`actions.ticketPrefixes\` lists the
    prefixes of your tickets, no others count.

    Completed action items are ignored. All others in a section that lack a ticket are reported as one
    finding, at the title of the section.

    The fix adds a placeholder for each missing ticket: in the empty cell of the table's column if there is
    one, otherwise after the text.
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
        messages: ['1 of the 2 action items has no ticket. Open one for each, and add its number here.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          1. Alert on a disk that is 80% full
          2. Delete old logs every night
        `,
        messages: ['None of the 2 action items has a ticket. Open one for each, and add its number here.'],
      },
    ],
  },
  check: (report, { isActive }) => checkDetail(report, wanted, isActive),
}

const wanted: WantedDetail = {
  detail: 'ticket',
  lack: {
    only: sentence`The action item has no ticket.`,
    all: (total) => sentence`None of the ${total} action items has a ticket.`,
    one: (total) => sentence`1 of the ${total} action items has no ticket.`,
    some: (lacking, total) => sentence`${lacking} of the ${total} action items have no ticket.`,
  },
  advice: sentence`Open one for each, and add its number here.`,
  related: sentence`This one has no ticket.`,
  addOne: sentence`Add a placeholder for the ticket`,
  addEach: sentence`Add a placeholder for each ticket`,
}
