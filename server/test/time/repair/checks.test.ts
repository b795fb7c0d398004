import { describe, expect, it } from 'vitest'
import {
  alternativeDistance,
  findSeasonMismatch,
  findWeekdayMismatch,
  isDurationConsistent,
} from '../../../src/time/repair/checks.ts'
import { findDateRepair } from '../../../src/time/repair/repairDate.ts'
import { resolveTime } from '../../../src/time/resolved/resolve.ts'
import { defaultTimeSettings, emptyTimeContext, type TimeStep } from '../../../src/time/resolved/resolved.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { readDuration } from '../../../src/time/written/duration.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import type { WrittenDate } from '../../../src/time/written/written.ts'
import { readZone } from '../../../src/time/written/zone.ts'

describe('an abbreviation for the wrong half of the year', () => {
  it.each([
    ['CET', 7, 'CEST'],
    ['CET', 1, null],
    ['CEST', 1, 'CET'],
    ['PST', 7, 'PDT'],
    ['PDT', 1, 'PST'],
    ['EST', 7, 'EDT'],
    ['EDT', 12, 'EST'],
    ['BST', 1, 'GMT'],
    ['BST', 7, null],
    ['NZDT', 7, 'NZST'],
    ['AEDT', 7, 'AEST'],
    ['AEST', 1, null],
    ['GMT', 7, null],
    ['EAT', 7, null],
    ['MST', 7, null],
    ['CET (GMT+1)', 7, 'CEST'],
    ['PST (UTC-7)', 7, null],
  ])('%s in month %d', (zone, month, expected) => {
    expect(findSeasonMismatch(readZone(zone)!, { year: 2024, month, day: 15 })?.expected ?? null).toBe(
      expected,
    )
  })

  it('is not seen on the day of the change itself', () => {
    expect(findSeasonMismatch(readZone('CET')!, { year: 2024, month: 3, day: 31 })).toBeNull()
    expect(findSeasonMismatch(readZone('CEST')!, { year: 2024, month: 3, day: 31 })).toBeNull()
  })
})

describe('a weekday beside a date', () => {
  it.each([
    ['Monday, January 22, 2024', null],
    ['Tuesday 22 Jan 2024', 1],
    ['2022-01-01 (Sunday)', 6],
    ['Tuesday 22 Jan', null],
    ['Saturday 14:00', null],
    ['Tuesday 30 Feb 2024', null],
    ['Tuesday 30 Feb 2024', null],
  ])('%s', (text, expected) => {
    const time = resolveTime(readWrittenTime(text)!, emptyTimeContext)
    expect(findWeekdayMismatch(time)?.expected ?? null).toBe(expected)
  })
})

describe('a moment written in two zones', () => {
  it.each([
    ['2024-05-10 14:00 UTC (10:00 EDT)', 0],
    ['2024-05-10 14:00 UTC (09:00 EDT)', -60],
    ['14:00 UTC (10:00 EDT)', 0],
    ['01:00 UTC (21:00 EDT)', 0],
    ['2024-05-10 10:00 EDT (14:00 UTC)', 0],
    ['2024-05-10 10:00 EDT (15:00 UTC)', 60],
    ['00:30 EAT (21:30 UTC)', 0],
    ['2024-05-10 02:50 EAT (00:10 UTC)', 20],
    ['2024-05-10 10:00 EDT (14:00 UTC)', 0],
    ['2024-05-10 10:00 EDT (15:00 UTC)', 60],
    ['00:30 EAT (21:30 UTC)', 0],
    ['2024-05-10 02:50 EAT (00:10 UTC)', 20],
    ['14:00 UTC (10:00 ET)', null],
    ['2024-05-10 14:00 UTC (10:00 ET)', 0],
    ['14:00 UTC (10:00 IST)', null],
    ['14:00 UTC', null],
  ])('%s', (text, expected) => {
    const time = resolveTime(readWrittenTime(text)!, emptyTimeContext)
    expect(alternativeDistance(time, defaultTimeSettings)).toBe(expected)
  })
})

describe('a stated duration', () => {
  it.each([
    ['3 hours 30 minutes', 210, true],
    ['3 hours 30 minutes', 211, true],
    ['3 hours 30 minutes', 212, false],
    ['3 hours', 210, true],
    ['3 hours', 170, true],
    ['3 hours', 240, false],
    ['half an hour', 45, true],
    ['half an hour', 60, false],
    ['3.5 hours', 214, true],
    ['3.5 hours', 220, false],
    ['about 200 minutes', 220, true],
    ['about 200 minutes', 221, false],
    ['under 3 hours', 20, true],
    ['under 30 minutes', 33, true],
    ['under 30 minutes', 34, false],
    ['over 30 minutes', 400, true],
    ['over 30 minutes', 27, true],
    ['over 30 minutes', 26, false],
    ['5280 minutes', 5840, false],
  ])('of %s against %d minutes', (text, minutes, expected) => {
    expect(isDurationConsistent(readDuration(text)!, minutes)).toBe(expected)
  })
})

describe('the date that was meant', () => {
  it.each([
    [
      ['2023-07-25 10:00', '2023-07-05 10:10', '2023-07-25 10:20'],
      ['2023-07-25 10:00', '2023-07-25 10:10', '2023-07-25 10:20'],
    ],
    [
      ['2021-03-04 09:00', '2021-03-04 09:10', '2021-03-04 09:20', '2020-03-04 09:30'],
      ['2021-03-04 09:00', '2021-03-04 09:10', '2021-03-04 09:20', '2021-03-04 09:30'],
    ],
    [
      ['2023-07-05 09:00', '2023-08-05 09:10', '2023-07-05 09:20', '2023-07-05 09:30'],
      ['2023-07-05 09:00', '2023-07-05 09:10', '2023-07-05 09:20', '2023-07-05 09:30'],
    ],
    [
      ['2024-05-09 23:50', '2024-05-09 00:10', '2024-05-09 00:40', '2024-05-10 01:00'],
      ['2024-05-09 23:50', '2024-05-10 00:10', '2024-05-10 00:40', '2024-05-10 01:00'],
    ],
    [
      ['May 31, 2024, 22:00', '22:30', '23:10', 'May 31, 2024, 00:20', 'June 1, 2024, 00:30'],
      ['May 31, 2024, 22:00', '22:30', '23:10', 'June 1, 2024, 00:20', 'June 1, 2024, 00:30'],
    ],
  ])('%j', (lines, expected) => {
    expect(repair(lines)).toEqual(expected)
  })

  it.each([
    [
      ['2022-12-31 23:30', '2022-01-01 00:10', '2022-01-01 00:40'],
      ['2022-12-31 23:30', '2023-01-01 00:10', '2023-01-01 00:40'],
    ],
    [
      ['May 21, 2023, 09:00', 'May 20, 2023, 09:30', '10:15'],
      ['May 21, 2023, 09:00', 'May 21, 2023, 09:30', '10:15'],
    ],
  ])('%j is known by the date of the report only', (lines, expected) => {
    expect(repair(lines)).toBeNull()
    expect(
      repair(lines, [readDate(lines[0]?.startsWith('May') ? 'May 21, 2023' : '2023-01-02', 0)!.date]),
    ).toEqual(expected)
  })

  it.each([
    ['the list is in order', ['2023-07-25 10:00', '2023-07-25 10:10']],
    ['no date is written', ['15:40', '13:40']],
    ['the clock is wrong and not the date', ['2023-07-25 15:40', '2023-07-25 13:40', '2023-07-25 15:50']],
    ['one edit is not enough', ['2023-07-25 10:00', '2022-06-05 10:10', '2023-07-25 10:20']],
    ['either of two could be wrong', ['2021-03-04 09:00', '2020-03-04 09:30']],
    ['nothing is written', []],
  ])('is not guessed where %s', (_, lines) => {
    expect(repair(lines)).toBeNull()
  })
})

function repair(lines: readonly string[], dates: readonly WrittenDate[] = []): readonly string[] | null {
  const steps = lines.map((line): TimeStep => ({ kind: 'time', time: readWrittenTime(line)! }))
  const context = { ...emptyTimeContext, dates: dates.map((date) => ({ date, source: 'title' as const })) }
  const found = findDateRepair(steps, context)
  if (found === null) return null
  return lines.map((line, index) => {
    const edit = found.edits.find(({ stepIndex }) => stepIndex === index)
    return edit === undefined ? line : line.slice(0, edit.start) + edit.text + line.slice(edit.end)
  })
}
