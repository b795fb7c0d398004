import { describe, expect, it } from 'vitest'
import {
  formatDuration,
  formatElapsed,
  formatIso,
  formatUtc,
  padsHours,
  printClockLike,
} from '../../../src/time/repair/print.ts'
import { printDateLike } from '../../../src/time/repair/printDate.ts'
import { resolveTime } from '../../../src/time/resolved/resolve.ts'
import { emptyTimeContext } from '../../../src/time/resolved/resolved.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'

describe('a time printed for machines', () => {
  it.each([
    ['May 10, 2024, 02:00 AM EAT', '2024-05-10T02:00:00+03:00', '2024-05-09T23:00:00Z'],
    ['2024-05-10 21:10:57 NPT', '2024-05-10T21:10:57+05:45', '2024-05-10T15:25:57Z'],
    ['2024-05-10 02:00', '2024-05-10T02:00:00', null],
    ['2024-05-10 24:00 UTC', '2024-05-11T00:00:00+00:00', '2024-05-11T00:00:00Z'],
    ['2024-05-10', '2024-05-10', null],
    ['May 10, 02:00', '--05-10T02:00:00', null],
    ['02:00 UTC', 'T02:00:00+00:00', null],
    ['02:00', 'T02:00:00', null],
    ['HH:mm', null, null],
    ['T+15m', null, null],
  ])('%s', (text, iso, utc) => {
    const time = resolveTime(readWrittenTime(text)!, emptyTimeContext)
    expect(formatIso(time)).toBe(iso)
    expect(formatUtc(time)).toBe(utc)
  })
})

describe('a length of time', () => {
  it.each([
    [45, '+00:45', '45 minutes'],
    [0, '+00:00', '0 minutes'],
    [-90, '-01:30', '1 hour 30 minutes'],
    [210, '+03:30', '3 hours 30 minutes'],
    [1565, '+26:05', '1 day 2 hours 5 minutes'],
    [1440, '+24:00', '1 day'],
    [0.4, '+00:00', '0 minutes'],
  ])('%d minutes', (minutes, elapsed, duration) => {
    expect(formatElapsed(minutes)).toBe(elapsed)
    expect(formatDuration(minutes)).toBe(duration)
  })
})

describe("a clock printed in another's format", () => {
  it.each([
    ['09:00', '15:05'],
    ['9:00', '15:05'],
    ['21:10:57', '15:05:07'],
    ['09:00 AM', '03:05 PM'],
    ['9:00am', '3:05pm'],
    ['9:00 a.m.', '3:05 p.m.'],
    ['11:05:09 PM', '3:05:07 PM'],
    ['2100hrs', '1505hrs'],
    ['10:30 hrs', '15:05 hrs'],
    ['0930 UTC', '1505'],
    ['15.25 PST', '15.05'],
    ['3.15 pm', '3.05 pm'],
    ['14h05', '15h05'],
    ['6PM', '3:05PM'],
    ['12:29p', '3:05p'],
    ['noon', '15:05'],
  ])('like %s', (model, expected) => {
    const clock = readWrittenTime(model)!.clock!
    expect(printClockLike(clock, { hour: 15, minute: 5, second: 7 }, padsHours([clock]))).toBe(expected)
  })

  it('keeps a whole hour short', () => {
    const clock = readWrittenTime('6PM')!.clock!
    expect(printClockLike(clock, { hour: 0, minute: 0, second: 0 }, false)).toBe('12AM')
  })

  it('writes hours below ten as the list does', () => {
    const list = (texts: readonly string[]) => padsHours(texts.map((text) => readWrittenTime(text)!.clock!))
    expect(list(['11:00 AM', '09:00 AM'])).toBe(true)
    expect(list(['11:00 AM', '9:00 AM'])).toBe(false)
    expect(list(['11:00', '9:00'])).toBe(false)
    expect(list(['11:00', '12:00'])).toBe(true)
    expect(list(['11:00 AM', '12:00 PM'])).toBe(false)
  })
})

describe("a date printed in another's format", () => {
  it.each([
    ['2024-06-05', '2023-03-02'],
    ['2018/1/8', '2023/3/2'],
    ['20240605', '20230302'],
    ['13/10/2023', '02/03/2023'],
    ['02-26-2024', '03-02-2023'],
    ['13.10.2023', '02.03.2023'],
    ['24/07/25', '02/03/23'],
    ['January 22, 2024', 'March 2, 2023'],
    ['January 22nd, 2024', 'March 2nd, 2023'],
    ['JAN 22ND 2024', 'MAR 2ND 2023'],
    ['Sep 27 2017', 'Mar 2 2023'],
    ['Sept. 05, 2017', 'Mar. 02, 2023'],
    ["Oct 5 '22", "Mar 2 '23"],
    ['March 22', 'March 2'],
    ['29 april 2022', '2 march 2023'],
    ['18th of December 2023', '2nd of March 2023'],
    ['06/Jun/2022', '02/Mar/2023'],
    ['19. April', '2. March'],
    ['2023 March 5', '2023 March 2'],
    ['Wednesday 20th September 2023', 'Thursday 2nd March 2023'],
    ['Mon, 10 Jun 2024', 'Thu, 2 Mar 2023'],
    ['2022-01-01 (Saturday)', '2023-03-02 (Thursday)'],
  ])('like %s', (model, expected) => {
    expect(printDateLike(readDate(model, 0)!.date, { year: 2023, month: 3, day: 2 })).toBe(expected)
  })

  it('is not printed where the format cannot say it', () => {
    expect(printDateLike(readDate('24/07/25', 0)!.date, { year: 1999, month: 3, day: 2 })).toBeNull()
    expect(printDateLike(readDate('30 Feb 2024', 0)!.date, { year: 2023, month: 3, day: 2 })).toBeNull()
  })
})
