import { describe, expect, it } from 'vitest'
import { findDurations, readDuration } from '../../../src/time/written/duration.ts'

describe('a written duration', () => {
  it.each([
    ['2 hours 15 minutes', 135, 1],
    ['2 hours and 15 minutes', 135, 1],
    ['1 day, 2 hours', 1560, 60],
    ['2hrs:30mins', 150, 1],
    ['1h30', 90, 1],
    ['1h30m', 90, 1],
    ['35h 36m', 2136, 1],
    ['3 h', 180, 60],
    ['45m', 45, 1],
    ['30-minute', 30, 1],
    ['5280 minutes', 5280, 1],
    ['1,440 minutes', 1440, 1],
    ['3.5 hrs', 210, 6],
    ['2½ hours', 150, 15],
    ['half an hour', 30, 30],
    ['a half hour', 30, 30],
    ['an hour', 60, 60],
    ['an hour and 20 mins', 80, 1],
    ['an hour and a half', 90, 30],
    ['two and a half hours', 150, 30],
    ['two and a quarter hours', 135, 15],
    ['two and three quarters hours', 165, 15],
    ['an hour and a quarter', 75, 15],
    ['two and a quarter hours', 135, 15],
    ['two and three quarters hours', 165, 15],
    ['an hour and a quarter', 75, 15],
    ['three quarters of an hour', 45, 15],
    ['quarter of an hour', 15, 15],
    ['twenty-five minutes', 25, 1],
    ['One Hour', 60, 60],
    ['2 weeks', 20160, 10080],
    ['90 seconds', 1.5, 0.017],
  ])('%s is %d minutes, counted in steps of %d', (text, minutes, granularityMinutes) => {
    expect(readDuration(text)).toEqual({
      start: 0,
      end: text.length,
      text,
      minutes,
      granularityMinutes,
      approximate: false,
      bound: null,
    })
  })

  it.each([
    ['~9h', 540, null],
    ['approximately 4 hours', 240, null],
    ['about two hours', 120, null],
    ['a couple of hours', 120, null],
    ['2-3 hours', 150, null],
    ['1.5 to 2 hours', 105, null],
    ['under 3hrs', 180, 'below'],
    ['less than 5 minutes', 5, 'below'],
    ['just over an hour', null, null],
    ['over an hour', 60, 'above'],
    ['more than 30 min', 30, 'above'],
  ])('%s is approximate', (text, minutes, bound) => {
    const duration = readDuration(text)
    expect(duration?.minutes ?? null).toBe(minutes)
    if (minutes !== null) expect(duration).toMatchObject({ approximate: true, bound })
  })

  it.each(['10 am', 'The outage', '5 users', '10:30', '12 months', 'a man', '1h 5', '', 'half'])(
    '%s is no duration, or not all of it',
    (text) => {
      expect(readDuration(text)?.text ?? '').not.toBe(text === '' ? null : text)
    },
  )

  it('is counted in steps of the range that it is in', () => {
    expect(readDuration('2-5 hours')).toMatchObject({ minutes: 210, granularityMinutes: 180 })
    expect(readDuration('2 to 2.5 hours')).toMatchObject({ minutes: 135, granularityMinutes: 30 })
    expect(readDuration('3-2 hours')).toBeNull()
    expect(readDuration('2-2 hours')).toBeNull()
  })

  it('reads a clock as a duration where the caller says that it is one', () => {
    expect(readDuration('01:30')).toBeNull()
    expect(readDuration('01:30', 0, { clockForm: true })?.minutes).toBe(90)
    expect(readDuration('01:30', 0, { clockForm: true })?.granularityMinutes).toBe(1)
    expect(readDuration('01:30:30', 0, { clockForm: true })?.minutes).toBe(90.5)
    expect(readDuration('01:30:30', 0, { clockForm: true })?.granularityMinutes).toBe(0.017)
    expect(readDuration('01:30:30', 0, { clockForm: true })?.granularityMinutes).toBe(0.017)
    expect(readDuration('2:15 hrs', 0, { clockForm: true })?.minutes).toBe(135)
    expect(readDuration('01:30 (approx)', 0, { clockForm: true })?.minutes).toBe(90)
    expect(readDuration('10:00 AM', 0, { clockForm: true })).toBeNull()
    expect(readDuration('10:00 - 12:30', 0, { clockForm: true })).toBeNull()
  })

  it.each([
    ['The outage lasted 2 hours and 15 minutes, from 10:30 AM to 12:45 PM', ['2 hours and 15 minutes']],
    ['10:00 - 12:00 (2 hours)', ['2 hours']],
    ['detected after 10m, resolved after 1h', ['10m', '1h']],
    ['10:00 AM - 11:00 AM', []],
    ['𝗢𝘂𝘁 for 2 hours', ['2 hours']],
    ['p99 of 300ms', []],
    ['at 10:45 minutes later', []],
    ['version 2.5 hours', ['2.5 hours']],
    ['x5m, -5m, (5m)', ['5m', '5m']],
    ['at 10:45 minutes later', []],
    ['version 2.5 hours', ['2.5 hours']],
    ['x5m, -5m, (5m)', ['5m', '5m']],
  ])('finds those in %s', (text, expected) => {
    expect(findDurations(text).map((duration) => duration.text)).toEqual(expected)
  })
})
