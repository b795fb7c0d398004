import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinSentences, sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { describeLack, groupItems, type Lack, relate } from './support/tasks/itemsBySection.ts'

const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}/

export const actionCheckbox: Rule = {
  id: 'action-checkbox',
  summary: 'Every action item in a list has a checkbox.',
  explanation: prose`
    A checkbox (\`- [ ]\`) shows whether an action item is done, and lets \`action-overdue\` tell which ones
    are late. The rule is off by default, because many teams track action items elsewhere.

    Table rows need no checkbox. All action items in a section that lack one are reported as one finding, and
    the fix adds a checkbox to each.
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
        messages: ['1 of the 2 action items has no checkbox. Add "[ ]" after the bullet.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          1. Alert on a disk that is 80% full
          2. Delete old logs
        `,
        messages: ['None of the 2 action items has a checkbox. Add "[ ]" after the bullet.'],
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
            sentence`Add "[ ]" after the bullet.`,
          ),
          range: { start: section.title.start, end: section.title.end },
          related: relate(
            sentence`This one.`,
            items.filter((item) => addCheckbox(item, report).length > 0).map(({ text }) => text),
          ),
          fixes: [
            { title: sentence`Add a checkbox to each action item`, preferred: true, safe: true, edits },
          ],
        },
      ]
    }),
}

const lackingCheckbox: Lack = {
  only: sentence`The action item has no checkbox.`,
  all: (total) => sentence`None of the ${total} action items has a checkbox.`,
  one: (total) => sentence`1 of the ${total} action items has no checkbox.`,
  some: (lacking, total) => sentence`${lacking} of the ${total} action items have no checkbox.`,
}

function addCheckbox({ form, checkable, start, textEnd }: ActionItem, { source }: Report): readonly Edit[] {
  if (form !== 'item' || checkable) return []
  const found = marker.exec(source.slice(start, Math.min(textEnd, start + 16)))
  if (found === null) return []
  const at = start + found[0].length
  return [{ start: at, end: at, text: '[ ] ' }]
}
