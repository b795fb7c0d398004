import type { Range } from '../postmortem/report.ts'
import { isDurationConsistent } from '../time/checks.ts'
import { distanceBetween } from '../time/order.ts'
import { formatDuration } from '../time/print.ts'
import { countsOnlySomeHours } from './fixes/partialHours.ts'
import { writeDuration } from './fixes/writeDuration.ts'
import { noOptions, type Rule } from './rule.ts'

const report = (duration: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- Duration: ${duration}\n\n## Timeline\n\nText.\n`

export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  summary: 'A stated duration is the time between the stated start and end.',
  explanation:
    'The duration is what gets copied into summaries and statistics, and it is the number that is worked out by hand. It is compared with the end minus the start, and may be rounded as it is written: "2 hours" stands for anything less than an hour off, "about" adds a tenth, "under" and "over" are taken at their word.\n\nA duration that counts support, business or working hours is let pass if the line says so.\n\nThe fix writes the computed duration.',
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('2 hours 15 minutes, from 14:00 to 16:15 UTC'), messages: [] },
      {
        text: report('4 hours (support hours), from 2024-05-10 16:00 to 2024-05-11 12:00 UTC'),
        messages: [],
      },
    ],
    bad: [
      {
        text: report('30 minutes, from 14:00 to 14:10 UTC'),
        messages: [
          'The outage is said to last "30 minutes", but from 14:00 to 14:10 UTC it is 10 minutes. Correct one of them, or say which hours count.',
        ],
      },
      {
        text: report('3h 10m, from 14:00 to 15:10 UTC'),
        messages: [
          'The outage is said to last "3h 10m", but from 14:00 to 15:10 UTC it is 1 hour 10 minutes. Correct one of them, or say which hours count.',
        ],
      },
    ],
  },
  check: ({ fields: { start, end, duration }, timeline }) => {
    if (start === null || end === null || duration?.passage == null || duration.written === null) return []
    const { passage, written, placed } = duration
    // An end that was taken from an entry may be the end of something else than what the duration counts.
    if (timeline.entries.some((entry) => isWithin(start, entry) || isWithin(end, entry))) return []
    const distance = distanceBetween(start.time, end.time)
    if (distance === null || distance.certainty !== 'certain' || distance.minutes < 0) return []
    if (start.time.precision === 'day' || end.time.precision === 'day') return []
    const stated = distance.approximate ? { ...written, approximate: true } : written
    if (isDurationConsistent(stated, distance.minutes) || countsOnlySomeHours(placed?.line.text ?? ''))
      return []
    const text = writeDuration(distance.minutes, passage.text)
    return [
      {
        message: `The outage is said to last "${passage.text}", but from ${clock(start.text)} to ${clock(end.text)} it is ${formatDuration(distance.minutes)}. Correct one of them, or say which hours count.`,
        range: passage,
        related: [
          { message: 'The start', range: start },
          { message: 'The end', range: end },
        ],
        fixes: [
          {
            title: `Write "${text}"`,
            preferred: false,
            edits: [{ start: passage.start, end: passage.end, text }],
          },
        ],
      },
    ]
  },
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** "from 14:00" as the first half of a range begins with a word that the message has as well. */
function clock(text: string): string {
  return text.replace(/^(?:from|at|since|between)\s+/i, '')
}
