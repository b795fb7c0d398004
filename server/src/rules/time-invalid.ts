import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { isRealDay } from '../time/written/calendar.ts'
import type { TimeProblem, TimeProblemKind } from '../time/written/written.ts'
import { findStatedTimes, spanPassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\nAll times in UTC.\n\n${timeline}\n`

export const timeInvalid: Rule = {
  id: 'time-invalid',
  summary: 'Times and dates are valid.',
  explanation: prose`
    Nobody can act on 25:00 or on 30 February, and \`11:00 M\` may be eleven in the morning or at night. The
    rule checks the times that entries begin with and those in the summary, and the dates by which action items are due, but not logs, code or prose.

    If only one reading is possible, the fix writes it: \`17:14\` for \`17:14pm\`, or \`5:14pm\` if the other
    times use the 12-hour clock, \`22nd\` for \`22rd\`, \`12:45\` for \`12;45\`. Such a fix is safe to apply
    automatically. If two are possible, both are offered.
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
          '"17:14pm" combines the 24-hour clock with "pm". Write "17:14".',
          '"25:00" is not a valid time of day. Correct it.',
        ],
      },
      {
        text: report(
          '- Oct 22rd 2022 14:00 - An alert was received.\n- 2022-02-30 15:00 - The disk was cleared.',
        ),
        messages: [
          '"22rd" has the wrong ending. Write "22nd".',
          '"2022-02-30" is not a valid date. Correct it.',
        ],
      },
    ],
  },
  check: (report) => {
    const seen = new Set<number>()
    const problems = findProblems(report)
    const isTwelveHour = usesTwelveHours(report)
    const times = problems.map(inNotation(isTwelveHour)).flatMap(({ problem, placed }): Problem[] => {
      const range = spanPassage(problem, placed)
      const describe = messages[problem.kind]
      if (describe === undefined || seen.has(range.start)) return []
      seen.add(range.start)
      return [
        { message: describe(problem.text, problem.repaired ?? ''), range, fixes: findFixes(problem, range) },
      ]
    })
    return [...times, ...findDueDates(report)]
  },
}

/** A date such as 30 February by which a task is due. */
function findDueDates({ actionItems }: Report): readonly Problem[] {
  return actionItems.flatMap(({ due }): Problem[] => {
    const written = due === null ? undefined : isoDate.exec(due.text)
    if (due === null || written == null) return []
    const [text = '', year, month, day] = written
    if (isRealDay(Number(month), Number(day), Number(year))) return []
    return [{ message: sentence`"${text}" is not a valid date. Correct it.`, range: due, fixes: [] }]
  })
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)\b/

interface PlacedProblem {
  readonly problem: TimeProblem
  readonly placed: PlacedLine
}

function findProblems(report: Report): readonly PlacedProblem[] {
  const times = findStatedTimes(report)
  const hasBare = times.some(({ time }) => isBare(time) && time.written.problems.length === 0)
  return times.flatMap(({ time, placed }) =>
    isBare(time) && !hasBare ? [] : time.written.problems.map((problem) => ({ problem, placed })),
  )
}

/** Four digits such as 1430 are a time only among others of which some can be. */
function isBare({ written: { clock } }: ResolvedTime): boolean {
  return clock?.form === 'bare' && clock.meridiem === null
}

/** True if most times of the report say "am" or "pm" and have an hour that goes with it. */
function usesTwelveHours(report: Report): boolean {
  let balance = 0
  for (const { time } of findStatedTimes(report)) {
    const { clock, problems } = time.written
    if (clock === null) continue
    const isWrong = problems.some(({ kind }) => kind === 'meridiem-redundant')
    if (clock.meridiem !== null && !isWrong) balance += 1
    else if (isWrong || clock.hour > 12 || clock.text.startsWith('0')) balance -= 1
  }
  return balance > 0
}

/** Among times such as 1:20 PM, `13:06 PM` is meant to be 1:06 PM. */
function inNotation(isTwelveHour: boolean): (placed: PlacedProblem) => PlacedProblem {
  return ({ problem, placed }) => {
    if (!isTwelveHour || problem.kind !== 'meridiem-redundant') return { problem, placed }
    const repaired = problem.text.replace(/^\d{1,2}/, (hour) => String(Number(hour) - 12))
    return { problem: { ...problem, repaired }, placed }
  }
}

/** Kinds without a message here are not mistakes of the author, or are matters of style. */
const messages: Partial<Record<TimeProblemKind, (text: string, repaired: string) => Sentence>> = {
  'clock-invalid': (text) => sentence`"${text}" is not a valid time of day. Correct it.`,
  'date-invalid': (text) => sentence`"${text}" is not a valid date. Correct it.`,
  'meridiem-redundant': (text, repaired) =>
    sentence`"${text}" combines the 24-hour clock with "pm". Write "${repaired}".`,
  'meridiem-contradictory': (text) =>
    sentence`"${text}" contradicts itself: its hour is not in that half of the day. Correct one of the two.`,
  'meridiem-incomplete': (text) =>
    sentence`"${text}" does not say which half of the day it is in. Write "AM" or "PM".`,
  'minute-missing': (text, repaired) =>
    sentence`"${text}" has no minutes after the colon. Add them, or write "${repaired}".`,
  'separator-unusual': (text, repaired) =>
    sentence`"${text}" has a semicolon instead of a colon. Write "${repaired}".`,
  'ordinal-wrong': (text, repaired) => sentence`"${text}" has the wrong ending. Write "${repaired}".`,
}

/** The missing minutes may not have been zero. */
const unsafeKinds: ReadonlySet<TimeProblemKind> = new Set(['minute-missing'])

function findFixes({ kind, text, repaired }: TimeProblem, range: Range): readonly Fix[] {
  const write = (replacement: string, preferred: boolean, safe: boolean): Fix => ({
    title: sentence`Write "${replacement}"`,
    preferred,
    safe,
    edits: [{ start: range.start, end: range.end, text: replacement }],
  })
  if (repaired !== null) return [write(repaired, true, !unsafeKinds.has(kind))]
  if (kind === 'meridiem-incomplete') {
    return ['AM', 'PM'].map((half) => write(text.replace(/M$/, half), false, false))
  }
  if (kind === 'meridiem-contradictory') {
    return [write(text.replace(/\s?[ap]\s?\.?m\.?$/i, ''), false, false)]
  }
  return []
}
