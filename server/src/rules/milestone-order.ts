import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { suggestDates } from './support/fixes/suggestDates.ts'
import { findNamedMilestones, type MilestoneKind, type NamedMilestone } from './support/namedMilestones.ts'
import { findLabelledDetection } from './support/times/labelledDetection.ts'
import { findLateDetection } from './support/times/lateDetection.ts'
import { isEndOfOutage } from './support/times/statedTimes.ts'

const report = (timeline: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n\n## Root Cause\n\nText.\n`

/**
 * The pairs that have a fixed order. An incident may be declared at any time after its start, even once it is
 * over.
 */
const orders: readonly Order[] = [
  {
    first: 'start',
    second: 'detected',
    reversedMessage: (second, first) =>
      sentence`The incident is detected at ${second}, before it starts at ${first}. Correct one of the two.`,
  },
  {
    first: 'start',
    second: 'declared',
    reversedMessage: (second, first) =>
      sentence`The incident is declared at ${second}, before it starts at ${first}. Correct one of the two.`,
  },
  {
    first: 'start',
    second: 'mitigated',
    reversedMessage: (second, first) =>
      sentence`The incident is mitigated at ${second}, before it starts at ${first}. Correct one of the two.`,
  },
  {
    first: 'start',
    second: 'resolved',
    reversedMessage: (second, first) =>
      sentence`The incident is resolved at ${second}, before it starts at ${first}. Correct one of the two.`,
  },
  {
    first: 'detected',
    second: 'mitigated',
    reversedMessage: (second, first) =>
      sentence`The incident is mitigated at ${second}, before it is detected at ${first}. Correct one of the two.`,
  },
  {
    first: 'detected',
    second: 'resolved',
    reversedMessage: (second, first) =>
      sentence`The incident is resolved at ${second}, before it is detected at ${first}. Correct one of the two.`,
  },
]

interface Order {
  readonly first: keyof typeof firstMessages
  readonly second: MilestoneKind
  readonly reversedMessage: (second: string, first: string) => Sentence
}

const firstMessages = { start: sentence`It starts`, detected: sentence`It is detected` }

export const milestoneOrder: Rule = {
  id: 'milestone-order',
  summary: 'An incident starts, is detected and is resolved, in that order.',
  explanation: prose`
    Lists of milestones, such as "First detected", "Incident declared" and "Resolved", have an order of their
    own and are not sorted by time. But an incident cannot be resolved before it was detected: one of the
    times is mistyped, most often in its year or its day. An incident may be declared at any time after it
    starts, even once it is over.

    Only milestones listed under their plain names are checked, and only if each appears once, as are a start,
    a "Detected" and an end after their labels in the summary. Entries that begin with their time are
    left to \`timeline-order\`, unless the first alert comes after the entry that says that the incident is
    resolved.

    If changing a single digit of a date restores the order, and no other change does, the fix makes that
    change.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: report(
          '- First detected 2024-05-10 12:39\n- Incident declared 2024-05-10 16:10\n- Resolved 2024-05-10 15:56',
        ),
        messages: [],
      },
      { text: report('- Detected at 12:39\n- Resolved at 15:56'), messages: [] },
    ],
    bad: [
      {
        text: report(
          '- First detected 2024-01-10 12:39\n- Incident declared 2024-01-10 12:54\n- Resolved 2023-01-10 15:56',
        ),
        messages: [
          'The incident is resolved at 2023-01-10 15:56, before it is detected at 2024-01-10 12:39. Correct one of the two.',
        ],
      },
      {
        text: report('- Detected at 12:39\n- Resolved at 11:56'),
        messages: [
          'The incident is resolved at 11:56, before it is detected at 12:39. Correct one of the two.',
        ],
      },
      {
        text: report(
          '- 11:50 - A release was made.\n- 11:56 - Incident resolved.\n- 12:39 - An alert fired.',
        ),
        messages: [
          'The incident is resolved at 11:56, before it is detected at 12:39. Correct one of the two.',
        ],
      },
    ],
  },
  check: (report) => {
    const listed = findNamedMilestones(report).filter(({ isNameFirst }) => isNameFirst)
    const named = [...checkOrder(listed, report), ...checkOrder(findLabelled(report), report)]
    const late = findLateDetection(report)
    return named.length > 0 || late === null ? named : checkOrder([late.over, late.detected], report)
  },
}

function checkOrder(milestones: readonly NamedMilestone[], report: Report): readonly Problem[] {
  const isOnce = new Set(milestones.map(({ kind }) => kind)).size === milestones.length
  if (!isOnce) return []
  const reported = new Set<NamedMilestone>()
  return orders.flatMap((order): Problem[] => {
    const earlier = milestones.find(({ kind }) => kind === order.first)
    const later = milestones.find(({ kind }) => kind === order.second)
    if (earlier === undefined || later === undefined || reported.has(later)) return []
    if (!comesBefore(later, earlier)) return []
    reported.add(later)
    return [describe(order, earlier, later, report)]
  })
}

/** A detection after its label, with the stated start and end. Whether these are in order, `end-before-start` checks. */
function findLabelled(report: Report): readonly NamedMilestone[] {
  const detection = findLabelledDetection(report)
  if (detection === null) return []
  const { start, end } = report.fields
  const field = (kind: MilestoneKind, found: typeof start): readonly NamedMilestone[] =>
    found === null || !isEndOfOutage(found, report)
      ? []
      : [{ kind, time: found.time, passage: found, isNameFirst: true }]
  const [from, to] = [field('start', start), field('resolved', end)]
  const isReversed = from[0] !== undefined && to[0] !== undefined && comesBefore(to[0], from[0])
  return isReversed ? [] : [...from, detection, ...to]
}

function comesBefore(one: NamedMilestone, other: NamedMilestone): boolean {
  const distance = distanceBetween(other.time, one.time)
  if (distance === null || distance.certainty !== 'certain' || distance.approximate) return false
  const isDay = one.time.precision === 'day' || other.time.precision === 'day'
  return isDay ? distance.minutes <= -1440 : distance.minutes < 0
}

function describe(
  { first, reversedMessage }: Order,
  earlier: NamedMilestone,
  later: NamedMilestone,
  report: Report,
): Problem {
  const { steps, context } = report.timeline
  const pair = [earlier, later].flatMap(({ passage }) =>
    steps.filter(({ entry }) => entry?.label?.start === passage.start).slice(0, 1),
  )
  return {
    message: reversedMessage(later.passage.text, earlier.passage.text),
    range: later.passage,
    related: [{ message: firstMessages[first], range: earlier.passage }],
    fixes: suggestDates(pair, { ...context, window: null }),
  }
}
