import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sortTimeline } from '../editing/sortTimeline.ts'
import { sentence } from '../messages/sentence.ts'
import { withComputed } from '../postmortem/lines/computed.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { findStepsBack } from '../time/resolved/order.ts'
import { localDay } from '../time/resolved/resolved.ts'
import { dayNumber } from '../time/written/calendar.ts'
import { suggestClocks, suggestDates } from './support/fixes/suggestDates.ts'
import { linesWhere } from './support/linesWhere.ts'
import { isListedMilestone } from './support/namedMilestones.ts'
import { findTimelineLists, isHalfOfDayKnown } from './support/timelineLists.ts'
import { findStrayYears } from './support/times/strayYears.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (all times in UTC)\n\n${timeline}\n`

export const timelineOrder: Rule = {
  id: 'timeline-order',
  summary: 'The entries of a timeline are in chronological order.',
  explanation: prose`
    A step back in time is either a misplaced row or, more often, a wrong digit: the hour before the clocks
    changed, the day before midnight, the year before January. Both make readers doubt the rest.

    Midnight may pass without a date, as long as the clock falls back by twelve hours or more, or a line such
    as "Next day" says so. Approximate times may overlap a little. If no time says which half of the day it is
    in, noon may pass as well. A list of milestones, such as "First detected" and "Resolved", has an order of
    its own and is left to \`milestone-order\`. Each list is checked separately: a report on two incidents has
    two timelines. Times whose zones leave their order open are ignored, and so are a list with the newest
    entry first and a timeline that says that it is not chronological.

    One fix sorts the entries. It moves them whole, byte for byte, keeps equal times in their order, and is
    offered only if every entry has a certain place. Another writes the date or the time that was meant, if
    changing a single digit, or the same digit in a run of entries, restores the order and nothing else does.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: report(
          '- 14:05 - An alert was received.\n- 14:05 - The team was paged.\n- 15:40 - The disk was cleared.',
        ),
        messages: [],
      },
      {
        text: report('- 10 May 2024, 23:50 - An alert was received.\n- 00:10 - The disk was cleared.'),
        messages: [],
      },
    ],
    bad: [
      {
        text: report(
          '- 14:05 - An alert was received.\n- 15:40 - The disk was found to be full.\n- 13:50 - The disk was cleared.',
        ),
        messages: ['The timeline steps back from 15:40 to 13:50. Sort it, or correct the time.'],
      },
      {
        text: report(
          '- 2024-05-10 14:05 - An alert was received.\n- 2023-05-10 14:30 - The disk was cleared.',
        ),
        messages: [
          'The timeline steps back from 2024-05-10 14:05 to 2023-05-10 14:30. Sort it, or correct the time.',
        ],
      },
    ],
  },
  check: (report) => {
    if (!isHalfOfDayKnown(report.timeline.steps) || isOrderExplained(report)) return []
    const newDays = linesOfNewDay(report).map(({ range }) => range.start)
    const back = findTimelineLists(report).flatMap((list) => {
      // `date-mismatch` says which day is in the wrong year, and sorting would keep it there.
      const steps = findCertainStepsBack(
        list.filter((entry) => !isInStrayYear(entry, report)),
        newDays,
      )
      return isNewestFirst(list, steps.length) ? [] : steps
    })
    let fixes: readonly Fix[] | undefined
    return back.map(([label, previous]): Problem => {
      const problem = {
        message: sentence`The timeline steps back from ${previous.text} to ${label.text}. Sort it, or correct the time.`,
        range: label,
        related: [{ message: sentence`The previous entry`, range: previous }],
      }
      return withComputed(problem, {
        fixes: () => {
          fixes ??= findFixes(report)
          return fixes
        },
      })
    })
  },
}

function isInStrayYear({ time }: TimelineEntry, report: Report): boolean {
  const day = time === null ? null : localDay(time)
  return day !== null && findStrayYears(report).some(({ stated }) => dayNumber(stated) === dayNumber(day))
}

/** The author knows about it: "This is why the event seems out of chronological order." */
function isOrderExplained(report: Report): boolean {
  const timelines = report.sections.filter(({ id }) => id === 'timeline')
  return linesAboutOrder(report).some((placed) => {
    const { start } = placed.range
    return timelines.some((section) => section.start <= start && start < section.end)
  })
}

const linesAboutOrder = linesWhere(({ text }) =>
  /\bchronological|\bout of order\b|\b(?:newest|latest|most recent) first\b/i.test(text),
)

/**
 * "Next day", "1/30": a line above which a day ends, although no date can be read from it. At "(separately) T+0", a second
 * clock begins to count.
 */
const linesOfNewDay = linesWhere(({ text, cells: [cell] }) =>
  /^[^\p{L}\p{N}]{0,8}(?:\p{L}[\p{L} ]{2,20}[):,]{0,2} )?T ?\+? ?0(?![\d.:])|^[^\p{L}\p{N}]{0,8}(?:(?:the )?(?:next|following) (?:day|morning)|day \d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)[^\p{L}\p{N}]{0,8}$/iu.test(
    cell?.text ?? text,
  ),
)

function isNewestFirst(list: readonly TimelineEntry[], stepsBack: number): boolean {
  const timed = list.filter(({ time }) => time !== null).length
  return timed > 2 && stepsBack === timed - 1
}

/** Pairs of labels: the entry that steps back, then the later entry above it. */
function findCertainStepsBack(
  list: readonly TimelineEntry[],
  newDays: readonly number[],
): readonly (readonly [Passage, Passage])[] {
  const entries = list.filter(({ time }) => time !== null)
  let next = 0
  const hasHalves = entries.some(({ time }) => time?.written.clock?.meridiem != null)
  return findStepsBack(entries.flatMap(({ time }) => time ?? [])).flatMap(
    ({ index, previousIndex, certainty }) => {
      const entry = entries[index]
      const previous = entries[previousIndex]
      if (certainty !== 'certain' || entry?.label == null || previous?.label == null) return []
      if (isListedMilestone(entry) || isListedMilestone(previous)) return []
      // Steps and lines are in the same order, so each line is looked at once.
      while ((newDays[next] ?? entry.start) < previous.start) next += 1
      if ((newDays[next] ?? entry.end) <= entry.start) return []
      if (hasHalves && (hasOpenHalf(entry) || hasOpenHalf(previous))) return []
      if (isPastNoon(previous, entry, entries) || goesOnAfter(entry, previous)) return []
      return [[entry.label, previous.label] as const]
    },
  )
}

/** "21:00 – 12:00: nobody watched" may stand below 21:21, because it sums up what comes before and after. */
function goesOnAfter({ time }: TimelineEntry, previous: TimelineEntry): boolean {
  const end = time?.until?.wall ?? null
  const before = previous.time?.wall ?? null
  return end !== null && before !== null && end > before
}

/** In a list in which some clocks say "am" or "pm", `1:05` may be either. */
function hasOpenHalf({ time }: TimelineEntry): boolean {
  const clock = time?.written.clock
  return clock?.meridiem === null && clock.hour >= 1 && clock.hour <= 12
}

const maxHoursPastNoon = 6

/**
 * After `11:57`, a `1:17` is in the afternoon if no clock of the list is that of a day of 24 hours: none is later than
 * `12:59`, and no hour is written with a zero.
 */
function isPastNoon(
  previous: TimelineEntry,
  entry: TimelineEntry,
  entries: readonly TimelineEntry[],
): boolean {
  const [from, to] = [previous.time?.written.clock, entry.time?.written.clock]
  if (from == null || to == null || !hasOpenHalf(entry) || !hasOpenHalf(previous)) return false
  const hours = to.hour + 12 - from.hour
  return (
    from.hour >= 9 &&
    hours >= 0 &&
    hours <= maxHoursPastNoon &&
    entries.every(({ time }) => {
      const clock = time?.written.clock
      return clock == null || (clock.hour <= 12 && !clock.text.startsWith('0'))
    })
  )
}

function findFixes(report: Report): readonly Fix[] {
  const { steps, context } = report.timeline
  const dates = suggestDates(steps, context)
  const corrections = dates.length > 0 ? dates : suggestClocks(steps, context)
  const sorting = sortTimeline(report)
  if (sorting.kind === 'refused' || !sorting.isInOrder || sorting.edits.length === 0) return corrections
  return [...corrections, { title: sentence`Sort the timeline`, preferred: false, edits: sorting.edits }]
}
