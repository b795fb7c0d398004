import { type Fix, noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinWithOr, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { dayNumber } from '../time/written/calendar.ts'
import type { DateOrder, DateReading, WrittenDate } from '../time/written/written.ts'
import { findStatedTimes, type StatedTime, spanPassage } from './support/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

export const dateAmbiguous: Rule = {
  id: 'date-ambiguous',
  summary: 'A date can be read in one way only.',
  explanation: prose`
    \`03/04/2024\` is the third of April in most of the world and the fourth of March in the United States.
    Another date of the list that leaves no choice, such as \`27/02/2024\`, settles the order for all, and so
    do a date elsewhere in the report that only one reading fits, and the configuration. \`2024-04-03\` and "3
    April 2024" are always clear.

    Reported once a document. The fixes write all such dates of the report as ISO 8601, in one of the
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
        messages: ['"03/04/2024" can be 2024-04-03 or 2024-03-04. Write it as ISO 8601.'],
      },
      {
        text: report(
          '- 05-02-2022 9:55 AM - An alert was received.\n- 05-02-2022 11:20 AM - It was cleared.',
        ),
        messages: ['"05-02-2022" can be 2022-02-05 or 2022-05-02. Write it as ISO 8601.'],
      },
    ],
  },
  check: (report) => {
    const open = findStatedTimes(report).filter(isOpen)
    const [first] = open
    const date = first?.time.written.date
    if (first === undefined || date == null || isSettled(open, report)) return []
    const texts = date.readings.flatMap((reading) => toIso(reading) ?? [])
    return [
      {
        message: sentence`"${date.text}" can be ${joinWithOr(texts)}. Write it as ISO 8601.`,
        range: spanPassage(date, first.placed),
        fixes: date.readings.map(({ order }) => writeAll(order, open)),
      },
    ]
  },
}

function isOpen({ time }: StatedTime): boolean {
  const { date } = time.written
  return (
    date !== null &&
    date.readings.length > 1 &&
    date.weekday === null &&
    date.readings.every(({ year }) => year !== null) &&
    time.date.certainty !== 'certain'
  )
}

/** A date that leaves no choice lies beside one of the readings of every open date, and beside no other. */
function isSettled(open: readonly StatedTime[], { lines }: Report): boolean {
  const clear = lines.flatMap((placed) =>
    placed.times.flatMap(({ date, until }) => [date, until?.date ?? null]),
  )
  const days = clear.flatMap((date) => (date?.readings.length === 1 ? numberOf(date.readings[0]) : []))
  return open.every(({ time }) => {
    const { date } = time.written
    const near = date?.readings.filter((reading) =>
      numberOf(reading).some((number) => days.some((day) => Math.abs(day - number) <= 1)),
    )
    return near?.length === 1
  })
}

function numberOf(reading: DateReading | undefined): readonly number[] {
  return reading?.year == null ? [] : [dayNumber({ ...reading, year: reading.year })]
}

function toIso({ year, month, day }: DateReading): string | null {
  const two = (value: number) => String(value).padStart(2, '0')
  return year === null ? null : `${year}-${two(month)}-${two(day)}`
}

function writeAll(order: DateOrder, open: readonly StatedTime[]): Fix {
  const edits = open.flatMap(({ time, placed }) => {
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
      edits.length === 1 ? sentence`Write "${first}"` : sentence`Write "${first}" and the other dates alike`,
    preferred: false,
    edits,
  }
}
