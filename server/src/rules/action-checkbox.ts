import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { joinSentences, sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { describeLack, groupItems, type Lack, relate } from './support/itemsBySection.ts'

const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}/

export const actionCheckbox: Rule = {
  id: 'action-checkbox',
  summary: 'Every task in a list can be ticked off.',
  explanation:
    'With a checkbox, `- [ ]`, a task shows whether it is done, and `action-overdue` can tell which ones are late. Off unless it is asked for, because many teams tick tasks off in a tracker.\n\nOne finding stands for all tasks of a section. The fix gives each a checkbox.',
  severity: 'off',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- [ ] Alert on a disk that is 80% full\n- [x] Delete old logs\n',
        messages: [],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n| Task | Owner |\n| --- | --- |\n| Delete old logs every night | Storage |\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n- [x] Delete old logs\n- Alert on a disk that is 80% full\n',
        messages: ['1 of the 2 tasks has no checkbox. Add "[ ]" behind the bullet.'],
      },
      {
        text: '# Postmortem: full disk\n\n## Action Items\n\n1. Alert on a disk that is 80% full\n2. Delete old logs\n',
        messages: ['None of the 2 tasks has a checkbox. Add "[ ]" behind the bullet.'],
      },
    ],
  },
  check: (report) =>
    groupItems(report).flatMap(({ section, items }): Problem[] => {
      const edits = items.flatMap((item) => addCheckbox(item, report))
      if (edits.length === 0) return []
      return [
        {
          message: joinSentences(
            describeLack(edits.length, items.length, lackingCheckbox),
            sentence`Add "[ ]" behind the bullet.`,
          ),
          range: { start: section.title.start, end: section.title.end },
          related: relate(
            sentence`This one.`,
            items.filter((item) => addCheckbox(item, report).length > 0).map(({ text }) => text),
          ),
          fixes: [{ title: sentence`Give each task a checkbox`, preferred: true, edits }],
        },
      ]
    }),
}

const lackingCheckbox: Lack = {
  only: sentence`The task has no checkbox.`,
  all: (tasks) => sentence`None of the ${tasks} tasks has a checkbox.`,
  one: (tasks) => sentence`1 of the ${tasks} tasks has no checkbox.`,
  some: (lacking, tasks) => sentence`${lacking} of the ${tasks} tasks have no checkbox.`,
}

function addCheckbox({ form, checkable, start, textEnd }: ActionItem, { source }: Report): readonly Edit[] {
  if (form !== 'item' || checkable) return []
  const found = marker.exec(source.slice(start, Math.min(textEnd, start + 16)))
  if (found === null) return []
  const at = start + found[0].length
  return [{ start: at, end: at, text: '[ ] ' }]
}
