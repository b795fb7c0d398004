import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinSentences, sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { describeLack, groupItems, type Lack, relate } from './support/itemsBySection.ts'

const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}/

export const actionCheckbox: Rule = {
  id: 'action-checkbox',
  summary: 'Every task in a list can be ticked off.',
  explanation: prose`
    With a checkbox, \`- [ ]\`, a task shows whether it is done, and \`action-overdue\` can tell which ones are
    late. Off unless it is asked for, because many teams tick tasks off in a tracker.

    One finding stands for all tasks of a section. The fix gives each a checkbox.
  `,
  severity: 'off',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - [ ] Alert on a disk that is 80% full
          - [x] Delete old logs
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Owner |
          | --- | --- |
          | Delete old logs every night | Storage |
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - [x] Delete old logs
          - Alert on a disk that is 80% full
        `,
        messages: ['1 of the 2 tasks has no checkbox. Add "[ ]" behind the bullet.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          1. Alert on a disk that is 80% full
          2. Delete old logs
        `,
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
