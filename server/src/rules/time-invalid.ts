import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimeProblem, TimeProblemKind } from '../time/written/written.ts'
import { findStatedTimes, spanPassage } from './support/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\nAll times in UTC.\n\n${timeline}\n`

export const timeInvalid: Rule = {
  id: 'time-invalid',
  summary: 'Times and dates exist.',
  explanation: prose`
    Nobody can act on 25:00 or on 30 February, and \`11:00 M\` may be eleven in the morning or at night.
    Looked at are the times that entries begin with and those of the summary; not logs, code or prose.

    Where only one thing can be meant, the fix writes it: \`17:14\` for \`17:14pm\`, \`22nd\` for \`22rd\`, \`12:45\`
    for \`12;45\`. Those are safe to apply unasked. Where two things can be meant, both are offered.
  `,
  severity: 'error',
  options: noOptions,
  examples: {
    good: [
      { text: report('- 17:14 - An alert was received.\n- 6 pm - The disk was cleared.'), messages: [] },
      { text: report('- 22nd October 2022, 24:00 - The disk was cleared.'), messages: [] },
    ],
    bad: [
      {
        text: report('- 17:14pm - An alert was received.\n- 25:00 - The disk was cleared.'),
        messages: [
          '"17:14pm" has the hour of a 24-hour clock and "pm". Write "17:14".',
          '"25:00" is no time of day. Correct it.',
        ],
      },
      {
        text: report(
          '- Oct 22rd 2022 14:00 - An alert was received.\n- 2022-02-30 15:00 - The disk was cleared.',
        ),
        messages: [
          '"22rd" has the wrong ending. Write "22nd".',
          '"2022-02-30" is no day of the calendar. Correct it.',
        ],
      },
    ],
  },
  check: (report) => {
    const seen = new Set<number>()
    return findProblems(report).flatMap(({ problem, placed }): Problem[] => {
      const range = spanPassage(problem, placed)
      const describe = messages[problem.kind]
      if (describe === undefined || seen.has(range.start)) return []
      seen.add(range.start)
      return [
        { message: describe(problem.text, problem.repaired ?? ''), range, fixes: findFixes(problem, range) },
      ]
    })
  },
}

interface PlacedProblem {
  readonly problem: TimeProblem
  readonly placed: PlacedLine
}

function findProblems(report: Report): readonly PlacedProblem[] {
  return findStatedTimes(report).flatMap(({ time, placed }) =>
    time.written.problems.map((problem) => ({ problem, placed })),
  )
}

/** A kind that is not here is none of the writer's mistakes, or one of style. */
const messages: Partial<Record<TimeProblemKind, (text: string, repaired: string) => Sentence>> = {
  'clock-invalid': (text) => sentence`"${text}" is no time of day. Correct it.`,
  'date-invalid': (text) => sentence`"${text}" is no day of the calendar. Correct it.`,
  'meridiem-redundant': (text, repaired) =>
    sentence`"${text}" has the hour of a 24-hour clock and "pm". Write "${repaired}".`,
  'meridiem-contradictory': (text) =>
    sentence`"${text}" contradicts itself: its hour is not in that half of the day. Correct one of the two.`,
  'meridiem-incomplete': (text) =>
    sentence`"${text}" does not say which half of the day it is in. Write "AM" or "PM".`,
  'minute-missing': (text, repaired) =>
    sentence`"${text}" has no minutes behind its colon. Write them, or "${repaired}".`,
  'separator-unusual': (text, repaired) =>
    sentence`"${text}" has a semicolon for a colon. Write "${repaired}".`,
  'ordinal-wrong': (text, repaired) => sentence`"${text}" has the wrong ending. Write "${repaired}".`,
}

/** The minutes that are missing may have been others than zero. */
const unsafe: ReadonlySet<TimeProblemKind> = new Set(['minute-missing'])

function findFixes({ kind, text, repaired }: TimeProblem, range: Range): readonly Fix[] {
  const write = (replacement: string, preferred: boolean, safe: boolean): Fix => ({
    title: sentence`Write "${replacement}"`,
    preferred,
    safe,
    edits: [{ start: range.start, end: range.end, text: replacement }],
  })
  if (repaired !== null) return [write(repaired, true, !unsafe.has(kind))]
  if (kind === 'meridiem-incomplete') {
    return ['AM', 'PM'].map((half) => write(text.replace(/M$/, half), false, false))
  }
  if (kind === 'meridiem-contradictory') {
    return [write(text.replace(/\s?[ap]\s?\.?m\.?$/i, ''), false, false)]
  }
  return []
}
