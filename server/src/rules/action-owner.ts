import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type Wanted } from './support/actionDetails.ts'

export const actionOwner: Rule = {
  id: 'action-owner',
  summary: 'Every task has an owner.',
  explanation: prose`
    A task of everybody is a task of nobody. An owner is a role, a team or a person: \`(owner: platform
    team)\`, \`@handle\`, a name in brackets at the end, or a column of the table.

    One finding stands for all tasks of a section, at its title. Tasks that are done are passed over.

    The fix gives each task that lacks one a place for its owner: an empty cell of the column where the
    table has one, else behind the text.
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
        messages: ['2 of the 3 tasks have no owner. Name a role, a team or a person.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Owner |
          | --- | --- |
          | Alert on a disk that is 80% full | |
        `,
        messages: ['The task has no owner. Name a role, a team or a person.'],
      },
    ],
  },
  check: (report) => checkDetail(report, wanted),
}

const wanted: Wanted = {
  detail: 'owner',
  lack: {
    only: sentence`The task has no owner.`,
    all: (tasks) => sentence`None of the ${tasks} tasks has an owner.`,
    one: (tasks) => sentence`1 of the ${tasks} tasks has no owner.`,
    some: (lacking, tasks) => sentence`${lacking} of the ${tasks} tasks have no owner.`,
  },
  advice: sentence`Name a role, a team or a person.`,
  related: sentence`This one has no owner.`,
  addOne: sentence`Add a place for the owner of the task`,
  addEach: sentence`Add a place for the owner of each task`,
}
