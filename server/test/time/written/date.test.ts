import { describe, expect, it } from 'vitest'
import { findDate } from '../../../src/time/written/findTimes.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'

/** One line for each row of the date table and each odd way people write it. */
const dates: readonly (readonly [text: string, form: string, readings: string])[] = [
  ['2024-06-05', 'iso', '2024-6-5'],
  ['2018-1-8', 'iso', '2018-1-8'],
  ['2018/01/18', 'iso', '2018-1-18'],
  ['20240605', 'compact', '2024-6-5'],
  ['13/10/2023', 'numeric', '2023-10-13'],
  ['02-26-2024', 'numeric', '2024-2-26'],
  ['03/04/2024', 'numeric', '2024-4-3 or 2024-3-4'],
  ['02/02/2022', 'numeric', '2022-2-2'],
  ['13.10.2023', 'dotted', '2023-10-13'],
  ['24/07/25', 'short', '2025-7-24 or 2024-7-25'],
  ['03-26 23:04', 'month-day', '?-3-26'],
  ['January 22, 2024', 'month-name-first', '2024-1-22'],
  ['January 22nd, 2024', 'month-name-first', '2024-1-22'],
  ['Sep 27 2017', 'month-name-first', '2017-9-27'],
  ['Sept. 27, 2017', 'month-name-first', '2017-9-27'],
  ['August 16 , 2024', 'month-name-first', '2024-8-16'],
  ["Oct 5 '22", 'month-name-first', '2022-10-5'],
  ['March 22', 'month-name-first', '?-3-22'],
  ['29 april 2022', 'day-first', '2022-4-29'],
  ['22nd January 2024', 'day-first', '2024-1-22'],
  ['18th of December 2023', 'day-first', '2023-12-18'],
  ['20th September, 2023', 'day-first', '2023-9-20'],
  ['06/May/2022', 'day-first', '2022-5-6'],
  ['27-Sep-2017', 'day-first', '2017-9-27'],
  ['19. April', 'day-first', '?-4-19'],
  ['2023 March 5', 'year-month-name', '2023-3-5'],
  ['2023-Mar-05', 'year-month-name', '2023-3-5'],
]

describe('a date at the head of an entry', () => {
  it.each(dates)('%s is read by the row %s as %s', (text, form, expected) => {
    const date = readWrittenTime(text)?.date
    expect(date?.form).toBe(form)
    const readings = date?.readings.map((day) => `${day.year ?? '?'}-${day.month}-${day.day}`)
    expect(readings?.join(' or ')).toBe(expected)
  })

  it.each([
    ['Wednesday 20th September 2023', 3],
    ['Friday, 10 May 2024', 5],
    ['Thu 14 Mar 2024', 4],
    ['2022-01-01 (Saturday)', 6],
    ['October 29th, Sat', 6],
  ])('%s names its weekday', (text, weekday) => {
    const time = readWrittenTime(text)
    expect(time?.date?.weekday).toBe(weekday)
    expect(time?.text).toBe(text)
  })

  it('takes a weekday alone only with a clock', () => {
    expect(readWrittenTime('Saturday 14:00')?.date?.weekday).toBe(6)
    expect(readWrittenTime('Monday we deployed')).toBeNull()
  })

  it.each(['may 5 servers', 'marchers 5', '2024-05-10-outage', '1.2.3', '10.0.2023', '2024', 'May we'])(
    '%s is no date',
    (text) => {
      expect(readWrittenTime(text)?.date ?? null).toBeNull()
    },
  )
})

describe('a date with something wrong', () => {
  it.each(['30 Feb 2024', '2024-02-30', '31/04/2024', '2023-02-29', 'June 31, 2024'])(
    '%s is no real day',
    (text) => {
      const time = readWrittenTime(text)
      expect(time?.date?.readings).toEqual([])
      expect(time?.problems.map((problem) => [problem.kind, problem.repaired])).toEqual([
        ['date-invalid', null],
      ])
    },
  )

  it('knows the leap years', () => {
    expect(readWrittenTime('2024-02-29')?.problems).toEqual([])
    expect(readWrittenTime('2000-02-29')?.problems).toEqual([])
    expect(readWrittenTime('1900-02-29')?.problems).toHaveLength(1)
  })

  it.each([
    ['Oct 22rd 2022', '22rd', '22nd'],
    ['3th May 2022', '3th', '3rd'],
    ['May 11st, 2022', '11st', '11th'],
    ['MAY 21TH 2022', '21TH', '21ST'],
  ])('%s has the wrong ending', (text, written, repaired) => {
    const problem = readWrittenTime(text)?.problems[0]
    expect(problem).toMatchObject({ kind: 'ordinal-wrong', text: written, repaired })
    expect(text.slice(problem?.start, problem?.end)).toBe(written)
  })

  it.each(['2021/22-??-??', 'YYYY-MM-DD', 'DD/MM/YYYY', '2024-05-??', 'Date TBC'])(
    '%s is a place for a date',
    (text) => {
      const time = readWrittenTime(text)
      expect(time?.date).toBeNull()
      expect(time?.problems.map((problem) => problem.kind)).toEqual(['placeholder'])
    },
  )
})

describe('the date of a title or a file name', () => {
  it.each([
    ['2024-05-10-web-outage.md', '2024-05-10'],
    ['20240510_web_outage.md', '20240510'],
    ['reports/2024-05-10.md', '2024-05-10'],
    ['Postmortem: web outage of May 10, 2024', 'May 10, 2024'],
    ['Database outage (10 May 2024)', '10 May 2024'],
  ])('finds it in %s', (text, expected) => {
    const date = findDate(text)
    expect(date?.text).toBe(expected)
    expect(text.slice(date?.start, date?.end)).toBe(expected)
    expect(date?.readings[0]).toMatchObject({ year: 2024, month: 5, day: 10 })
  })

  it.each(['Postmortem for release 1.17.2', 'postmortem.md', 'build-20249999.md'])(
    'finds none in %s',
    (text) => {
      expect(findDate(text)).toBeNull()
    },
  )
})
