import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { countWhile } from '../lists/countWhile.ts'
import { sentence } from '../messages/sentence.ts'
import { isWithin } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { isDetail } from '../postmortem/tasks/taskWords.ts'
import { english } from './support/language/english.ts'
import { groupItems, relate } from './support/tasks/itemsBySection.ts'

/** An action item of this many words is specific enough. */
const enoughWords = 12

export const actionVague: Rule = {
  id: 'action-vague',
  summary: 'Every action item is specific enough that anyone can tell when it is done.',
  explanation: prose`
    "Improve monitoring" is a wish. "Add an alert for a connection pool above 80%" is an action item: somebody
    can do it, and everybody can tell when it is done.

    An action item counts as vague if it begins with a word such as *improve*, *enhance*, *consider* or *look
    into*, is short, and contains nothing specific: no number, code, link, name or ticket, nothing about how or
    why, and no list below it. Completed action items are ignored. All vague ones in a section are reported as
    one finding.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Add an alert for a queue that is longer than a minute
          - Improve the alert \`queue-length\` so that it names the consumer
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Enhance the dashboard by the queue of each consumer, its age, and the last error that the consumer saw
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          1. Improve monitoring
             - Alerts on long queues
             - A dashboard with the age of the index
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Improve monitoring
          - Roll back on the first error
        `,
        messages: ['An action item is vague. Say what will be done, and how to tell when it is done.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Improve monitoring
            - Owner: search team
          - Consider better documentation
        `,
        messages: ['2 action items are vague. Say what will be done, and how to tell when it is done.'],
      },
    ],
  },
  check: (report) =>
    groupItems(report).flatMap(({ items }): Problem[] => {
      const vague = items.filter((item) => isVague(item, report)).map(({ text }) => text)
      const [first, ...others] = vague
      if (first === undefined) return []
      return [
        {
          message:
            others.length === 0
              ? sentence`An action item is vague. Say what will be done, and how to tell when it is done.`
              : sentence`${vague.length} action items are vague. Say what will be done, and how to tell when it is done.`,
          range: { start: first.start, end: first.end },
          related: relate(sentence`This one, too.`, others),
          fixes: [],
        },
      ]
    }),
}

function isVague({ text, start, textEnd, done, ticket }: ActionItem, report: Report): boolean {
  if (done || ticket !== null || !english.vagueStart.test(text.text)) return false
  if (text.text.split(/\s+/).length >= enoughWords || english.specific.test(text.text)) return false
  if (english.measurable.test(text.text)) return false
  if (hasListBelow(text.start, report)) return false
  const source = report.source.slice(start, textEnd)
  return !/`|\]\(|:\/\//.test(source) && !isWithin(text.start, report.markup.code)
}

/** A list below a task says what will be done, even if its items are read as no tasks of their own. */
function hasListBelow(start: number, { lines }: Report): boolean {
  const index = countWhile(lines, ({ range }) => range.end < start)
  const depth = lines[index]?.line.depth ?? 0
  const next = lines[index + 1]?.line
  return next !== undefined && next.item !== null && next.depth > depth && !isDetail(next.text)
}
