import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { countWhile } from '../lists/countWhile.ts'
import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { english } from './support/language/english.ts'
import { narrative } from './support/language/scope.ts'
import { findPhrases, type Phrase } from './support/linesInSections.ts'
import { linesWhere } from './support/linesWhere.ts'

export const languageCounterfactual: Rule = {
  id: 'language-counterfactual',
  summary: 'The report describes what happened, not what should have happened.',
  explanation: prose`
    "The engineer should have checked the logs" describes a world that never existed, and hides why checking
    them did not seem necessary in this one. Say what was known and done. What would have helped belongs in
    the lessons and the action items, where it leads to something.

    What a check or another design would have done explains the cause and judges nobody.

    Lessons, action items, the impact, quotations, what somebody is reported to have said, what would have been worse,
    code and guesses ("could have been a restart") are ignored.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Timeline

          - 10:02 UTC - The disk was full. It could have been a leak.

          ## Lessons Learned

          - The alert should have fired earlier.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Root Cause

          All nodes should have access to the disk; two had none.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: full disk

          ## Root Cause

          The team should have checked the disk before the release.
        `,
        messages: [
          'This describes what did not happen. Say what was known and done, or move it to the lessons.',
        ],
      },
      {
        text: markdown`
          # Postmortem: full disk

          ## Timeline

          - 10:02 UTC - If only the alert was set, it would have been noticed.
        `,
        messages: [
          'This describes what did not happen. Say what was known and done, or move it to the lessons.',
        ],
      },
    ],
  },
  check: (report): readonly Problem[] =>
    onePerSentence(tellingOtherwise(report)).map(({ start, end }) => ({
      message: sentence`This describes what did not happen. Say what was known and done, or move it to the lessons.`,
      range: { start, end },
      fixes: [],
    })),
}

/** Phrases with which the author judges what happened: no words of others, and nothing that would have been worse. */
function tellingOtherwise(report: Report): readonly Phrase[] {
  const titles = titleLines(report)
  return findPhrases(report, narrative, english.counterfactual).filter(({ placed, index, text, start }) => {
    const before = placed.line.text.slice(0, index)
    const title = titles[countWhile(titles, ({ range }) => range.start <= start) - 1]
    return !(
      english.worseOutcome.test(text) ||
      english.reported.test(before) ||
      english.message.test(before) ||
      (title !== undefined && english.otherCourseTitle.test(title.line.text))
    )
  })
}

/** Headings, and lines that are in bold as a whole. */
const titleLines = linesWhere(
  ({ kind, heading, item, bold, text }) =>
    heading !== null || (kind === 'text' && item === null && bold > 0 && bold >= text.trimEnd().length),
)

/** The first phrase of each sentence. Text that says in its title that it is about another course of events is left alone. */
function onePerSentence(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases.filter(({ placed, index }, at) => {
    if (english.otherCourse.test(placed.line.text)) return false
    const before = phrases[at - 1]
    return before?.placed !== placed || /[.!?]["')\]]?\s/.test(placed.line.text.slice(before.index, index))
  })
}
