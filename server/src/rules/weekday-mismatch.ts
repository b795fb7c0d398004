import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type SentencePart, sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { findWeekdayMismatch } from '../time/repair/checks.ts'
import { printDateLike } from '../time/repair/printDate.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'
import { dayFromNumber, dayNumber } from '../time/written/calendar.ts'
import { weekdayNameLike } from '../time/written/names.ts'
import type { WrittenDate } from '../time/written/written.ts'
import { findStatedTimes, spanPassage } from './support/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  summary: 'A weekday matches the date beside it.',
  explanation: prose`
    If the two disagree, one of them is mistyped, and it is just as often the date. Only dates whose year is
    certain are checked.

    The fixes write the weekday of the date, or the nearest date that falls on the weekday.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('- Monday 22 January 2024, 14:00 - An alert was received.'), messages: [] },
      { text: report('- Saturday 14:00 - An alert was received.'), messages: [] },
    ],
    bad: [
      {
        text: report('- Tuesday 22 January 2024, 14:00 - An alert was received.'),
        messages: ['22 January 2024 is a Monday, not a Tuesday. Correct the weekday or the date.'],
      },
      {
        text: report('- 2024-01-22 (Tue) 14:00 - An alert was received.'),
        messages: ['22 January 2024 is a Monday, not a Tuesday. Correct the weekday or the date.'],
      },
    ],
  },
  check: (report) =>
    findStatedTimes(report).flatMap(({ time, placed }): Problem[] => {
      const { date } = time.written
      const expected = findWeekdayMismatch(time)?.expected
      const day = localDay(time)
      if (date?.weekdaySpan == null || date.weekday === null || expected === undefined || day === null)
        return []
      return [
        {
          message: sentence`${day.day} ${months[day.month - 1] ?? ''} ${day.year} is a ${weekdays[expected] ?? ''}, not a ${weekdays[date.weekday] ?? ''}. Correct the weekday or the date.`,
          range: spanPassage(date.weekdaySpan, placed),
          fixes: [...writeWeekday(date, expected, placed), ...writeDate(date, time, expected, placed)],
        },
      ]
    }),
}

const months: readonly SentencePart[] = [
  sentence`January`,
  sentence`February`,
  sentence`March`,
  sentence`April`,
  sentence`May`,
  sentence`June`,
  sentence`July`,
  sentence`August`,
  sentence`September`,
  sentence`October`,
  sentence`November`,
  sentence`December`,
]

const weekdays: readonly SentencePart[] = [
  sentence`Sunday`,
  sentence`Monday`,
  sentence`Tuesday`,
  sentence`Wednesday`,
  sentence`Thursday`,
  sentence`Friday`,
  sentence`Saturday`,
]

function writeWeekday(date: WrittenDate, expected: number, placed: PlacedLine): readonly Fix[] {
  if (date.weekdaySpan === null) return []
  const text = weekdayNameLike(expected, date.weekdaySpan.text)
  const { start, end } = spanPassage(date.weekdaySpan, placed)
  return [{ title: sentence`Write "${text}"`, preferred: true, edits: [{ start, end, text }] }]
}

function writeDate(
  date: WrittenDate,
  time: ResolvedTime,
  expected: number,
  placed: PlacedLine,
): readonly Fix[] {
  const day = localDay(time)
  if (day === null || date.weekday === null) return []
  const ahead = (date.weekday - expected + 7) % 7
  const text = printDateLike(date, dayFromNumber(dayNumber(day) + (ahead > 3 ? ahead - 7 : ahead)))
  if (text === null) return []
  const { start, end } = spanPassage(date, placed)
  return [{ title: sentence`Write "${text}"`, preferred: false, edits: [{ start, end, text }] }]
}
