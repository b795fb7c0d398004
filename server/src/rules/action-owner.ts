import { noOptions, type Rule } from '../checking/rule.ts'
import { sentence } from '../messages/sentence.ts'
import { checkDetail, type Wanted } from './support/actionDetails.ts'

export const actionOwner: Rule = {
  id: 'action-owner',
  summary: 'Every task has an owner.',
  explanation:
    'A task of everybody is a task of nobody. An owner is a role, a team or a person: `(owner: platform team)`, `@handle`, a name in brackets at the end, or a column of the table.\n\nOne finding stands for all tasks of a section, at its title. Tasks that are done are passed over.\n\nThe fix gives each task that lacks one a place for its owner: an empty cell of the column where the table has one, else behind the text.',
  severity: 'information',
  severityIn: { public: 'off' },
  waitsForAuthor: true,
  severityWhen: { 'require: owner': 'warning' },
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- Alert on a disk that is 80% full (owner: storage team)\n- Delete old logs every night @night-shift\n',
        messages: [],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n| Task | Owner |\n| --- | --- |\n| Alert on a disk that is 80% full | Storage |\n\n- [x] Delete the old logs\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- Alert on a disk that is 80% full (owner: storage team)\n- Delete old logs every night\n- Size the disk of the new node\n',
        messages: ['2 of the 3 tasks have no owner. Name a role, a team or a person.'],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n| Task | Owner |\n| --- | --- |\n| Alert on a disk that is 80% full | |\n',
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
