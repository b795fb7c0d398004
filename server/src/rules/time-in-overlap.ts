import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { writeOffset } from './support/fixes/writeOffset.ts'
import { dayOf, findStatedTimes, timePassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

export const timeInOverlap: Rule = {
  id: 'time-in-overlap',
  summary: 'A time in the hour that repeats when clocks go back is unambiguous.',
  explanation: prose`
    On one night of the year the clocks go back, and an hour occurs twice. The rule stays silent if the
    entries before and after leave only one of the two possible. Otherwise every interval that begins or ends
    there may be an hour off.

    Only zones that are regions (\`Europe/Paris\`, "Eastern time") and have a certain date are checked; CET
    and CEST already say which of the two applies.

    The fixes write the offset of the first or the second occurrence.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('- 2024-11-03 01:30 EDT - An alert was received.'), messages: [] },
      {
        text: report(
          '- 2024-11-03 06:40 UTC - An alert was received.\n- 2024-11-03 01:45 ET - The disk was cleared.\n- 2024-11-03 07:00 UTC - Done.',
        ),
        messages: [],
      },
    ],
    bad: [
      {
        text: report('- 2024-11-03 01:30 ET - An alert was received.'),
        messages: [
          '01:30 occurred twice in ET on 2024-11-03: the clocks were put back. Write its offset from UTC.',
        ],
      },
      {
        text: report('All times in Europe/Paris.\n\n- 2024-10-27 02:15 - An alert was received.'),
        messages: [
          '02:15 occurred twice in Europe/Paris on 2024-10-27: the clocks were put back. Write its offset from UTC.',
        ],
      },
    ],
  },
  check: (report) =>
    findStatedTimes(report).flatMap((stated): Problem[] => {
      const { time } = stated
      const { clock } = time.written
      if (time.daylight?.kind !== 'overlap' || time.daylight.isSettled || clock === null) return []
      const day = dayOf(time)
      if (day === null || time.date.certainty !== 'certain' || time.zone.certainty !== 'certain') return []
      const zone = time.zone.written?.text
      const where = zone === undefined ? sentence`in its zone` : sentence`in ${zone}`
      return [
        {
          message: sentence`${clock.text} occurred twice ${where} on ${day}: the clocks were put back. Write its offset from UTC.`,
          range: timePassage(stated),
          fixes: writeOffset(stated, time.daylight.instants),
        },
      ]
    }),
}
