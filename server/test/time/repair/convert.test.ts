import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConversionTarget, convertTimes } from '../../../src/time/repair/convert.ts'
import { resolveTimes } from '../../../src/time/resolved/resolve.ts'
import { emptyTimeContext, type TimeContext, type TimeStep } from '../../../src/time/resolved/resolved.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import { readZone } from '../../../src/time/written/zone.ts'
import { runs } from '../../runs.ts'

describe('a list written in another zone', () => {
  it.each([
    [
      'UTC',
      ['2024-05-10 02:00 EAT', '2024-05-10 04:30 EAT'],
      ['2024-05-09 23:00 UTC', '2024-05-10 01:30 UTC'],
    ],
    ['EAT', ['2024-05-10T23:00:00Z'], ['2024-05-11T02:00:00+03:00']],
    [
      'Europe/Paris',
      ['2024-07-10 10:00 UTC', '2024-12-10 10:00 UTC'],
      ['2024-07-10 12:00 Europe/Paris', '2024-12-10 11:00 Europe/Paris'],
    ],
    ['WAT', ['9:00 AM (EAT)', '9:30 PM (EAT)'], ['7:00 AM (WAT)', '7:30 PM (WAT)']],
    ['UTC', ['02:00 AM CAT', '03:00 AM CAT'], ['12:00 AM UTC', '01:00 AM UTC']],
    ['UTC', ['# January 2, 2024', '00:30 EAT', '05:00 EAT'], ['# January 1, 2024', '21:30 UTC', '02:00 UTC']],
    [
      'UTC',
      ['# January 2, 2024', '00:30 EAT', '15:00 EAT'],
      ['# January 1, 2024', '21:30 UTC', '2024-01-02 12:00 UTC'],
    ],
    ['UTC', ['Fri May 10 13:00 EAT'], ['Fri May 10 10:00 UTC']],
    ['UTC', ['# January 2, 2024 (EAT)', '00:30', '05:00'], ['# January 1, 2024 (UTC)', '21:30', '02:00']],
    ['UTC', ['2024-05-10 9:00 - 11:00 AM EAT'], ['2024-05-10 6:00 - 8:00 AM UTC']],
    ['UTC', ['2024-05-10 1:00 - 4:00 AM EAT'], ['2024-05-09 10:00 PM - 1:00 AM UTC']],
    ['EAT', ['2024-05-10 14:00 UTC (10:00 EDT)'], ['2024-05-10 17:00 EAT (10:00 EDT)']],
    ['EAT', ['Friday, May 10th, 2024, 23:00 UTC'], ['Saturday, May 11th, 2024, 02:00 EAT']],
  ])('%s: %j', (target, lines, expected) => {
    expect(convert(lines, target)).toEqual(expected)
  })

  it('takes the zone of the list for entries without one', () => {
    const context = withZone('EAT')
    expect(convert(['2024-05-10 02:00', '04:30'], 'UTC', context)).toEqual(['2024-05-09 23:00', '01:30'])
    expect(convert(['22:00', '23:30', '00:10'], 'UTC', context)).toEqual(['19:00', '20:30', '21:10'])
  })

  it.each([
    ['no zone is known', ['2024-05-10 02:00'], 'UTC'],
    ['a zone is ambiguous', ['2024-05-10 02:00 UTC', '2024-05-10 02:00 IST'], 'UTC'],
    ['a region needs the date', ['02:00 UTC'], 'Europe/Paris'],
    ['a weekday moves without a year', ['Fri May 10 01:00 EAT'], 'UTC'],
    ['"next day" would be wrong', ['2024-05-10 20:00 EAT', 'next day 02:00 EAT'], 'UTC'],
  ])('is not offered where %s', (_, lines, target) => {
    expect(convert(lines, target)).toBeNull()
  })

  it('counts relative times from the start as it is written afterwards', () => {
    const start = resolveTimes(stepsOf(['2024-05-10 02:00 EAT']), emptyTimeContext)[0]!
    const moved = resolveTimes(stepsOf(['2024-05-09 23:00 UTC']), emptyTimeContext)[0]!
    const context = (time: typeof start): TimeContext => ({
      ...emptyTimeContext,
      window: { start: time, end: null },
    })
    const steps = stepsOf(['T+15m', '2024-05-10 02:30 EAT'])
    const edits = convertTimes(steps, context(start), targetOf('UTC'), context(moved))
    expect(edits?.map(({ stepIndex, text }) => [stepIndex, text])).toEqual([
      [1, '23:30'],
      [1, '2024-05-09'],
      [1, 'UTC'],
    ])
  })

  it('comes back as it was', () => {
    const zones = ['UTC', 'EAT', 'WAT', 'PST', 'UTC+05:30', 'EDT', 'NPT']
    const list = fc.record({
      start: fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 }),
      gaps: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 }),
      from: fc.constantFrom(...zones),
      to: fc.constantFrom(...zones),
      print: fc.constantFrom(...formats),
    })
    fc.assert(
      fc.property(list, ({ start, gaps, from, to, print }) => {
        const offset = offsetOf(from)
        let minute = start
        const lines = gaps.map((gap) => {
          minute += gap
          return print(new Date((minute + offset) * 60_000), from)
        })
        const there = convert(lines, to)
        expect(there).not.toBeNull()
        expect(convert(there ?? [], from)).toEqual(lines)
        expect(instants(there ?? [])).toEqual(instants(lines))
      }),
      { numRuns: runs(100) },
    )
  })
})

const two = (value: number) => String(value).padStart(2, '0')
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const formats: readonly ((date: Date, zone: string) => string)[] = [
  (date, zone) => `${date.toISOString().slice(0, 16).replace('T', ' ')} ${zone}`,
  (date, zone) =>
    `${date.toISOString().slice(0, 10)} ${two(date.getUTCHours())}${two(date.getUTCMinutes())}hrs ${zone}`,
  (date, zone) =>
    `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} (${zone})`,
  (date, zone) =>
    `${((date.getUTCHours() + 11) % 12) + 1}:${two(date.getUTCMinutes())} ${date.getUTCHours() < 12 ? 'AM' : 'PM'} ${zone}, ` +
    `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
]

function offsetOf(name: string): number {
  const meaning = targetOf(name).meaning
  return meaning.kind === 'fixed' ? meaning.offsetMinutes : 0
}

function targetOf(text: string): ConversionTarget {
  const zone = readZone(text)!
  if (zone.meaning.kind !== 'ambiguous') return { text, meaning: zone.meaning }
  return { text, meaning: { kind: 'fixed', offsetMinutes: zone.meaning.usual!.offsetMinutes } }
}

function withZone(text: string): TimeContext {
  return { ...emptyTimeContext, zones: [{ zone: readZone(text)!, source: 'statement' }] }
}

function stepsOf(lines: readonly string[]): readonly TimeStep[] {
  return lines.map((line): TimeStep => {
    if (!line.startsWith('# ')) return { kind: 'time', time: readWrittenTime(line)! }
    const { date } = readDate(line, 2)!
    const at = line.indexOf('(', date.end) + 1
    return { kind: 'date', date, zone: at === 0 ? null : readZone(line, at) }
  })
}

function instants(lines: readonly string[]): readonly (number | null)[] {
  return resolveTimes(stepsOf(lines), emptyTimeContext).map((time) => time.instant)
}

function convert(
  lines: readonly string[],
  target: string,
  context: TimeContext = emptyTimeContext,
): readonly string[] | null {
  const edits = convertTimes(stepsOf(lines), context, targetOf(target))
  if (edits === null) return null
  return lines.map((line, index) =>
    edits
      .filter((edit) => edit.stepIndex === index)
      .sort((one, other) => other.start - one.start)
      .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), line),
  )
}
