import { describe, expect, it } from 'vitest'
import { findWrittenTimes } from '../../../src/time/written/findTimes.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import type { WrittenTime } from '../../../src/time/written/written.ts'

describe('a time at the head of an entry', () => {
  it.each([
    ['2024-06-05 14:00 UTC - text', '2024-06-05 14:00 UTC', '2024-06-05 14:00 UTC'],
    ['2018-01-18 4:19 text', '2018-01-18 4:19', '2018-01-18 04:19'],
    ['2024-06-05T14:00:00Z text', '2024-06-05T14:00:00Z', '2024-06-05 14:00 UTC'],
    ['2024-06-05T14:00:00.123+02:00', '2024-06-05T14:00:00.123+02:00', '2024-06-05 14:00 UTC+02:00'],
    ['2024-06-05T14:00-05:00', '2024-06-05T14:00-05:00', '2024-06-05 14:00 UTC-05:00'],
    ['9:00 AM (EAT): text', '9:00 AM (EAT)', '09:00 EAT'],
    ['10:00 AM [EAT]', '10:00 AM [EAT]', '10:00 EAT'],
    ['2022-02-02 1625: text', '2022-02-02 1625', '2022-02-02 16:25'],
    ['2022-03-10 11.50 text', '2022-03-10 11.50', '2022-03-10 11:50'],
    ['2022-03-01 - 10:00 - text', '2022-03-01 - 10:00', '2022-03-01 10:00'],
    ['03-26 23:04] text', '03-26 23:04', '?-03-26 23:04'],
    ['January 22, 2024, 14:00 UTC: text', 'January 22, 2024, 14:00 UTC', '2024-01-22 14:00 UTC'],
    ['January 22nd, 2024 at 14:00 UTC', 'January 22nd, 2024 at 14:00 UTC', '2024-01-22 14:00 UTC'],
    ['14:00 UTC, January 22, 2024', '14:00 UTC, January 22, 2024', '2024-01-22 14:00 UTC'],
    ['UTC 14:00 text', 'UTC 14:00', '14:00 UTC'],
    ['Sep 27 2017 13:06 text', 'Sep 27 2017 13:06', '2017-09-27 13:06'],
    ['Feb 21, 13:00: text', 'Feb 21, 13:00', '?-02-21 13:00'],
    ['19. April, 11:00 text', '19. April, 11:00', '?-04-19 11:00'],
    ['12:30 PM PST Saturday Oct 29th: text', '12:30 PM PST Saturday Oct 29th', '?-10-29 12:30 PST'],
    ['04-13-2022 ~10:00', '04-13-2022 ~10:00', '2022-04-13 ~10:00'],
    ['At 3:15 PM Eastern time, text', '3:15 PM Eastern time', '15:15 ET'],
    ['at around 3:15 PM', '3:15 PM', '~15:15'],
    ['~2025-03-03 19:30', '2025-03-03 19:30', '2025-03-03 ~19:30'],
    ['±01:00 text', '01:00', '~01:00'],
    ['14:05 (approx): text', '14:05 (approx)', '~14:05'],
    ['14:05-ish', '14:05', '14:05'],
    ['14:05ish text', '14:05ish', '~14:05'],
    ['10:00 GMT+9 - The', '10:00 GMT+9', '10:00 GMT+09:00'],
    ['14:00 UTC - 5 servers failed', '14:00 UTC', '14:00 UTC'],
    ['14:00 Europe/Paris: text', '14:00 Europe/Paris', '14:00 Europe/Paris'],
    ['10:00 AM PST (UTC-8): text', '10:00 AM PST (UTC-8)', '10:00 PST'],
    ['12:00 CAT \u2014 *text*', '12:00 CAT', '12:00 CAT'],
    ['10:00 - May 5 release deployed', '10:00', '10:00'],
    ["10:00 AM, Monday's deploy", '10:00 AM', '10:00'],
    ['2022-03-01 - 1500 users were hit', '2022-03-01', '2022-03-01'],
    ['2022-03-01 - 1500: text', '2022-03-01 - 1500', '2022-03-01 15:00'],
    ['next day 02:00 text', 'next day 02:00', '+1d 02:00'],
    ['the following day at 02:00', 'following day at 02:00', '+1d 02:00'],
    ['02:00 (next day) text', '02:00 (next day)', '+1d 02:00'],
    ['02:00 (+1) text', '02:00 (+1)', '+1d 02:00'],
    ['02:00 UTC +1 day: text', '02:00 UTC +1 day', '+1d 02:00 UTC'],
  ])('%s', (text, written, expected) => {
    const time = readWrittenTime(text)
    expect(time?.text).toBe(written)
    expect(time && describeTime(time)).toBe(expected)
  })

  it.each([
    ['T+15m deployed', 15],
    ['T+15 min', 15],
    ['T+1h30m', 90],
    ['T+1h', 60],
    ['T+01:30', 90],
    ['T+5', 5],
    ['T-0', 0],
    ['T0', 0],
    ['T-5m', -5],
    ['+5m', 5],
    ['+1h 5m', 65],
    ['+2h', 120],
    ['(+00:15) text', 15],
  ])('%s counts from the start', (text, minutes) => {
    expect(readWrittenTime(text)?.relativeMinutes).toBe(minutes)
  })

  it.each([
    ['8:20 - 8:24 text', '8:20 - 8:24', '08:20', '08:24'],
    ['17:00-18:00', '17:00-18:00', '17:00', '18:00'],
    ['21:10:57-22:10:57', '21:10:57-22:10:57', '21:10:57', '22:10:57'],
    ['~13:30-13:45 text', '13:30-13:45', '~13:30', '13:45'],
    ['13:30\u2013~13:45 text', '13:30\u2013~13:45', '13:30', '~13:45'],
    ['1400-1530: text', '1400-1530', '14:00', '15:30'],
    ['02:00 AM to 04:30 AM UTC', '02:00 AM to 04:30 AM UTC', '02:00', '04:30 UTC'],
    ['11:00 AM to 1:00 PM (WAT)', '11:00 AM to 1:00 PM (WAT)', '11:00', '13:00 WAT'],
    ['10:00 UTC\u201411:00 UTC', '10:00 UTC\u201411:00 UTC', '10:00 UTC', '11:00 UTC'],
    ['between 10:00 and 11:30', '10:00 and 11:30', '10:00', '11:30'],
    ['16:00 \u2013 next day 02:00', '16:00 \u2013 next day 02:00', '16:00', '+1d 02:00'],
    ['2022-03-01 - 2022-03-04', '2022-03-01 - 2022-03-04', '2022-03-01', '2022-03-04'],
  ])('%s is a range', (text, written, from, to) => {
    const time = readWrittenTime(text)
    expect(time?.text).toBe(written)
    expect(time && describeTime(time)).toBe(from)
    expect(time?.until && describeTime(time.until)).toBe(to)
  })

  it.each([
    ['9:00 - 11:00 AM', '09:00', '11:00'],
    ['9 - 11 AM', '09:00', '11:00'],
    ['11:00 - 1:00 PM', '11:00', '13:00'],
    ['2:00 - 4:30 PM', '14:00', '16:30'],
    ['10:00 AM - 2:00', '10:00', '14:00'],
    ['14:00 - 16:30 PM', '14:00', '16:30'],
  ])('the am or pm of %s reaches across', (text, from, to) => {
    const time = readWrittenTime(text)
    expect(time && describeTime(time)).toBe(from)
    expect(time?.until && describeTime(time.until)).toBe(to)
  })

  it.each([
    '12:34 - text',
    '12:34 - 2 servers',
    '12:34 to the',
    '14:00 - 1500 users were hit',
    '09:05 UTC - At 09:02 a job ran',
    '09:05 - Around 09:02 a job ran',
  ])('%s is no range', (text) => {
    expect(readWrittenTime(text)?.until).toBeNull()
  })

  it.each([
    ['14:00 UTC (10:00 EDT)', '10:00 EDT'],
    ['14:00 UTC / 16:00 CEST', '16:00 CEST'],
    ['10:00 AM EST/3:00 PM UTC', '15:00 UTC'],
  ])('%s says the same moment twice', (text, expected) => {
    const time = readWrittenTime(text)
    expect(time?.text).toBe(text)
    expect(time?.alternative && describeTime(time.alternative)).toBe(expected)
  })

  it.each([
    ['9:00 - 9:00 PM', 21, 21],
    ['11 - 1 PM', 11, 13],
    ['11 AM - 1:30', 11, 13],
    ['9 AM - 9:00', 9, 9],
    ['0:30 - 1 PM', 0, 13],
    ['13:00 - 2 PM', 13, 14],
  ])('reads %s as from %d to %d o\u2019clock', (text, from, to) => {
    const time = readWrittenTime(text)
    expect([time?.clock?.hour, time?.until?.clock?.hour]).toEqual([from, to])
  })

  it('says where this end of a range stands', () => {
    const time = readWrittenTime('- 10:00 AM to 11:00 AM (WAT): text', 2)
    expect(time?.own).toEqual({ start: 2, end: 10, text: '10:00 AM' })
    expect(time?.until?.own).toEqual({ start: 14, end: 28, text: '11:00 AM (WAT)' })
    expect(time).toMatchObject({ start: 2, end: 28, text: '10:00 AM to 11:00 AM (WAT)' })
  })

  it('gathers the problems of both ends', () => {
    const kinds = readWrittenTime('13:20pm - 13:30pm')?.problems.map((problem) => problem.repaired)
    expect(kinds).toEqual(['13:20', '13:30'])
  })
})

describe("the times in a field's value", () => {
  it.each([
    ['May 10, 2024, 02:00 AM to 04:30 AM UTC', ['2024-05-10 02:00 to 04:30 UTC']],
    ['2 hours (9:00 AM - 11:00 AM, UTC)', ['09:00 to 11:00 UTC']],
    ['It lasted from 11:00 AM to 1:00 PM (WAT) on a busy day', ['11:00 to 13:00 WAT']],
    ['30 mins (13:20pm ~ 13:30pm EAT).', ['13:20 to 13:30 EAT']],
    ['from 10:30 AM to 12;45PM (UTC)on August 15, 2024.', ['10:30 to 2024-08-15 12:45 UTC']],
    ['August 10, 2023, 13:45 - August 10, 2023, 15:30 (UTC)', ['2023-08-10 13:45 to 2023-08-10 15:30 UTC']],
    [
      '10:00 PM January 5, 2024 \u2013 2:00 AM January 6, 2024 (GMT+1)',
      ['2024-01-05 22:00 to 2024-01-06 02:00 GMT+01:00'],
    ],
    ['02/02/2022, 3:AM', ['2022-02-02 03:00']],
    ['started at 14:00 and ended at 15:00 UTC', ['14:00', '15:00 UTC']],
    ['2024-05-05 10:00 - 2024-05-05 11:00', ['2024-05-05 10:00 to 2024-05-05 11:00']],
    ['2100hrs to 2330hrs', ['21:00 to 23:30']],
    ['March 26th, 2020', ['2020-03-26']],
    ['10:00 AM - January 5, 2024', ['2024-01-05 10:00']],
    ['10.0.0.1:8080, v1.17, 3.4.5, 15.26 seconds, 1405 users, 99.95%', []],
    ['see https://example.org/a/14:00/b', []],
    ['𝗣𝗼𝘀𝘁 at 14:00', ['14:00']],
    ['Date: Mon May 10 19:03:52 2021 +0900', ['?-05-10 19:03:52']],
  ])('%s', (text, expected) => {
    const described = findWrittenTimes(text).map((time) =>
      time.until === null ? describeTime(time) : `${describeTime(time)} to ${describeTime(time.until)}`,
    )
    expect(described).toEqual(expected)
  })
})

function describeTime(time: WrittenTime): string {
  const day = time.date?.readings[0]
  const clock = time.clock
  const two = (value: number) => String(value).padStart(2, '0')
  const parts = [
    time.nextDay ? '+1d' : '',
    day === undefined ? '' : `${day.year ?? '?'}-${two(day.month)}-${two(day.day)}`,
    clock === null
      ? ''
      : `${time.approximate ? '~' : ''}${two(clock.hour)}:${two(clock.minute)}` +
        `${clock.second === 0 ? '' : `:${two(clock.second)}`}`,
    time.zone?.name ?? '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
