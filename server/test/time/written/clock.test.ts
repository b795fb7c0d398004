import { describe, expect, it } from 'vitest'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'

/** One line for each row of the clock table and each odd way people write it. */
const clocks: readonly (readonly [text: string, form: string, clock: string])[] = [
  ['14:05 text', 'colon', '14:05'],
  ['4:19 text', 'colon', '04:19'],
  ['00:00', 'colon', '00:00'],
  ['24:00', 'colon', '24:00'],
  ['08:47] text', 'colon', '08:47'],
  ['21:10:57', 'colon', '21:10:57'],
  ['21:10:57.123', 'colon', '21:10:57'],
  ['02:00 AM: text', 'colon', '02:00'],
  ['12:15 AM', 'colon', '00:15'],
  ['12:15 PM', 'colon', '12:15'],
  ['07:30am', 'colon', '07:30'],
  ['7:30 p.m. - text', 'colon', '19:30'],
  ['7:30 PM\u2003text', 'colon', '19:30'],
  ['11:05:09 PM', 'colon', '23:05:09'],
  ['10:30 hrs', 'hours-word', '10:30'],
  ['10:30hrs', 'hours-word', '10:30'],
  ['10: 30 AM', 'spaced-colon', '10:30'],
  ['12;45PM', 'semicolon', '12:45'],
  ['15.26 - text', 'dot', '15:26'],
  ['15.25 PST', 'dot', '15:25'],
  ['12.39UTC', 'dot', '12:39'],
  ['3.15 pm', 'dot', '15:15'],
  ['14h05 text', 'letter', '14:05'],
  ['10h47', 'letter', '10:47'],
  ['1405 - text', 'bare', '14:05'],
  ['1625: text', 'bare', '16:25'],
  ['2100hrs text', 'bare', '21:00'],
  ['2045 hours', 'bare', '20:45'],
  ['0930 UTC', 'bare', '09:30'],
  ['0616', 'bare', '06:16'],
  ['6PM', 'hour-meridiem', '18:00'],
  ['10 am text', 'hour-meridiem', '10:00'],
  ['12am', 'hour-meridiem', '00:00'],
  ['12:29p text', 'short-meridiem', '12:29'],
  ['3:AM', 'hour-colon', '03:00'],
  ['10:00 M', 'incomplete-meridiem', '10:00'],
  ["5 o'clock", 'clock-word', '05:00'],
  ['noon', 'noon', '12:00'],
  ['12 noon', 'noon', '12:00'],
  ['Midnight: text', 'midnight', '00:00'],
  ['9 - 11 AM', 'range-hour', '09:00'],
]

describe('a clock at the head of an entry', () => {
  it.each(clocks)('%s is read by the row %s as %s', (text, form, expected) => {
    const clock = readWrittenTime(text)?.clock
    expect(clock?.form).toBe(form)
    expect(clock && print(clock.hour, clock.minute, clock.second)).toBe(expected)
  })

  it.each([
    '10.0.0.1:8080 was down',
    '10.10.10.1 was down',
    '1.17 - a version',
    '15.26 the version',
    '1405 users saw it',
    '2022: a year',
    '10:00:00:00',
    '14:005',
    '50% of users',
    '14h',
    '10:005 AM',
    '3',
    '12;45 text',
    'at the office',
    '',
  ])('%s is no clock', (text) => {
    expect(readWrittenTime(text)?.clock ?? null).toBeNull()
  })

  it('leaves a number after the clock alone', () => {
    expect(readWrittenTime('18:00 5 servers failed')?.text).toBe('18:00')
    expect(readWrittenTime('10:00 a server failed')?.text).toBe('10:00')
  })

  it('tells how precisely the clock is written', () => {
    expect(readWrittenTime('4pm')?.clock?.precision).toBe('hour')
    expect(readWrittenTime('4:00 pm')?.clock?.precision).toBe('minute')
    expect(readWrittenTime('16:00:00')?.clock?.precision).toBe('second')
  })
})

describe('a clock with something wrong', () => {
  it.each([
    ['25:00', 'clock-invalid', null],
    ['14:75', 'clock-invalid', null],
    ['24:10', 'clock-invalid', null],
    ['10:10:61', 'clock-invalid', null],
    ['17:14pm', 'meridiem-redundant', '17:14'],
    ['13:20PM', 'meridiem-redundant', '13:20'],
    ['13:06 PM', 'meridiem-redundant', '13:06'],
    ['14 PM', 'meridiem-redundant', '14:00'],
    ['23:00 AM', 'meridiem-contradictory', null],
    ['00:15 PM', 'meridiem-contradictory', null],
    ['10:00 M', 'meridiem-incomplete', null],
    ['12:29p', 'meridiem-short', '12:29 pm'],
    ['3:AM', 'minute-missing', '3:00 AM'],
    ['12;45PM', 'separator-unusual', '12:45PM'],
  ])('%s has the problem %s', (text, kind, repaired) => {
    const problems = readWrittenTime(text)?.problems
    expect(problems).toEqual([{ kind, repaired, text, start: 0, end: text.length }])
  })

  it.each(['17:14pm', '13:06 PM', '12:29p', '3:AM', '12;45PM'])('%s says the same once repaired', (text) => {
    const repaired = readWrittenTime(text)?.problems[0]?.repaired ?? ''
    const again = readWrittenTime(repaired)
    expect(again?.problems).toEqual([])
    expect(again?.clock?.hour).toBe(readWrittenTime(text)?.clock?.hour)
  })

  it('takes 00:15 AM and 24:00 as they are meant', () => {
    expect(readWrittenTime('00:15 AM')?.problems).toEqual([])
    expect(readWrittenTime('24:00')?.problems).toEqual([])
  })

  it.each(['HH:mm', 'hh:mm:ss', 'XX:XX', '??:??', 'Time TBC', 'TBD'])('%s is a place for a time', (text) => {
    const time = readWrittenTime(text)
    expect(time?.clock).toBeNull()
    expect(time?.problems.map((problem) => problem.kind)).toEqual(['placeholder'])
  })
})

function print(hour: number, minute: number, second: number): string {
  const [hours, minutes, seconds] = [hour, minute, second].map((part) => String(part).padStart(2, '0'))
  return second === 0 ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`
}
