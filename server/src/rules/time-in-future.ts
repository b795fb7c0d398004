import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import { dayOf, findStatedTimes, timePassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const timeInFuture: Rule = {
  id: 'time-in-future',
  summary: 'Everything in the timeline has already happened.',
  explanation: prose`
    A time in the future is mistyped, most often in its year. The times of the timeline and of the outage are
    checked, not due dates and plans, and only if their date is certain. One day of grace is given, because
    somewhere it is already tomorrow.

    Each date is reported once.
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
        messages: ['2098-05-10 is in the future. Correct the date.'],
      },
      {
        text: report(
          '- 2098-05-10 14:00 - An alert was received.\n- 15:10 - The disk was cleared.\n- 2098-05-11 09:00 - The logs were rotated.',
        ),
        messages: [
          '2098-05-10 is in the future. Correct the date.',
          '2098-05-11 is in the future. Correct the date.',
        ],
      },
    ],
  },
  check: (report, { isPast }) => {
    const reported = new Set<string>()
    return findStatedTimes(report).flatMap((stated): Problem[] => {
      const { time } = stated
      const day = dayOf(time)
      if (day === null || reported.has(day) || time.date.certainty !== 'certain') return []
      // A clock without a zone may be up to fourteen hours ahead of UTC.
      const moment = time.instant ?? (time.wall ?? 0) - millisecondsPerDay
      if (isPast(moment - millisecondsPerDay)) return []
      reported.add(day)
      return [
        {
          message: sentence`${day} is in the future. Correct the date.`,
          range: timePassage(stated),
          fixes: [],
        },
      ]
    })
  },
}
