import { describe, expect, it } from 'vitest'
import { formatIso } from '../../../src/time/repair/print.ts'
import { findStepsBack } from '../../../src/time/resolved/order.ts'
import { resolve } from './lists.ts'

describe('daylight saving', () => {
  it('leaves a gap in spring', () => {
    const [time] = resolve(['2024-03-10 02:30 America/New_York'])
    expect(time?.daylight).toEqual({ kind: 'gap' })
    expect(time?.certainty).toBe('assumed')
    expect(time && formatIso(time)).toBe('2024-03-10T02:30:00-05:00')
  })

  it('has an hour twice in autumn', () => {
    const [time] = resolve(['2024-11-03 01:30 America/New_York'])
    expect(time?.daylight).toMatchObject({ kind: 'overlap', isSettled: false })
    expect(time?.certainty).toBe('assumed')
  })

  it('lets the neighbours settle which of the two hours is meant', () => {
    const times = resolve([
      '2024-11-03 01:20 EDT',
      '2024-11-03 01:30 America/New_York',
      '2024-11-03 01:40 EDT',
      '2024-11-03 06:10 UTC',
      '2024-11-03 01:15 America/New_York',
      '2024-11-03 07:00 UTC',
    ])
    expect(times[1]).toMatchObject({
      daylight: { isSettled: true },
      offsetMinutes: -240,
      certainty: 'certain',
    })
    expect(times[4]).toMatchObject({
      daylight: { isSettled: true },
      offsetMinutes: -300,
      certainty: 'certain',
    })
  })

  it('goes by the nearest certain time before', () => {
    const times = resolve([
      '2024-11-03 00:10 EDT',
      '2024-11-03 05:40 UTC',
      '2024-11-03 01:30 America/New_York',
    ])
    expect(times[2]).toMatchObject({ daylight: { isSettled: true }, offsetMinutes: -300 })
  })

  it('makes the distance to an hour that does not exist, or exists twice, uncertain', () => {
    const stepOf = (lines: readonly string[]) => findStepsBack(resolve(lines))[0]?.certainty
    const zone = 'America/New_York'
    expect(stepOf([`2024-03-10 02:30 ${zone}`, `2024-03-10 01:00 ${zone}`])).toBe('assumed')
    expect(stepOf([`2024-11-03 01:30 ${zone}`, `2024-11-03 00:30 ${zone}`])).toBe('assumed')
    expect(stepOf([`2024-11-03 03:30 ${zone}`, `2024-11-03 00:30 ${zone}`])).toBe('certain')
  })

  it.each([
    ['2024-03-31 02:30 Europe/Paris', 'gap'],
    ['2024-10-27 02:30 Europe/Paris', 'overlap'],
    ['2024-10-06 02:15 Australia/Lord_Howe', 'gap'],
    ['2024-04-07 01:45 Australia/Lord_Howe', 'overlap'],
    ['2024-07-01 02:30 Europe/Paris', null],
  ])('%s: %s', (text, kind) => {
    expect(resolve([text])[0]?.daylight?.kind ?? null).toBe(kind)
  })
})
