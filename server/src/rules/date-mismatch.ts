import { type Clock, type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { printDateLike } from '../time/repair/printDate.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'
import type { CalendarDay, WrittenDate } from '../time/written/written.ts'
import { findFarDueDates } from './support/times/farDueDates.ts'
import { findReportDateSlip } from './support/times/reportDateSlip.ts'
import { dayOf, spanPassage } from './support/times/statedTimes.ts'
import { findStraySlips } from './support/times/strayDates.ts'
import { findStrayYears } from './support/times/strayYears.ts'
import { findWindowDateSlip } from './support/times/windowDateSlip.ts'

export const dateMismatch: Rule = {
  id: 'date-mismatch',
  summary: 'The summary, the title and the timeline are about the same days.',
  explanation: prose`
    A report is often begun as a copy of the previous one, and January still writes last year. If the summary
    says that the outage was on 12 March, and every entry of the timeline is on 12 May, one of them is
    mistyped, and a reader cannot tell which.

    Dates are compared only if they are written in full, and a mismatch is reported only if a single part of
    the date explains it: the day, the month or the year. The summary is compared if no entry is near its
    start and end; the first and the last entry, if they are a month or a year away from all others although
    their clock times follow on; a day above some entries, if the timeline steps back to it and all other dates
    are in one other year; the date above the report, if it is exactly some years or, in a title, some
    months away. Without clock times that agree, a mismatch is only an information. Events that led up to an
    outage may be much older than it is.

    The date by which an open action item is due is compared with the incident: if there are ten years or more
    between the two and it is far ahead, its year is mistyped.

    A fix writes the date that would agree. Check first which of the two is right. If the title has the date of
    the summary, there is no fix, because the timeline is likelier to be wrong.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 2024-05-12 14:00 to 2024-05-12 15:40 UTC

          ## Timeline

          - 2024-03-12 09:00 UTC - The library was updated.
          - 2024-05-12 14:00 UTC - An alert was received.
          - 2024-05-12 15:40 UTC - The disk was cleared.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Outage on 12 May 2024

          ## Timeline (UTC)

          - 2024-05-12 14:00 - An alert was received.
          - 2024-05-12 15:40 - The disk was cleared.
          - 2024-06-12 10:00 - The new disk was delivered.

          ## Root Cause

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem

          ## Issue Summary

          - Duration: 2024-03-12 14:00 to 2024-03-12 15:40 UTC

          ## Timeline

          - 2024-05-12 14:00 UTC - An alert was received.
          - 2024-05-12 15:40 UTC - The disk was cleared.
        `,
        messages: [
          'The outage starts on 2024-03-12, but the timeline is dated 2024-05-12. Correct one of the two.',
        ],
      },
      {
        text: markdown`
          # Postmortem

          ## Timeline (UTC)

          - 2023-01-10 14:05 - An alert was received.
          - 2024-01-10 14:20 - The team was paged.
          - 2024-01-10 14:50 - The disk was found to be full.
          - 2024-01-10 15:40 - The disk was cleared.
        `,
        messages: ['This entry is dated 2023-01-10, but all others are dated 2024-01-10. Correct the date.'],
      },
      {
        text: markdown`
          # Outage on 10 January 2023

          ## Timeline (UTC)

          - 2024-01-10 14:05 - An alert was received.
          - 2024-01-10 15:40 - The disk was cleared.

          ## Root Cause

          Text.
        `,
        messages: [
          'The report is dated 2023-01-10, but the timeline is dated 2024-01-10. Correct one of the two.',
        ],
      },
      {
        text: markdown`
          # Outage on 10 January 2024

          ## Timeline (UTC)

          - 2024-01-10 14:05 - An alert was received.
          - 2024-01-10 15:40 - The disk was cleared.

          ## Action Items

          - Alert on a disk that is 80% full (due: 2042-02-01)
        `,
        messages: ['This is due in 2042, 18 years after the incident. Correct the year.'],
      },
    ],
  },
  check: (report, { isPast }) => {
    const window = checkWindow(report)
    const days =
      window.length > 0 ? window : [...checkStrays(report), ...checkYears(report), ...checkReportDate(report)]
    return [...days, ...checkDueDates(report, isPast)]
  },
}

function checkWindow(report: Report): readonly Problem[] {
  const slip = findWindowDateSlip(report)
  if (slip === null) return []
  const { start, end, entry, days, isCertain } = slip
  const edits = [
    ...writeDay(start.time.written.date, days.start, start.placed),
    ...(end === null ? [] : writeDay(end.time.written.date, days.end, end.placed)),
  ]
  return [
    {
      message: sentence`The outage starts on ${dayOf(start.time) ?? ''}, but the timeline is dated ${entry.time === null ? '' : (dayOf(entry.time) ?? '')}. Correct one of the two.`,
      ...(isCertain ? {} : { mild: true }),
      range: start,
      related: [{ message: sentence`The timeline`, range: entry.label ?? entry }],
      // With the title on its side, the summary is likelier to be right.
      fixes: isDatedAlike(report, start.time) ? [] : toFixes(edits),
    },
  ]
}

function isDatedAlike({ timeline }: Report, time: ResolvedTime): boolean {
  const day = localDay(time)
  return timeline.context.dates.some(
    ({ date: { readings }, source }) =>
      (source === 'title' || source === 'frontMatter') &&
      day !== null &&
      readings.some(
        ({ year, month, day: number }) => year === day.year && month === day.month && number === day.day,
      ),
  )
}

function checkStrays(report: Report): readonly Problem[] {
  return findStraySlips(report).map(({ time, placed, entry, other, day, isCertain }) => ({
    message: sentence`This entry is dated ${dayOf(time) ?? ''}, but all others are dated ${dayOf(other) ?? ''}. Correct the date.`,
    ...(isCertain ? {} : { mild: true as const }),
    range: entry.label ?? entry,
    fixes: toFixes(writeDay(time.written.date, day, placed)),
  }))
}

function checkYears(report: Report): readonly Problem[] {
  return findStrayYears(report).map(({ date, placed, stated, day }) => ({
    message: sentence`This day is in ${stated.year}, but all others are in ${day.year}. Correct the year.`,
    range: spanPassage(date, placed),
    fixes: toFixes(writeDay(date, day, placed)),
  }))
}

function checkReportDate(report: Report): readonly Problem[] {
  const slip = findReportDateSlip(report)
  if (slip === null) return []
  const { date, placed, stated, entry, day, isCertain } = slip
  return [
    {
      message: sentence`The report is dated ${stated}, but the timeline is dated ${entry.time === null ? '' : (dayOf(entry.time) ?? '')}. Correct one of the two.`,
      ...(isCertain ? {} : { mild: true }),
      range: spanPassage(date, placed),
      related: [{ message: sentence`The timeline`, range: entry.label ?? entry }],
      fixes: toFixes(writeDay(date, day, placed)),
    },
  ]
}

function checkDueDates(report: Report, isPast: Clock): readonly Problem[] {
  return findFarDueDates(report, isPast).map(({ due, year, years }) => ({
    message: sentence`This is due in ${year}, ${years} years after the incident. Correct the year.`,
    range: due,
    fixes: [],
  }))
}

function writeDay(date: WrittenDate | null, day: CalendarDay, placed: PlacedLine): readonly Edit[] {
  const text = date === null ? null : printDateLike(date, day)
  if (date === null || text === null || text === date.text) return []
  const { start, end } = spanPassage(date, placed)
  return [{ start, end, text }]
}

function toFixes(found: readonly Edit[]): readonly Fix[] {
  const edits = found.filter(({ start }, index) => found.findIndex((each) => each.start === start) === index)
  const [first] = edits
  if (first === undefined) return []
  const title =
    edits.length === 1
      ? sentence`Write "${first.text}"`
      : sentence`Write "${first.text}" and change the other dates to match`
  return [{ title, preferred: false, edits }]
}
