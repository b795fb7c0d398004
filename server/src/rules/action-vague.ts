import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { isWithin } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { groupItems, relate } from './support/itemsBySection.ts'
import { english } from './support/language/english.ts'

/** Who needs this many words has said what is meant. */
const enoughWords = 12

export const actionVague: Rule = {
  id: 'action-vague',
  summary: 'A task says what is to be done, so that one can see when it is.',
  explanation: prose`
    "Improve monitoring" is a wish. "Add an alert for a connection pool that is used to more than 80%" is a
    task: somebody can do it, and everybody can see that it was done.

    A task is taken for vague when it begins with a word such as *improve*, *enhance*, *consider* or *look
    into*, is short, and names neither a number nor a thing: no code, no link, no name. One finding stands
    for all of a section.
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
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Improve monitoring
          - Roll back on the first error
        `,
        messages: ['A task is vague. Say what will be done, and how one sees that it is.'],
      },
      {
        text: markdown`
          # Postmortem: slow search

          ## Action Items

          - Improve monitoring
          - Consider better documentation
        `,
        messages: ['2 tasks are vague. Say what will be done, and how one sees that it is.'],
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
              ? sentence`A task is vague. Say what will be done, and how one sees that it is.`
              : sentence`${vague.length} tasks are vague. Say what will be done, and how one sees that it is.`,
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
  const source = report.source.slice(start, textEnd)
  return !/`|\]\(|:\/\//.test(source) && !isWithin(text.start, report.markup.code)
}
