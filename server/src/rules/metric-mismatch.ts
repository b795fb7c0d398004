import { perReport } from '../checking/keptAnswers.ts'
import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { findStatedMetrics, type StatedMetric } from '../postmortem/fields/statedMetrics.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { isDurationConsistent } from '../time/repair/checks.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { describeDuration } from './support/describeDuration.ts'
import { countsOnlySomeHours } from './support/fixes/partialHours.ts'
import { writeDuration } from './support/fixes/writeDuration.ts'
import { findNamedMilestones, hasUnknownMilestones, type MilestoneKind } from './support/namedMilestones.ts'
import { findLabelledDetection } from './support/times/labelledDetection.ts'
import { isExplicit, isInEntry, spanPassage } from './support/times/statedTimes.ts'

const report = (metric: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n- First detected 2024-05-10 12:39\n- Incident declared 2024-05-10 12:54\n- Repaired 2024-05-10 15:10\n- Resolved 2024-05-10 15:56\n\n## Metrics\n\n- ${metric}\n`

/** Nobody records to the minute when something was noticed. */
const toleranceMinutes = 5

export const metricMismatch: Rule = {
  id: 'metric-mismatch',
  summary: 'A stated time to detect, repair or resolve matches the milestones.',
  explanation: prose`
    Times to detect, repair and resolve go into statistics, and are calculated by hand. Teams count them from
    different moments, so all of these are accepted: from the start, the detection or the declaration to the
    repair, the resolution or the end, and any two times listed beside the value. Only a value that matches none
    of them is reported.

    A value that counts only support, business or working hours is accepted if the line says so.

    If the report lists other milestones as well, or one of them twice, nothing is reported, because any of
    them may be meant. The fix writes the calculated value if there is only one; if there are several, the
    finding is an information.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('Time to repair: 2h 31m'), messages: [] },
      { text: report('Time to resolve: 3h 02m'), messages: [] },
      { text: report('Time to resolve: 1h 10m (support hours)'), messages: [] },
    ],
    bad: [
      {
        text: '# Postmortem\n\n## Timeline (UTC)\n\n- First detected 2024-05-10 12:39\n- Resolved 2024-05-10 15:56\n\n## Metrics\n\n- Time to resolve: 2h 17m\n',
        messages: [
          'The time to resolve is given as "2h 17m", but from 2024-05-10 12:39 to 2024-05-10 15:56 it is 3 hours 17 minutes. Correct it, or say which hours count.',
        ],
      },
      {
        text: report('Time to resolve: 35h 36m'),
        messages: [
          'The time to resolve is given as "35h 36m", but from 2024-05-10 12:39 to 2024-05-10 15:56 it is 3 hours 17 minutes. Correct it, or say which hours count.',
        ],
      },
      {
        text: report('Time to repair: 55m'),
        messages: [
          'The time to repair is given as "55m", but from 2024-05-10 12:54 to 2024-05-10 15:10 it is 2 hours 16 minutes. Correct it, or say which hours count.',
        ],
      },
    ],
  },
  check: (report) => findMetrics(report).flatMap((metric) => checkMetric(metric, report)),
}

interface Moment {
  readonly kind: MilestoneKind
  readonly time: ResolvedTime
  readonly passage: Passage
}

/** The milestones at which each metric may end, the usual one first. */
const ends: Readonly<Record<StatedMetric['kind'], readonly MilestoneKind[]>> = {
  detect: ['detected'],
  acknowledge: ['declared'],
  mitigate: ['mitigated', 'resolved'],
  resolve: ['resolved', 'mitigated'],
}

/** The milestones at which any metric may start. */
const starts: readonly MilestoneKind[] = ['start', 'detected', 'declared']

interface Interval {
  readonly from: Moment
  readonly to: Moment
  readonly minutes: number
}

function checkMetric(metric: StatedMetric, report: Report): readonly Problem[] {
  const { duration, placed, name, kind } = metric
  if (countsOnlySomeHours(placed.line.text)) return []
  const intervals = findIntervals(kind, report)
  const fits = ({ minutes }: Interval) =>
    isDurationConsistent(duration, minutes) || Math.abs(minutes - duration.minutes) <= toleranceMinutes
  if (intervals === null || intervals.length === 0 || intervals.some(fits)) return []
  if (isBetweenNearbyTimes(metric, report)) return []
  const distance = ({ minutes }: Interval) => Math.abs(minutes - duration.minutes)
  const [nearest, ...others] = [...intervals].sort((one, other) => distance(one) - distance(other))
  if (nearest === undefined) return []
  const isUnclear = others.some(({ minutes }) => minutes !== nearest.minutes)
  const range = spanPassage(duration, placed)
  const text = writeDuration(nearest.minutes, duration.text)
  return [
    {
      message: sentence`The ${nameWithin(name)} is given as "${range.text}", but from ${nearest.from.passage.text} to ${nearest.to.passage.text} it is ${describeDuration(nearest.minutes)}. Correct it, or say which hours count.`,
      range,
      related: [
        { message: sentence`From here`, range: nearest.from.passage },
        { message: sentence`To here`, range: nearest.to.passage },
      ],
      // Of several values only the team knows which one it counts.
      ...(isUnclear && { mild: true }),
      fixes: isUnclear
        ? []
        : [
            {
              title: sentence`Write "${text}"`,
              preferred: false,
              edits: [{ start: range.start, end: range.end, text }],
            },
          ],
    },
  ]
}

/** The name as written within a sentence: "time to resolve", but "TTR". */
function nameWithin(name: string): string {
  return /^TT[A-Z]$/.test(name) ? name : name.toLowerCase()
}

const findMetrics = perReport(({ lines }) => findStatedMetrics(lines))

/** Teams measure between moments of their own: a value that two times near it explain is not wrong. */
function isBetweenNearbyTimes({ duration, placed }: StatedMetric, { lines }: Report): boolean {
  const at = lines.indexOf(placed)
  const nearby = lines.slice(Math.max(0, at - maxLinesAround), at + maxLinesAround)
  const clocks = nearby.flatMap(({ times }) =>
    times.flatMap(({ clock }) => (clock === null ? [] : [clock.hour * 60 + (clock.minute ?? 0)])),
  )
  const distances = clocks.flatMap((from) => clocks.map((to) => (to - from + minutesPerDay) % minutesPerDay))
  return distances.some(
    (distance) => distance > 0 && Math.abs(distance - duration.minutes) <= toleranceMinutes,
  )
}

/** A list of key events is no longer than this, and the times of a whole timeline would explain anything. */
const maxLinesAround = 12
const minutesPerDay = 24 * 60

/** Null if any milestone or interval is uncertain, because it may be the one that was meant. */
function findIntervals(kind: StatedMetric['kind'], report: Report): readonly Interval[] | null {
  const moments = findMoments(report)
  if (hasUnknownMilestones(report) || hasDuplicates(report)) return null
  const intervals: Interval[] = []
  for (const to of moments.filter((moment) => ends[kind].includes(moment.kind))) {
    for (const from of moments.filter((moment) => starts.includes(moment.kind) && moment !== to)) {
      const distance = distanceBetween(from.time, to.time)
      if (distance === null || distance.certainty !== 'certain') return null
      // A repair before the detection is mistyped, or is another one than that which was measured.
      if (distance.minutes < 0 && from.kind !== 'declared') return null
      if (distance.minutes >= 0) intervals.push({ from, to, minutes: distance.minutes })
    }
  }
  return intervals
}

/** Two repairs, or the milestones of two incidents. */
function hasDuplicates(report: Report): boolean {
  const kinds = findNamedMilestones(report).map(({ kind }) => kind)
  return new Set(kinds).size < kinds.length
}

/** The named milestones, and the start and end of the outage if the summary states them. */
function findMoments(report: Report): readonly Moment[] {
  const { fields, timeline } = report
  const field = (kind: MilestoneKind, found: typeof fields.start): readonly Moment[] =>
    found === null || found.time.precision === 'day' || !isExplicit(found) || isInEntry(found, timeline)
      ? []
      : [{ kind, time: found.time, passage: found }]
  return [
    ...field('start', fields.start),
    ...field('resolved', fields.end),
    ...[findLabelledDetection(report)].flatMap((each) => each ?? []),
    ...findNamedMilestones(report).filter(({ time }) => time.precision !== 'day'),
  ]
}
