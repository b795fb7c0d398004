import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { groupItems, relate } from './support/itemsBySection.ts'
import { english } from './support/language/english.ts'
import { blankQuotes } from './support/linesInSections.ts'

export const actionCareful: Rule = {
  id: 'action-careful',
  summary: 'A task changes the system and does not ask people to be more careful.',
  explanation: prose`
    Everybody was careful the last time. A task that reminds people, or asks for more attention, prevents
    nothing and can never be ticked off. Ask what would have made the slip harmless, or impossible: a check,
    a limit, a safer default.

    One finding stands for all such tasks of a section.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: wrong database

          ## Action Items

          - Ask for the name of the database before it is dropped
          - Alert when attention is due: a disk more than 80% full
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: wrong database

          ## Action Items

          - Show the text "Be careful, this is production" in the shell
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: wrong database

          ## Action Items

          - Be more careful when dropping databases
        `,
        messages: [
          'The task asks people to be more careful. Say what will be changed so that they need not be.',
        ],
      },
      {
        text: markdown`
          # Postmortem: wrong database

          ## Action Items

          - Remind everyone to look at the prompt
          - Pay more attention to the name of the host
        `,
        messages: [
          '2 tasks ask people to be more careful. Say what will be changed so that they need not be.',
        ],
      },
    ],
  },
  check: (report) =>
    groupItems(report).flatMap(({ items }): Problem[] => {
      const found = items.flatMap(({ text }) => {
        const match = [...blankQuotes(text.text).matchAll(english.careful)][0]
        return match === undefined ? [] : [text]
      })
      const [first, ...others] = found
      if (first === undefined) return []
      return [
        {
          message:
            found.length === 1
              ? sentence`The task asks people to be more careful. Say what will be changed so that they need not be.`
              : sentence`${found.length} tasks ask people to be more careful. Say what will be changed so that they need not be.`,
          range: { start: first.start, end: first.end },
          related: relate(sentence`This one, too.`, others),
          fixes: [],
        },
      ]
    }),
}
