import { noOptions, type Problem, type Rule, type SuppressionUse } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { removeComment, removeRule } from './support/fixes/removeComment.ts'

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  summary: 'Every comment that silences a rule has something to silence.',
  explanation: prose`
    A comment such as \`<!-- postmortem-disable-next-line timeline-order -->\` that silences nothing will hide
    the next mistake. A rule that the configuration turns off may still be named. Anything after two dashes in
    the comment is your reason, and is not read.

    The fix removes the comment, or the rule from it.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          <!-- postmortem-disable-next-line section-empty -- it is being written -->
          ## Timeline
        `,
        messages: [],
      },
      {
        text: markdown`
          <!-- postmortem-disable-file section-missing, length-report -->

          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause and Resolution

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          <!-- postmortem-disable-next-line section-empty -->
          ## Issue Summary

          Text.

          ## Timeline

          Text.
        `,
        messages: ['"section-empty" reports nothing here. Remove it from the comment.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Timeline

          Text. <!-- postmortem-disable-line -->
        `,
        messages: ['This comment silences nothing. Remove it.'],
      },
    ],
  },
  check: () => [],
  checkSuppressions: (report, use) =>
    report.suppressions.flatMap((suppression) => {
      if (suppression.kind === 'unknown' || suppression.kind === 'enable') return []
      if (suppression.rules.length === 0) {
        return use.isUsed(suppression, null) ? [] : [toProblem(suppression, report)]
      }
      return suppression.rules
        .filter((rule) => isUnused(suppression, rule, use))
        .map((rule) => toRuleProblem(suppression, rule, report))
    }),
}

function isUnused(suppression: Suppression, rule: Passage, { ruleIds, isUsed }: SuppressionUse): boolean {
  return ruleIds.includes(rule.text) && !isUsed(suppression, rule)
}

function toProblem(suppression: Suppression, report: Report): Problem {
  return {
    message: sentence`This comment silences nothing. Remove it.`,
    range: suppression.comment,
    fixes: [
      { title: sentence`Remove the comment`, preferred: true, edits: [removeComment(suppression, report)] },
    ],
  }
}

function toRuleProblem(suppression: Suppression, rule: Passage, report: Report): Problem {
  return {
    message: sentence`"${rule.text}" reports nothing here. Remove it from the comment.`,
    range: { start: rule.start, end: rule.end },
    fixes: [
      {
        title: sentence`Remove "${rule.text}" from the comment`,
        preferred: true,
        edits: [removeRule(suppression, rule, report)],
      },
    ],
  }
}
