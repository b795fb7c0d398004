import { type Fix, noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinWithOr, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { dayNumber, isoDay } from '../time/written/calendar.ts'
import type { DateOrder, DateReading, WrittenDate } from '../time/written/written.ts'
import { findStatedTimes, type StatedTime, spanPassage } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const dateAmbiguous: Rule = {
  id: 'date-ambiguous',
  summary: 'Every date can be read in only one way.',
  explanation: prose`
    \`03/04/2024\` is 3 April in most of the world and March 4 in the United States. Something else may settle
    the order: another date that leaves no choice, such as \`27/02/2024\`, a date elsewhere in the report that
    fits only one reading, or the configuration. The rule then stays silent. \`2024-04-03\` and "3
    April 2024" are always clear.

    The rule reports once per document. Each fix rewrites all such dates in ISO 8601, in one of the possible
    orders.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: report('- 27/02/2024 14:00 - A release was made.\n- 03/04/2024 14:00 - An alert was received.'),
        messages: [],
      },
      {
        text: markdown`
          # Outage of 3 April 2024

          ## Timeline (UTC)

          - 03/04/2024 14:00 - An alert was received.

          ## Root Cause

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: report('- 03/04/2024 14:00 - An alert was received.'),
        messages: ['"03/04/2024" can mean 2024-04-03 or 2024-03-04. Write it in ISO 8601 format.'],
      },
      {
        text: report(
          '- 05-02-2022 9:55 AM - An alert was received.\n- 05-02-2022 11:20 AM - It was cleared.',
        ),
        messages: ['"05-02-2022" can mean 2022-02-05 or 2022-05-02. Write it in ISO 8601 format.'],
      },
    ],
  },
  check: (report) => {
    const ambiguous = findStatedTimes(report).filter(isAmbiguous)
    const [first] = ambiguous
    const date = first?.time.written.date
    if (first === undefined || date == null || isSettled(ambiguous, report)) return []
    const texts = date.readings.flatMap((reading) => toIso(reading) ?? [])
    return [
      {
        message: sentence`"${date.text}" can mean ${joinWithOr(texts)}. Write it in ISO 8601 format.`,
        range: spanPassage(date, first.placed),
        fixes: date.readings.map(({ order }) => writeAll(order, ambiguous)),
      },
    ]
  },
}

function isAmbiguous({ time }: StatedTime): boolean {
  const { date } = time.written
  return (
    date !== null &&
    date.readings.length > 1 &&
    date.weekday === null &&
    date.readings.every(({ year }) => year !== null) &&
    time.date.certainty !== 'certain'
  )
}

/**
 * True if dates that leave no choice are all written in one order, or if exactly one reading of every ambiguous date is
 * within a day of such a date.
 */
function isSettled(ambiguous: readonly StatedTime[], { lines }: Report): boolean {
  const dates = lines.flatMap((placed) =>
    placed.times.flatMap(({ date, until }) => [date, until?.date ?? null]),
  )
  const clear = dates.flatMap((date) => (date?.readings.length === 1 ? [date] : []))
  const orders = new Set(clear.filter(isInNumbers).map(({ readings }) => readings[0]?.order))
  if (orders.size === 1) return true
  const days = clear.flatMap(({ readings }) => dayNumbersOf(readings[0]))
  return ambiguous.every(({ time }) => {
    const { date } = time.written
    const nearby = date?.readings.filter((reading) =>
      dayNumbersOf(reading).some((number) => days.some((day) => Math.abs(day - number) <= 1)),
    )
    return nearby?.length === 1
  })
}

/** "28/08/2018"; but not "02/02/2018", which has no order. */
function isInNumbers({ text, readings: [reading] }: WrittenDate): boolean {
  return reading?.day !== reading?.month && /^\d{1,2}([/.-])\d{1,2}\1(?:\d{2}){1,2}$/.test(text)
}

function dayNumbersOf(reading: DateReading | undefined): readonly number[] {
  return reading?.year == null ? [] : [dayNumber({ ...reading, year: reading.year })]
}

function toIso({ year, month, day }: DateReading): string | null {
  return year === null ? null : isoDay({ year, month, day })
}

function writeAll(order: DateOrder, ambiguous: readonly StatedTime[]): Fix {
  const edits = ambiguous.flatMap(({ time, placed }) => {
    const date: WrittenDate | null = time.written.date
    const reading = date?.readings.find((each) => each.order === order)
    const text = reading === undefined ? null : toIso(reading)
    if (date === null || text === null) return []
    const { start, end } = spanPassage(date, placed)
    return [{ start, end, text }]
  })
  const first = edits[0]?.text ?? ''
  return {
    title:
      edits.length === 1
        ? sentence`Write "${first}"`
        : sentence`Write "${first}" and change the other dates to match`,
    preferred: false,
    edits,
  }
}
