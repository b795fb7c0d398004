import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { lineRange } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { groupItems, relate } from './support/itemsBySection.ts'

/** Bullets that Markdown does not know. */
const strayBullet = /^(?:[•‣▪●◦·–—]|\d{1,2}\))\s{0,4}/u

export const actionsNotList: Rule = {
  id: 'actions-not-list',
  summary: 'Tasks are written as a list.',
  explanation: prose`
    Lines without a bullet are run together to one paragraph when the report is shown, and no tool can tick
    them off.

    The fix makes a list of tasks of them, each with a checkbox and with the bullet that the document uses.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Action Items

          - Alert on a disk that is 80% full
          - Delete old logs every night
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

          Add an alert on a disk that is 80% full.
          Delete old logs every night.
        `,
        messages: ['2 tasks are lines without a bullet. Make a list of them.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          **Tasks:**
          Add an alert on a disk that is 80% full.
          Delete old logs every night.
          Size the disk of the new node.
        `,
        messages: ['3 tasks are lines without a bullet. Make a list of them.'],
      },
    ],
  },
  check: (report) => {
    const starts = new Map(report.lines.map((placed, index) => [lineRange(placed).start, index] as const))
    return groupItems(report).flatMap(({ section, items }): Problem[] => {
      const lines = items.filter(({ form }) => form === 'line')
      const indexes = lines.flatMap(({ start }) => starts.get(start) ?? [])
      if (lines.length < 2 || indexes.length < lines.length) return []
      return [
        {
          message: sentence`${lines.length} tasks are lines without a bullet. Make a list of them.`,
          range: { start: section.title.start, end: section.title.end },
          related: relate(
            sentence`This one.`,
            lines.map(({ text }) => text),
          ),
          fixes: [
            {
              title: sentence`Make a list of tasks`,
              preferred: true,
              edits: indexes.flatMap((index) => toItem(index, indexes, report)),
            },
          ],
        },
      ]
    })
  },
}

function toItem(
  index: number,
  indexes: readonly number[],
  { lines, style, source }: Report,
): readonly Edit[] {
  const placed = lines[index]!
  const { start, end } = lineRange(placed)
  const stray = strayBullet.exec(source.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0
  const bullet: Edit = { start, end: start + stray, text: `${style.bullet} [ ] ` }
  const next = lines[index + 1]
  const isGlued =
    next !== undefined && !indexes.includes(index + 1) && !next.line.opens && next.line.item === null
  if (!isGlued) return [bullet]
  const at = lineRange(next).start
  return [bullet, { start: at, end: at, text: style.lineEnding }]
}
