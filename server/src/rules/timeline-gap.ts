import * as v from 'valibot'
import type { Problem, Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { describeDuration } from './support/describeDuration.ts'

interface Options {
  readonly minutes: number
  readonly factor: number
}

const positive = (initial: number, description: string) =>
  v.optional(v.pipe(v.number(), v.minValue(1), v.description(description)), initial)

/** With fewer steps, nobody can say which of them is unusually long. */
const minSteps = 3

const report = (timeline: string) =>
  `---\npostmortem:\n  rules:\n    timeline-gap: information\n---\n\n# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const timelineGap: Rule<Options> = {
  id: 'timeline-gap',
  summary: 'A timeline accounts for the time between detection and resolution.',
  explanation: prose`
    The hour in which nothing is recorded is often the one that teaches the most: waiting for somebody, or
    following a wrong path. It may also be a long build that there is nothing to say about, so this rule is
    off by default.

    The rule reports intervals between detection and resolution that are longer than both the configured
    minutes and the configured multiple of the median interval.
  `,
  severity: 'off',
  options: v.strictObject({
    minutes: positive(30, 'Shorter intervals are never reported.'),
    factor: positive(3, 'How many times longer than the median interval.'),
  }),
  examples: {
    good: [
      {
        text: report(
          '- 14:00 - An alert was received.\n- 14:10 - The team was paged.\n- 14:25 - The disk was found to be full.\n- 14:40 - The service was restored.',
        ),
        messages: [],
      },
      {
        text: report(
          '- 14:00 - An alert was received.\n- 15:00 - The team was paged.\n- 16:00 - The disk was found to be full.\n- 17:10 - The service was restored.',
        ),
        messages: [],
      },
    ],
    bad: [
      {
        text: report(
          '- 14:00 - An alert was received.\n- 14:10 - The team was paged.\n- 14:20 - The disk was found to be full.\n- 16:00 - The service was restored.',
        ),
        messages: [
          'Nothing is recorded for 1 hour 40 minutes after 14:20. Say what was done, or what was waited for.',
        ],
      },
      {
        text: report(
          '- 14:00 - An alert was received.\n- 15:00 - The team was paged.\n- 15:10 - The disk was found to be full.\n- 15:20 - The service was restored.',
        ),
        messages: ['Nothing is recorded for 1 hour after 14:00. Say what was done, or what was waited for.'],
      },
    ],
  },
  check: ({ timeline: { entries } }, { options }) => {
    const timed = entries.filter(({ time }) => time !== null && time.written.clock !== null)
    const first = timed.findIndex(({ facts }) => facts.includes('detection'))
    const last = timed.findLastIndex(({ facts }) => facts.includes('resolution'))
    if (first === -1 || last - first < minSteps) return []
    const steps = timed
      .slice(first, last)
      .map((entry, index) => intervalAfter(entry, timed[first + index + 1]))
    const lengths = steps.map(({ minutes }) => minutes).sort((one, other) => one - other)
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0
    const limit = Math.max(options.minutes, options.factor * median)
    return steps.flatMap(({ entry, next, minutes }): Problem[] => {
      if (minutes <= limit || entry.label === null || next?.label == null) return []
      return [
        {
          message: sentence`Nothing is recorded for ${describeDuration(minutes)} after ${entry.label.text}. Say what was done, or what was waited for.`,
          range: entry.label,
          related: [{ message: sentence`The next entry`, range: next.label }],
          fixes: [],
        },
      ]
    })
  },
}

interface Interval {
  readonly entry: TimelineEntry
  readonly next: TimelineEntry | undefined
  /** 0 if the interval is not certain. */
  readonly minutes: number
}

function intervalAfter(entry: TimelineEntry, next: TimelineEntry | undefined): Interval {
  const from = entry.time?.until ?? entry.time
  const distance = from == null || next?.time == null ? null : distanceBetween(from, next.time)
  return { entry, next, minutes: distance?.certainty === 'certain' ? distance.minutes : 0 }
}
