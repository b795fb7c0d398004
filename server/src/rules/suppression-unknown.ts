import { distance } from 'fastest-levenshtein'
import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { type Suppression, suppressionCommands } from '../postmortem/blocks/suppressions.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { removeComment, removeRule } from './support/fixes/removeComment.ts'

export const suppressionUnknown: Rule = {
  id: 'suppression-unknown',
  summary: 'Comments that silence rules name rules that exist.',
  explanation: prose`
    A misspelt rule keeps reporting, and a misspelt command does nothing. The commands are
    \`postmortem-disable-line\`, \`postmortem-disable-next-line\`, \`postmortem-disable-file\`, and
    \`postmortem-disable\`, which lasts until the next \`postmortem-enable\`. Each is followed by the rules
    that it silences, or by nothing to silence all rules.

    The first fix writes the name that was probably meant. The second removes the unknown name.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          <!-- postmortem-disable section-empty -->

          ## Issue Summary

          ## Timeline

          <!-- postmortem-enable -->

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          <!-- the postmortem-disable-line comment is explained in the handbook -->

          ## Issue Summary

          Text.

          ## Timeline

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          <!-- postmortem-disable-next-line section-emty -->
          ## Issue Summary

          ## Timeline

          Text.
        `,
        messages: ['There is no rule "section-emty". Write "section-empty", or remove it.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          <!-- postmortem-disabel-next-line section-empty -->
          ## Issue Summary

          ## Timeline

          Text.
        `,
        messages: [
          'There is no command "postmortem-disabel-next-line". Write "postmortem-disable-next-line", or remove it.',
        ],
      },
    ],
  },
  check: () => [],
  checkSuppressions: (report, { ruleIds }) =>
    report.suppressions.flatMap((suppression) => {
      if (suppression.kind === 'unknown') return [unknownCommand(suppression, report)]
      return suppression.rules
        .filter(({ text }) => !ruleIds.includes(text))
        .map((rule) => unknownRule(suppression, rule, ruleIds, report))
    }),
}

function unknownCommand(suppression: Suppression, report: Report): Problem {
  const { command } = suppression
  const nearest = findNearest(command.text, suppressionCommands)
  return {
    message:
      nearest === undefined
        ? sentence`There is no command "${command.text}". Remove it.`
        : sentence`There is no command "${command.text}". Write "${nearest}", or remove it.`,
    range: { start: command.start, end: command.end },
    fixes: [
      ...replace(command, nearest),
      { title: sentence`Remove the comment`, preferred: false, edits: [removeComment(suppression, report)] },
    ],
  }
}

function unknownRule(
  suppression: Suppression,
  rule: Passage,
  ruleIds: readonly string[],
  report: Report,
): Problem {
  const nearest = findNearest(rule.text, ruleIds)
  return {
    message:
      nearest === undefined
        ? sentence`There is no rule "${rule.text}". Remove it.`
        : sentence`There is no rule "${rule.text}". Write "${nearest}", or remove it.`,
    range: { start: rule.start, end: rule.end },
    fixes: [
      ...replace(rule, nearest),
      {
        title: sentence`Remove "${rule.text}" from the comment`,
        preferred: false,
        edits: [removeRule(suppression, rule, report)],
      },
    ],
  }
}

function replace({ start, end }: Passage, nearest: string | undefined): readonly Fix[] {
  if (nearest === undefined) return []
  return [{ title: sentence`Write "${nearest}"`, preferred: true, edits: [{ start, end, text: nearest }] }]
}

/** Up to one letter in four may be wrong, and two in a short name. */
function findNearest(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((each) => ({ each, steps: distance(name.slice(0, 80), each) }))
  const [best] = ranked.sort((a, b) => a.steps - b.steps)
  return best !== undefined && best.steps <= Math.max(2, name.length / 4) ? best.each : undefined
}
