import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { groupBy } from '../lists/groupBy.ts'
import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { padsHours, printClockLike } from '../time/repair/print.ts'
import type { WrittenClock } from '../time/written/written.ts'
import { findMixedZone } from './support/times/mixedZone.ts'
import { findStatedTimes, type StatedTime, spanPassage } from './support/times/statedTimes.ts'

const reportOf = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const timeFormatMixed: Rule = {
  id: 'time-format-mixed',
  summary: 'All times of a timeline are written in one format and one time zone.',
  explanation: prose`
    If \`07:30am\` appears above \`16:22\`, readers wonder whether each time without "am" or "pm" lacks one.
    The rule compares 12-hour with 24-hour clocks, and the separators between hours and minutes.

    It reports once, at the first time that differs from most others.

    The first entry in another time zone than most is reported as well, unless a line of the report names both
    zones, an entry gives its time in both, or the entry tells of local time or an office.

    The fix writes all of them in the most common format, but in no other zone. It is not offered if a time such as \`7:30\` could
    be in the morning or in the evening.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      { text: reportOf('- 6 PM - A release was made.\n- 6:30 PM - An alert was received.'), messages: [] },
      {
        text: reportOf('- 14:05 - An alert was received.\n- 15:10:30 - The disk was cleared.'),
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem

          ## Timeline

          - 14:05 UTC - An alert was received.
          - 14:20 UTC - The team was paged.
          - 06:35 PST - The disk was cleared.
        `,
        messages: [
          '"06:35 PST" is in another time zone than most entries. Write it in UTC, or say why there are two.',
        ],
      },
      {
        text: reportOf(
          '- 14:05 - An alert was received.\n- 14:20 - The team was paged.\n- 4:22 pm - The disk was cleared.',
        ),
        messages: ['"4:22 pm" is not written like the other times. Write it like "14:05".'],
      },
      {
        text: reportOf(
          '- 14:05 - An alert was received.\n- 14:20 - The team was paged.\n- 16h22 - The disk was cleared.',
        ),
        messages: ['"16h22" is not written like the other times. Write it like "14:05".'],
      },
    ],
  },
  check: (report) => [...checkFormats(report), ...checkZones(report)],
}

function checkZones(report: Report): readonly Problem[] {
  const mixed = findMixedZone(report)
  if (mixed === null) return []
  const { first, others, common } = mixed
  return [
    {
      message: sentence`"${first.text}" is in another time zone than most entries. Write it in ${common}, or say why there are two.`,
      range: first,
      related: others.map((range) => ({ message: sentence`This one as well`, range })),
      fixes: [],
    },
  ]
}

function checkFormats(report: Report): readonly Problem[] {
  const clocks = findStatedTimes(report).flatMap((stated) => toClock(stated) ?? [])
  const styles = groupBy(clocks, ({ style }) => style)
  const [most = []] = [...styles.values()].sort((one, other) => other.length - one.length)
  const odd = clocks.filter(({ style }) => style !== most[0]?.style)
  const model = most.find(({ clock }) => clock.precision === 'minute') ?? most[0]
  const [first] = odd
  if (first === undefined || model === undefined) return []
  return [
    {
      message: sentence`"${first.clock.text}" is not written like the other times. Write it like "${model.clock.text}".`,
      range: spanPassage(first.clock, first.placed),
      related: odd.slice(1).map(({ clock, placed }) => ({
        message: sentence`This one as well`,
        range: spanPassage(clock, placed),
      })),
      fixes: writeLike(
        model.clock,
        odd,
        padsHours(most.map(({ clock }) => clock)),
        most.length >= 2 * odd.length,
      ),
    },
  ]
}

interface PlacedClock extends Pick<StatedTime, 'placed'> {
  readonly clock: WrittenClock
  readonly style: string
}

/** Null for words such as "noon", and for times with another problem: they have no style. */
function toClock({ time, placed, entry }: StatedTime): PlacedClock | null {
  const { clock, problems } = time.written
  if (entry === null || clock === null || time.wall === null || clock.meridiemIsImplied) return null
  if (!/^\d/.test(clock.text) || problems.some(({ kind }) => kind !== 'ordinal-wrong')) return null
  const separator = /^\d{1,2}\s?([:.hH])\s?\d/.exec(clock.text)?.[1]?.toLowerCase()
  const isBare = /^\d{4}/.test(clock.text)
  const hours = clock.meridiem === null ? '24' : '12'
  // "6 PM" has no separator and counts as having the usual one.
  const between = separator ?? (isBare ? 'none' : ':')
  return { clock, placed, style: `${hours} ${between}` }
}

function writeLike(
  model: WrittenClock,
  odd: readonly PlacedClock[],
  padHour: boolean,
  isMajority: boolean,
): readonly Fix[] {
  const isUncertain = odd.some(
    ({ clock }) =>
      (model.meridiem !== null && clock.meridiem === null && clock.hour >= 1 && clock.hour <= 12) ||
      (clock.precision === 'second' && model.precision !== 'second'),
  )
  if (isUncertain) return []
  const edits = odd.map(({ clock, placed }) => {
    const { start, end } = spanPassage(clock, placed)
    return { start, end, text: printClockLike(model, clock, padHour) }
  })
  return [{ title: sentence`Write all times like "${model.text}"`, preferred: true, safe: isMajority, edits }]
}
