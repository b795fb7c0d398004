import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type WantedDetail } from './support/tasks/actionDetails.ts'

export const actionOwner: Rule = {
  id: 'action-owner',
  summary: 'Every action item has an owner.',
  explanation: prose`
    An action item that belongs to everybody belongs to nobody. An owner is a role, a team or a person,
    written \`(owner: platform team)\` or \`@handle\`, as a name in brackets at the end, or in a column of the
    table.

    Completed action items are ignored, including those below a title such as "Done" and those that say what
    was done. All action items in a section that lack an owner are reported as one finding, at the title of
    the section.

    The fix adds a placeholder for each missing owner: in the empty cell of the table's column if there is
    one, otherwise after the text.

    Action items that have a ticket are not counted, unless a table has a column for the owner that is left
    blank. A list that is not called action items, or something similar, is checked only if at least half of
    it asks for something to be done: under "Prevention", many authors describe what already prevents a
    recurrence.

    A report that mentions nobody but its author, such as one about a home server, needs no owners unless one
    of its items has one, its table has a column for them, or the configuration changes the severity of this
    rule.
  `,
  severity: 'information',
  severityIn: { public: 'off' },
  waitsForAuthor: true,
  severityWhen: { 'require: owner': 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full (owner: storage team)
          - Delete old logs every night @night-shift
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Owner |
          | --- | --- |
          | Alert on a disk that is 80% full | Storage |

          - [x] Delete the old logs
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full (owner: storage team)
          - Delete old logs every night
          - Size the disk of the new node
        `,
        messages: ['2 of the 3 action items have no owner. Name a role, a team or a person.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Owner |
          | --- | --- |
          | Alert on a disk that is 80% full | |
        `,
        messages: ['The action item has no owner. Name a role, a team or a person.'],
      },
    ],
  },
  check: (report, { isActive }) => checkDetail(report, wanted, isActive),
}

const wanted: WantedDetail = {
  detail: 'owner',
  lack: {
    only: sentence`The action item has no owner.`,
    all: (total) => sentence`None of the ${total} action items has an owner.`,
    one: (total) => sentence`1 of the ${total} action items has no owner.`,
    some: (lacking, total) => sentence`${lacking} of the ${total} action items have no owner.`,
  },
  advice: sentence`Name a role, a team or a person.`,
  related: sentence`This one has no owner.`,
  addOne: sentence`Add a placeholder for the owner`,
  addEach: sentence`Add a placeholder for each owner`,
}
