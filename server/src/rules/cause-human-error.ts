import { perReport } from '../checking/keptAnswers.ts'
import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Line } from '../postmortem/lines/line.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import type { Report } from '../postmortem/report.ts'
import { sectionAt } from '../postmortem/sections/sectionAt.ts'
import { english } from './support/language/english.ts'
import { causes } from './support/language/scope.ts'
import { findPhrases, linesIn } from './support/linesInSections.ts'

export const causeHumanError: Rule = {
  id: 'cause-human-error',
  summary: 'A cause is a property of the system, not of a person.',
  explanation: prose`
    A report that gives "human error" as the cause stops one question too early. Somebody did what seemed
    right given what they could see. How did the system make that easy to do, and why did it have such an
    effect?

    The rule looks only at causes and the summary. Denials ("not a human error") and mere assumptions are
    ignored, and so is an error beside what made it possible, such as "there is no confirmation" or "anybody
    may delete it". If the section explains much more than that, the finding is only an information.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: lost rows

          ## Root Cause

          The prompt of the test database and of the real one look the same, and neither asks before it drops a table.

          ## Timeline

          - 10:02 UTC - We assumed a human error.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: lost rows

          ## Root Cause

          This was not human error: the script dropped the table by itself.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: lost rows

          ## Root Cause

          The table was dropped by human error.
        `,
        messages: [
          '"human error" ends the analysis too early. Say what made it possible, and why it had this effect.',
        ],
      },
      {
        text: markdown`
          # Postmortem: lost rows

          ## Issue Summary

          - **Root Cause:** an operator error during maintenance
        `,
        messages: [
          '"operator error" ends the analysis too early. Say what made it possible, and why it had this effect.',
        ],
      },
    ],
  },
  check: (report): readonly Problem[] =>
    findPhrases(report, causes, english.humanError)
      .filter(
        ({ placed, index }) =>
          !english.notHumanError.test(placed.line.text.slice(Math.max(0, index - 80), index)),
      )
      .filter(({ placed }) => !isExplained(placed, report))
      .map(({ placed, text, start, end }) => ({
        ...(goesOn(placed, report) && { mild: true }),
        message: sentence`"${text}" ends the analysis too early. Say what made it possible, and why it had this effect.`,
        range: { start, end },
        fixes: [],
      })),
}

const analyses: ReadonlySet<string> = new Set(['what-happened', ...causes].filter((id) => id !== 'summary'))

/**
 * Where what else is said begins to count: with the section, unless it is the summary. Later sections, too, may tell how
 * it came about.
 */
function startOfAnalysis({ range }: PlacedLine, { sections }: Report): number {
  const section = sectionAt(range.start, sections)
  if (section === undefined || !causes.has(section.id)) return Number.POSITIVE_INFINITY
  return section.id === 'summary' ? section.end : section.start
}

/** True if the line or the analysis says what made it possible. */
function isExplained(placed: PlacedLine, report: Report): boolean {
  return (
    saysWeakness(placed.line) || (lastWeakness(report)?.range.start ?? -1) >= startOfAnalysis(placed, report)
  )
}

const lastWeakness = perReport((report) =>
  linesIn(report, analyses).findLast(({ line }) => saysWeakness(line)),
)

const saysWeakness = perObject(({ text }: Line) => english.weakness.test(text))

/** An analysis of more words than this does not end with the phrase. */
const maxOtherWords = 40

/** True if much is said beside the phrase, which then only sums up a part of it. */
function goesOn(placed: PlacedLine, report: Report): boolean {
  const start = startOfAnalysis(placed, report)
  const lines = linesIn(report, analyses)
  let words = 0
  for (let index = lines.length - 1; index >= 0 && words <= maxOtherWords; index -= 1) {
    const { line, range } = lines[index] as PlacedLine
    if (range.start < start) break
    if (range.start !== placed.range.start) words += line.words
  }
  return words > maxOtherWords
}
