import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { countWhile } from '../lists/countWhile.ts'
import { sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import { groupItems, relate } from './support/tasks/itemsBySection.ts'

/** Bullets and numbers that Markdown does not recognize. */
const strayBullet = /^(?:[•‣▪●◦·–—]|\d{1,2}\))\s{0,4}/u

export const actionsNotList: Rule = {
  id: 'actions-not-list',
  summary: 'Action items are written as a list.',
  explanation: prose`
    Markdown joins lines without bullets into one paragraph, and no tool can tick them off.

    The fix turns the lines into a list with checkboxes, using the bullet that the document uses elsewhere.
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
        messages: ['2 action items are lines without bullets. Turn them into a list.'],
      },
      {
        text: markdown`
          # Postmortem: full disk

          **Tasks:**
          Add an alert on a disk that is 80% full.
          Delete old logs every night.
          Size the disk of the new node.
        `,
        messages: ['3 action items are lines without bullets. Turn them into a list.'],
      },
    ],
  },
  check: (report) => {
    return groupItems(report).flatMap(({ section, items }): Problem[] => {
      const lines = items.filter(({ form }) => form === 'line')
      if (lines.length < 2) return []
      const indexes = lines.flatMap(({ start }) => indexOfLine(start, report) ?? [])
      if (indexes.length < lines.length || areApart(indexes, report)) return []
      const isPlain = lines.every(({ start }) => isPlainLine(start, report))
      return [
        {
          message: sentence`${lines.length} action items are lines without bullets. Turn them into a list.`,
          range: { start: section.title.start, end: section.title.end },
          related: relate(
            sentence`This one.`,
            lines.map(({ text }) => text),
          ),
          fixes: isPlain
            ? [
                {
                  title: sentence`Turn the lines into a list`,
                  preferred: true,
                  safe: true,
                  edits: indexes.flatMap((index) => toItem(index, indexes, report)),
                },
              ]
            : [],
        },
      ]
    })
  },
}

/** What has headings between its lines has the form of a document, and would make no list. */
function areApart(indexes: readonly number[], { lines }: Report): boolean {
  return lines.slice(indexes[0], indexes.at(-1)).some(({ line }) => line.heading !== null)
}

function indexOfLine(start: number, { lines }: Report): number | null {
  const index = countWhile(lines, ({ range }) => range.start < start)
  return lines[index]?.range.start === start ? index : null
}

/** In HTML and in code a bullet is no bullet. */
function isPlainLine(start: number, { source }: Report): boolean {
  return /^ {0,3}[^\s<]/.test(sourceLineAt(start, source).text)
}

function toItem(
  index: number,
  indexes: readonly number[],
  { lines, style, source }: Report,
): readonly Edit[] {
  const placed = lines[index]!
  const { start, end } = placed.range
  const stray = strayBullet.exec(source.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0
  const bullet: Edit = { start, end: start + stray, text: `${style.bullet} [ ] ` }
  const next = lines[index + 1]
  const continuesItem =
    next !== undefined && !indexes.includes(index + 1) && !next.line.opens && next.line.item === null
  if (!continuesItem) return [bullet]
  const at = next.range.start
  return [bullet, { start: at, end: at, text: style.lineEnding }]
}
