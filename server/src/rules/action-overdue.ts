import { type Clock, type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { withComputed } from '../postmortem/lines/computed.ts'
import type { Edit, Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { deadlineOf, endOfDay } from '../postmortem/tasks/dueDay.ts'
import { groupItems, relate } from './support/tasks/itemsBySection.ts'

export const actionOverdue: Rule = {
  id: 'action-overdue',
  summary: 'No action item is still open after its due date.',
  explanation: prose`
    An action item that is still open after its due date was either done and not ticked off, or forgotten. The
    rule looks only at action items that can be ticked off and whose date is certain: it names the year and
    can be read in only one way. A day is over when it is over everywhere on Earth. A task that is struck out
    is not open.

    All overdue action items in a section are reported as one finding, at the first date. One fix ticks them
    off; the other replaces their dates with placeholders.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - [ ] Alert on a disk that is 80% full (due: 2099-06-07)
          - [x] Delete old logs every night (due: 2023-01-31)
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Delete old logs every night (due: 2023-01-31)
          - [ ] Size the disk (due: 03/04/2023)
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - [ ] Delete old logs every night (due: 2023-01-31)
        `,
        messages: ['An action item is overdue. Tick it off, or give it a new date.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          | Task | Due | Status |
          | --- | --- | --- |
          | Delete old logs | 31 January 2023 | open |
          | Size the disk | Feb 1, 2023 | |
        `,
        messages: ['An action item is overdue. Tick it off, or give it a new date.'],
      },
    ],
  },
  check: (report, { isPast }) =>
    groupItems(report).flatMap(({ items }): Problem[] => {
      const overdue = items.filter((item) => isOverdue(item, isPast))
      const [first, ...others] = overdue.flatMap(({ due }) => due ?? [])
      if (first === undefined) return []
      const problem = {
        message:
          others.length === 0
            ? sentence`An action item is overdue. Tick it off, or give it a new date.`
            : sentence`${overdue.length} action items are overdue. Tick them off, or give them new dates.`,
        range: { start: first.start, end: first.end },
        related: relate(sentence`This one, too.`, others),
      }
      return [withComputed(problem, { fixes: () => [...tickOff(overdue, report), renew(overdue)] })]
    }),
}

function isOverdue(item: ActionItem, isPast: Clock): boolean {
  const day = deadlineOf(item)
  return day !== null && isPast(endOfDay(day))
}

/** Offered only if every item has a checkbox. */
function tickOff(items: readonly ActionItem[], report: Report): readonly Fix[] {
  const { checkboxes } = report.markup
  let next = 0
  const edits = items.flatMap((item): Edit[] => {
    while (next < checkboxes.length && checkboxes[next]!.start < item.start) next += 1
    const box = checkboxes[next]
    return box === undefined || box.start >= item.textEnd ? [] : [{ ...box, text: 'x' }]
  })
  if (edits.length < items.length) return []
  return [
    {
      title: items.length === 1 ? sentence`Tick it off` : sentence`Tick off all ${items.length}`,
      preferred: false,
      edits,
    },
  ]
}

function renew(items: readonly ActionItem[]): Fix {
  return {
    title: items.length === 1 ? sentence`Give it a new date` : sentence`Give each a new date`,
    preferred: true,
    edits: items.flatMap((item): Edit[] =>
      item.due === null ? [] : [{ ...dateRange(item, item.due), text: '{{date}}' }],
    ),
  }
}

/** The date alone, without any text that follows it on the same line. */
function dateRange({ dueDate }: ActionItem, due: Passage): Range {
  const end = dueDate?.end ?? due.text.length
  return { start: due.start, end: end === due.text.length ? due.end : due.start + end }
}
