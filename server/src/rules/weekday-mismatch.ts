import { perReport } from '../checking/keptAnswers.ts'
import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type SentencePart, sentence } from '../messages/sentence.ts'
import { linesThat } from '../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Report } from '../postmortem/report.ts'
import { findWeekdayMismatch } from '../time/repair/checks.ts'
import { printDateLike } from '../time/repair/printDate.ts'
import { localDay } from '../time/resolved/resolved.ts'
import { dayFromNumber, dayNumber, weekdayOf } from '../time/written/calendar.ts'
import { weekdayNameLike } from '../time/written/names.ts'
import type { CalendarDay, WrittenDate, WrittenTime } from '../time/written/written.ts'
import { findStatedTimes, spanPassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  summary: 'A weekday matches the date beside it.',
  explanation: prose`
    If the two disagree, one of them is mistyped, and it is just as often the date. Only dates whose year is
    certain are checked: those of the outage and its timeline, and elsewhere those written with their year.

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
  check: (report) => {
    const seen = new Set<number>()
    return [...datesOfTimes(report), ...findFullDates(report)].flatMap(({ date, day, placed }): Problem[] => {
      const { weekdaySpan, weekday } = date
      const expected = weekdayOf(day)
      if (weekdaySpan === null || weekday === null || weekday === expected) return []
      const range = spanPassage(weekdaySpan, placed)
      if (seen.has(range.start)) return []
      seen.add(range.start)
      return [
        {
          message: sentence`${day.day} ${months[day.month - 1] ?? ''} ${day.year} is a ${weekdays[expected] ?? ''}, not a ${weekdays[weekday] ?? ''}. Correct the weekday or the date.`,
          range,
          fixes: [...writeWeekday(date, expected, placed), ...writeDate(date, day, expected, placed)],
        },
      ]
    })
  },
}

interface DatedDay {
  readonly date: WrittenDate
  readonly day: CalendarDay
  readonly placed: PlacedLine
}

/** The year of these may be stated elsewhere. */
function datesOfTimes(report: Report): readonly DatedDay[] {
  return findStatedTimes(report).flatMap(({ time, placed }) => {
    const { date } = time.written
    const day = localDay(time)
    return date === null || day === null || findWeekdayMismatch(time) === null ? [] : [{ date, day, placed }]
  })
}

const findFullDates = perReport(({ lines }: Report) => linesWithFullDates(lines).flatMap(fullDatesIn))

const linesWithFullDates = linesThat((placed) => fullDatesIn(placed).length > 0)

function fullDatesIn(placed: PlacedLine): readonly DatedDay[] {
  const { line, times } = placed
  if (line.kind === 'code' || line.kind === 'meta' || line.quoted) return []
  return times.flatMap(({ date }: WrittenTime) => {
    const [reading, other] = date?.readings ?? []
    // "It was found on Monday. 20 November 2026 …" are two sentences.
    if (date?.weekday == null || /day\.\s/i.test(date.text)) return []
    if (reading?.year == null || other !== undefined) return []
    return [{ date, day: { year: reading.year, month: reading.month, day: reading.day }, placed }]
  })
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
  day: CalendarDay,
  expected: number,
  placed: PlacedLine,
): readonly Fix[] {
  if (date.weekday === null) return []
  const ahead = (date.weekday - expected + 7) % 7
  const text = printDateLike(date, dayFromNumber(dayNumber(day) + (ahead > 3 ? ahead - 7 : ahead)))
  if (text === null) return []
  const { start, end } = spanPassage(date, placed)
  return [{ title: sentence`Write "${text}"`, preferred: false, edits: [{ start, end, text }] }]
}
