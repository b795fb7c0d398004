import { describe, expect, it } from 'vitest'
import { formatIso } from '../../../src/time/repair/print.ts'
import { distanceBetween } from '../../../src/time/resolved/order.ts'
import { type Given, minutes, print, resolve, steps } from './lists.ts'

describe('midnight', () => {
  it('passes where the clock falls back by twelve hours or more', () => {
    const given: Given = { dates: [['2024-05-10', 'summary']] }
    expect(print(['22:00', '23:50', '00:20', '01:00'], given)).toEqual([
      '2024-05-10T22:00:00',
      '2024-05-10T23:50:00',
      '2024-05-11T00:20:00',
      '2024-05-11T01:00:00',
    ])
    expect(resolve(['22:00', '00:20'], given)[1]?.rolledOver).toBe(true)
    expect(print(['22:00', '10:00'], given).at(-1)).toBe('2024-05-11T10:00:00')
    expect(print(['22:00', '10:01'], given).at(-1)).toBe('2024-05-10T10:01:00')
  })

  it('does not pass where it falls back by less', () => {
    expect(steps(['15:00', '13:10', '15:30'])).toEqual([[1, 110]])
  })

  it('passes in lists without any date', () => {
    expect(minutes(['23:50', '00:20'])).toBe(30)
    expect(steps(['22:00', '23:50', '00:20', '09:00'])).toEqual([])
  })

  it('passes only once a night', () => {
    expect(print(['2024-05-10 23:50', '00:20', '23:55', '00:05'])).toEqual([
      '2024-05-10T23:50:00',
      '2024-05-11T00:20:00',
      '2024-05-11T23:55:00',
      '2024-05-12T00:05:00',
    ])
  })

  it('passes within a range', () => {
    const [time] = resolve(['2024-05-10 23:50 - 00:20 UTC'])
    expect(time?.until && formatIso(time.until)).toBe('2024-05-11T00:20:00+00:00')
    expect(time?.until && distanceBetween(time, time.until)?.minutes).toBe(30)
  })

  it.each([
    ['2024-05-10 10:00 - 10:00 UTC', '2024-05-10T10:00:00+00:00'],
    ['2024-05-10 23:50 UTC - 2024-05-12 00:20 UTC', '2024-05-12T00:20:00+00:00'],
    ['2024-05-10 22:00 UTC - 18:30 EDT', '2024-05-10T18:30:00-04:00'],
    ['2024-05-10 22:00 UTC - 02:30 EAT', '2024-05-11T02:30:00+03:00'],
  ])('%s ends at %s', (text, end) => {
    const [time] = resolve([text])
    expect(time?.until && formatIso(time.until)).toBe(end)
  })

  it('is the end of the day that is written before 24:00, and no other time is', () => {
    expect(
      print(['2024-05-10 24:00', '2024-05-10 24:30', '2024-05-10 24:00:01', '2024-05-10 23:60']),
    ).toEqual(['2024-05-11T00:00:00', null, null, null])
  })

  it('has not passed where the summary says that it was over that day', () => {
    const given: Given = { window: '2024-05-10 09:00 - 2024-05-10 23:30' }
    expect(print(['22:30', '09:45'], given)).toEqual(['2024-05-10T22:30:00', '2024-05-10T09:45:00'])
  })

  it('has passed before the first entry where the outage began the evening before', () => {
    const given: Given = { window: '2024-05-10 23:50 - 2024-05-11 02:00' }
    expect(print(['00:05', '00:30'], given)).toEqual(['2024-05-11T00:05:00', '2024-05-11T00:30:00'])
  })

  it.each([
    ['next day 02:00', ['2024-05-10T20:00:00', '2024-05-11T02:00:00', '2024-05-11T03:00:00']],
    ['02:00 (next day)', ['2024-05-10T20:00:00', '2024-05-11T02:00:00', '2024-05-11T03:00:00']],
    ['next day 21:00', ['2024-05-10T20:00:00', '2024-05-11T21:00:00', '2024-05-12T03:00:00']],
  ])('is passed by %s', (text, expected) => {
    expect(print(['2024-05-10 20:00', text, '03:00'])).toEqual(expected)
  })

  it('is passed once by two entries of the same next day', () => {
    expect(print(['2024-05-10 20:00', 'next day 02:00', 'next day 03:00']).at(-1)).toBe('2024-05-11T03:00:00')
  })

  it('is seen in the zone of the entry', () => {
    expect(print(['2024-05-10 22:00 UTC', '18:30 EDT', '2024-05-11 02:00 UTC', '22:30 EDT'])).toEqual([
      '2024-05-10T22:00:00+00:00',
      '2024-05-10T18:30:00-04:00',
      '2024-05-11T02:00:00+00:00',
      '2024-05-10T22:30:00-04:00',
    ])
  })
})

describe('times counted from the start', () => {
  it('need the start of the summary', () => {
    const given: Given = { window: '2024-05-10 23:50 UTC - 2024-05-11 02:00 UTC' }
    expect(print(['T-5m', 'T+0', 'T+15m'], given)).toEqual([
      '2024-05-10T23:45:00+00:00',
      '2024-05-10T23:50:00+00:00',
      '2024-05-11T00:05:00+00:00',
    ])
    expect(resolve(['T+15m'], given)[0]?.instant).toBe(Date.UTC(2024, 4, 11, 0, 5))
  })

  it('have no instant where the start has none', () => {
    const [time] = resolve(['T+15m'], { window: '2024-05-10 23:50 - 2024-05-11 02:00' })
    expect(time?.instant).toBeNull()
    expect(time && formatIso(time)).toBe('2024-05-11T00:05:00')
  })

  it('are in order among themselves without it', () => {
    expect(steps(['T+0', 'T+15m', 'T+10m'])).toEqual([[2, 5]])
    expect(print(['T+15m'])).toEqual([null])
  })
})
