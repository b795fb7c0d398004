import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import { dayOf, findStatedTimes, timePassage } from './support/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const timeInFuture: Rule = {
  id: 'time-in-future',
  summary: 'What the timeline tells has happened.',
  explanation: prose`
    A time that is still to come is mistyped, most often in its year. Times of the timeline and of the
    outage are looked at, not due dates and plans, and only those whose date is certain. One day of grace is
    given, because it is tomorrow already somewhere.

    Reported once for each date.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('- 2024-05-10 14:00 - An alert was received.'), messages: [] },
      {
        text: `${report('- 2024-05-10 14:00 - An alert was received.')}\n## Tasks\n\n- Rotate the logs by 2099-01-01\n`,
        messages: [],
      },
    ],
    bad: [
      {
        text: report('- 2098-05-10 14:00 - An alert was received.'),
        messages: ['2098-05-10 is still to come. Correct the date.'],
      },
      {
        text: report(
          '- 2098-05-10 14:00 - An alert was received.\n- 15:10 - The disk was cleared.\n- 2098-05-11 09:00 - The logs were rotated.',
        ),
        messages: [
          '2098-05-10 is still to come. Correct the date.',
          '2098-05-11 is still to come. Correct the date.',
        ],
      },
    ],
  },
  check: (report, { now }) => {
    const reported = new Set<string>()
    return findStatedTimes(report).flatMap((stated): Problem[] => {
      const { time } = stated
      const day = dayOf(time)
      if (day === null || reported.has(day) || time.date.certainty !== 'certain') return []
      // Without a zone the clock may be fourteen hours ahead of UTC.
      const moment = time.instant ?? (time.wall ?? 0) - millisecondsPerDay
      if (moment <= now + millisecondsPerDay) return []
      reported.add(day)
      return [
        {
          message: sentence`${day} is still to come. Correct the date.`,
          range: timePassage(stated),
          fixes: [],
        },
      ]
    })
  },
}
