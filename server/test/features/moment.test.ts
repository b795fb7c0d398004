import { describe, expect, it } from 'vitest'
import { describeMoment, printMoment, readMoment } from '../../src/features/moment.ts'
import { inEnglish } from '../../src/messages/translate.ts'

const now = Date.UTC(2026, 10, 21, 5, 54)

/** Checks the moment that is understood, or the reason why none is. */
function check(text: string, expected: string, start: number | null = null) {
  const moment = readMoment(text, now, start)
  expect(moment.kind === 'understood' ? printMoment(moment.instant) : inEnglish(moment.reason)).toBe(expected)
}

describe('a moment typed into a prompt', () => {
  it('is today if that time has passed, and yesterday if not', () => {
    check('05:10', '2026-11-21 05:10')
    check(' 22:48 ', '2026-11-20 22:48')
    check('2248', '2026-11-20 22:48')
    check('10:48 pm', '2026-11-20 22:48')
  })

  it('is on the day written beside it', () => {
    check('2026-11-18 22:48', '2026-11-18 22:48')
    check('Nov 18, 2026 22:48', '2026-11-18 22:48')
  })

  it('is written in UTC, whichever zone it comes in', () => {
    check('2026-11-20 23:48 CET', '2026-11-20 22:48')
    check('06:10 +01:00', '2026-11-21 05:10')
    check('23:30 America/New_York', '2026-11-21 04:30')
  })

  it('is in the zone of the start, unless it names another one', () => {
    const start = Date.UTC(2026, 10, 18, 22, 48)
    const end = (text: string, zone: string) => {
      const moment = readMoment(text, now, start, zone)
      return moment.kind === 'understood' ? printMoment(moment.instant) : null
    }
    expect(readMoment('2026-11-18 23:48 CET', now, null)).toMatchObject({ instant: start, zone: 'CET' })
    expect(end('01:22', 'CET')).toBe('2026-11-19 00:22')
    expect(end('18:22', 'America/New_York')).toBe('2026-11-18 23:22')
    expect(end('00:22 UTC', 'CET')).toBe('2026-11-19 00:22')
    expect(end('+94m', 'CET')).toBe('2026-11-19 00:22')
  })

  it('is after the start, also past midnight', () => {
    const start = Date.UTC(2026, 10, 18, 22, 48)
    check('00:22', '2026-11-19 00:22', start)
    check('23:30', '2026-11-18 23:30', start)
    check('22:48', '2026-11-18 22:48', start)
  })

  it('is told from now, or from the start', () => {
    const start = Date.UTC(2026, 10, 20, 22, 48)
    check('now', '2026-11-21 05:54')
    check('2h ago', '2026-11-21 03:54')
    check('1 hour 30 minutes ago', '2026-11-21 04:24')
    check('90 min ago', '2026-11-21 04:24', start)
    check('yesterday 22:48', '2026-11-20 22:48')
    check('today at 05:10', '2026-11-21 05:10')
    check('+94m', '2026-11-21 00:22', start)
    check('+1h 34m', '2026-11-21 00:22', start)
    check('+1:34', '2026-11-21 00:22', start)
  })

  it('is not told from a start that nobody knows, nor by a distance in no direction', () => {
    for (const text of ['+94m', '+1:34', '2h', '94m', 'nowhere', 'yesterday', '2h ago and more'])
      check(text, 'Write it as 22:48 or 2h ago, or with its date as 2026-03-14 22:48.')
  })

  it('is asked for again if its date can be two days', () => {
    check('10/5/2024 22:48', '"10/5/2024" can be two days. Write 2024-05-10 or 2024-10-05.')
    check('13/5/2024 22:48', '2024-05-13 22:48')
  })

  it('is refused with advice if it cannot be used', () => {
    const unreadable = 'Write it as 22:48 or 2h ago, or with its date as 2026-03-14 22:48.'
    for (const text of ['soon', '25:99', '22:48 and later', '10:00 to 11:00', '2026-11-20', ''])
      check(text, unreadable)
    const future = 'That is in the future: it is 2026-11-21 05:54 UTC now. Write when it was, in UTC.'
    check('2026-11-21 06:30', future)
    check('07:00', future, Date.UTC(2026, 10, 21, 1))
    check('2026-11-18 22:00', 'That is before the start. Write a later time.', Date.UTC(2026, 10, 18, 22, 48))
  })

  it('is confirmed with how long ago it was, or how long after the start', () => {
    const start = Date.UTC(2026, 10, 20, 22, 48)
    const end = Date.UTC(2026, 10, 21, 0, 22)
    expect(inEnglish(describeMoment(start, now, null))).toBe('2026-11-20 22:48 UTC, 7 h 6 min ago')
    expect(inEnglish(describeMoment(end, now, start))).toBe('2026-11-21 00:22 UTC, after 1 h 34 min')
  })
})
