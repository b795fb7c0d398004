import { noOptions, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Source } from '../postmortem/lines/sourceLine.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { describeDuration } from './support/describeDuration.ts'
import { suggestDates } from './support/fixes/suggestDates.ts'
import { isExplicit, isInEntry } from './support/times/statedTimes.ts'

const report = (duration: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- Duration: ${duration}\n\n## Timeline\n\nText.\n`

export const endBeforeStart: Rule = {
  id: 'end-before-start',
  summary: 'An outage ends after it starts.',
  explanation: prose`
    One of the two is mistyped, most often in the year or the day, and everything calculated from them is
    wrong as well. Without dates, an end before the start is taken to be on the next day.

    If changing one digit puts the two in order, and no other change does, the fix makes that change.
  `,
  severity: 'error',
  options: noOptions,
  examples: {
    good: [
      { text: report('23:50 to 00:20 UTC'), messages: [] },
      { text: report('2024-12-31 23:50 to 2025-01-01 00:20 UTC'), messages: [] },
    ],
    bad: [
      {
        text: report('2024-01-10 14:00 UTC to 2023-01-10 15:30 UTC'),
        messages: [
          'The outage ends 364 days 22 hours 30 minutes before it starts. Correct the start or the end.',
        ],
      },
      {
        text: report('2024-05-10 14:00 UTC to 2024-05-10 12:30 UTC'),
        messages: ['The outage ends 1 hour 30 minutes before it starts. Correct the start or the end.'],
      },
    ],
  },
  check: (report) => {
    const { timeline } = report
    const { start, end } = report.fields
    if (start === null || end === null || !isExplicit(start) || !isExplicit(end)) return []
    // `timeline-order` checks the order of the entries.
    if (isInEntry(start, timeline) || isInEntry(end, timeline)) return []
    const distance = distanceBetween(start.time, end.time)
    if (distance === null || distance.certainty !== 'certain' || distance.approximate) return []
    // A date without a time of day may mean any hour of that day.
    const isWholeDay = start.time.precision === 'day' || end.time.precision === 'day'
    if (distance.minutes >= 0 || (isWholeDay && distance.minutes > -1440)) return []
    // A date alone, far from the other time, may be that of the report.
    if (isWholeDay && areApart(start, end, report.source)) return []
    const steps = [start, end].map(({ time, placed }) => ({
      step: { kind: 'time', time: { ...time.written, until: null } } as const,
      placed,
    }))
    return [
      {
        message: sentence`The outage ends ${describeDuration(distance.minutes)} before it starts. Correct the start or the end.`,
        range: end,
        related: [{ message: sentence`The start`, range: start }],
        fixes: suggestDates(steps, { ...timeline.context, window: null }),
      },
    ]
  },
}

const maxLinesApart = 5

function areApart(one: Range, other: Range, source: Source): boolean {
  const [from, to] = [Math.min(one.start, other.start), Math.max(one.start, other.start)]
  return source.slice(from, to).split('\n').length > maxLinesApart
}
