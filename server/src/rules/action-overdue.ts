import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { readDate } from '../time/written/date.ts'
import { groupItems, relate } from './support/itemsBySection.ts'

const day = 24 * 60 * 60 * 1000

export const actionOverdue: Rule = {
  id: 'action-overdue',
  summary: 'No task is open after the day by which it was to be done.',
  explanation: prose`
    A task that is open after its date was either done and not ticked off, or forgotten. Only tasks that can
    be ticked off and have a certain date, with its year, are looked at; a date that can be read in two ways
    is not certain. A day is over when it is over everywhere on earth.

    One finding stands for all such tasks of a section, at the first date. One fix ticks them off, another
    one puts placeholders in the place of their dates.
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
        messages: ['A task is overdue. Tick it off, or give it a new date.'],
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
        messages: ['A task is overdue. Tick it off, or give it a new date.'],
      },
    ],
  },
  check: (report, { now }) =>
    groupItems(report).flatMap(({ items }): Problem[] => {
      const overdue = items.filter((item) => isOverdue(item, now))
      const [first, ...others] = overdue.flatMap(({ due }) => due ?? [])
      if (first === undefined) return []
      return [
        {
          message:
            others.length === 0
              ? sentence`A task is overdue. Tick it off, or give it a new date.`
              : sentence`${overdue.length} tasks are overdue. Tick them off, or give them new dates.`,
          range: { start: first.start, end: first.end },
          related: relate(sentence`This one, too.`, others),
          fixes: [...tickOff(overdue, report), renew(overdue)],
        },
      ]
    }),
}

function isOverdue({ done, checkable, due }: ActionItem, now: number): boolean {
  if (done || !checkable || due === null) return false
  const date = readDate(due.text, 0)?.date
  const [reading, other] = date?.readings ?? []
  if (reading === undefined || reading.year === null || other !== undefined) return false
  return now - Date.UTC(reading.year, reading.month - 1, reading.day) > 1.5 * day
}

/** Where all of them have a checkbox. */
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
    edits: items.flatMap(({ due }): Edit[] => (due === null ? [] : [{ ...toDate(due), text: '{{date}}' }])),
  }
}

/** What follows the date on the same line is kept. */
function toDate(due: { readonly text: string; readonly start: number; readonly end: number }) {
  const end = readDate(due.text, 0)?.date.end ?? due.text.length
  return { start: due.start, end: end === due.text.length ? due.end : due.start + end }
}
