import { noOptions, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type Wanted } from './support/actionDetails.ts'

export const actionTicket: Rule = {
  id: 'action-ticket',
  summary: 'Every task has a ticket.',
  explanation:
    'A task lives on in the tracker that the team looks at every day. A ticket is written `#123` or `OPS-123`, as a link to it, or in a column of the table. Where `actions.ticketPrefixes` says how the tickets of a team begin, no others count.\n\nOne finding stands for all tasks of a section, at its title. Tasks that are done are passed over.\n\nThe fix gives each task that lacks one a place for its ticket: an empty cell of the column where the table has one, else behind the text.',
  severity: 'off',
  waitsForAuthor: true,
  severityWhen: { 'require: ticket': 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- Alert on a disk that is 80% full (OPS-123)\n- Delete old logs every night, #77\n- [Size the disk](https://tracker.test/issues/4)\n',
        messages: [],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n| Task | Ticket |\n| --- | --- |\n| Alert on a disk that is 80% full | OPS-123 |\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- Alert on a disk that is 80% full\n- Delete old logs every night, #77\n',
        messages: ['1 of the 2 tasks has no ticket. Open one for each, and name it here.'],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n1. Alert on a disk that is 80% full\n2. Delete old logs every night\n',
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
