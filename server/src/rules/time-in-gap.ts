import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { writeOffset } from './support/fixes/writeOffset.ts'
import { dayOf, findStatedTimes, timePassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

export const timeInGap: Rule = {
  id: 'time-in-gap',
  summary: 'No time falls in the hour that is skipped when clocks go forward.',
  explanation: prose`
    On one night of the year the clocks go forward, and an hour does not exist. A time in that hour was read
    from a clock that had not been changed, or is in a different zone from the one stated.

    Only zones that are regions (\`Europe/Paris\`, "Eastern time") and have a certain date are checked; CET
    and CEST already say which of the two applies.

    The fix writes the offset that an unchanged clock would still have shown.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('- 2024-03-10 03:30 ET - An alert was received.'), messages: [] },
      { text: report('- 2024-03-10 02:30 EST - An alert was received.'), messages: [] },
    ],
    bad: [
      {
        text: report('- 2024-03-10 02:30 ET - An alert was received.'),
        messages: [
          '02:30 did not exist in ET on 2024-03-10: the clocks were put forward. Correct the time, or write its offset from UTC.',
        ],
      },
      {
        text: report('All times in Europe/Paris.\n\n- 2024-03-31 02:15 - An alert was received.'),
        messages: [
          '02:15 did not exist in Europe/Paris on 2024-03-31: the clocks were put forward. Correct the time, or write its offset from UTC.',
        ],
      },
    ],
  },
  check: (report) =>
    findStatedTimes(report).flatMap((stated): Problem[] => {
      const { time } = stated
      const { clock } = time.written
      if (time.daylight?.kind !== 'gap' || clock === null || time.instant === null) return []
      const day = dayOf(time)
      if (day === null || time.date.certainty !== 'certain' || time.zone.certainty !== 'certain') return []
      const zone = time.zone.written?.text
      const where = zone === undefined ? sentence`in its zone` : sentence`in ${zone}`
      return [
        {
          message: sentence`${clock.text} did not exist ${where} on ${day}: the clocks were put forward. Correct the time, or write its offset from UTC.`,
          range: timePassage(stated),
          fixes: writeOffset(stated, [time.instant]),
        },
      ]
    }),
}
