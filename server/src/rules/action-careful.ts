import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { english } from './support/language/english.ts'
import { blankQuotes } from './support/linesInSections.ts'
import { groupItems, relate } from './support/tasks/itemsBySection.ts'

export const actionCareful: Rule = {
  id: 'action-careful',
  summary: 'Every action item changes the system instead of asking people to be more careful.',
  explanation: prose`
    Everybody was being careful the last time, too. An action item that reminds people or asks for more
    attention prevents nothing and can never be ticked off. Ask what would have made the slip harmless or
    impossible: a check, a limit, a safer default.

    Text in quotation marks is ignored, and so is anything that a script or a warning does. All such action
    items in a section are reported as one finding.
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
          'The action item asks people to be more careful. Say what will change so that they do not have to be.',
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
          '2 action items ask people to be more careful. Say what will change so that they do not have to be.',
        ],
      },
    ],
  },
  check: (report) =>
    groupItems(report).flatMap(({ items }): Problem[] => {
      const appeals = items.flatMap(({ text, done }) => {
        if (done || english.automatic.test(text.text)) return []
        const match = [...blankQuotes(text.text).matchAll(english.careful)][0]
        return match === undefined ? [] : [text]
      })
      const [first, ...others] = appeals
      if (first === undefined) return []
      return [
        {
          message:
            appeals.length === 1
              ? sentence`The action item asks people to be more careful. Say what will change so that they do not have to be.`
              : sentence`${appeals.length} action items ask people to be more careful. Say what will change so that they do not have to be.`,
          range: { start: first.start, end: first.end },
          related: relate(sentence`This one, too.`, others),
          fixes: [],
        },
      ]
    }),
}
