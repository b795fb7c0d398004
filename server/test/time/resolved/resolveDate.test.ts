import { describe, expect, it } from 'vitest'
import { formatIso } from '../../../src/time/repair/print.ts'
import { type Given, print, resolve } from './lists.ts'

describe('the date of a time', () => {
  it.each([
    ['the entry above', ['2022-02-02 10:00', '10:30'], {}, '2022-02-02T10:30:00', 'previous', 'certain'],
    ['the date heading', ['# 2022-02-02', '09:00', '10:30'], {}, '2022-02-02T10:30:00', 'heading', 'certain'],
    [
      'the last date heading',
      ['# 2022-02-02', '23:00', '# 2022-02-05', '10:30'],
      {},
      '2022-02-05T10:30:00',
      'heading',
      'certain',
    ],
    [
      'the summary',
      ['09:00', '10:30'],
      { dates: [['2022-02-02', 'summary']] },
      '2022-02-02T10:30:00',
      'summary',
      'certain',
    ],
    [
      'the title',
      ['09:00', '10:30'],
      { dates: [['2022-02-02', 'title']] },
      '2022-02-02T10:30:00',
      'title',
      'assumed',
    ],
    [
      'the entry itself',
      ['09:00', '2022-02-03 10:30'],
      { dates: [['2022-02-02', 'title']] },
      '2022-02-03T10:30:00',
      'own',
      'certain',
    ],
    [
      'both ends of a range',
      ['10:30 - 11:00 on May 5, 2024'],
      {},
      '2024-05-05T10:30:00',
      'partner',
      'certain',
    ],
    ['nothing', ['09:00', '10:30'], {}, 'T10:30:00', 'none', 'unknown'],
  ] as const)('comes from %s', (_, lines, given, iso, source, certainty) => {
    const last = resolve(lines, given as Given).at(-1)
    expect(last && formatIso(last)).toBe(iso)
    expect(last?.date.source).toBe(source)
    expect(last?.date.certainty).toBe(certainty)
  })

  it('above the first date is assumed to be that date', () => {
    const [first] = resolve(['10:00', '2022-02-02 11:00'])
    expect(first && formatIso(first)).toBe('2022-02-02T10:00:00')
    expect(first?.date).toMatchObject({ source: 'following', certainty: 'assumed' })
  })

  it('takes a missing year from the context, across New Year as well', () => {
    const given: Given = { dates: [['2024-01-02', 'summary']] }
    expect(print(['Dec 31, 23:00', 'Jan 2, 01:00'], given)).toEqual([
      '2023-12-31T23:00:00',
      '2024-01-02T01:00:00',
    ])
  })

  it('takes a missing year from the other entries', () => {
    expect(print(['Feb 21, 13:00', 'Feb 22, 2022, 14:00'])).toEqual([
      '2022-02-21T13:00:00',
      '2022-02-22T14:00:00',
    ])
  })

  it('reads day and month in the order that another date settles', () => {
    expect(print(['06-05-2026 10:00', '27-05-2026 10:00'])).toEqual([
      '2026-05-06T10:00:00',
      '2026-05-27T10:00:00',
    ])
    expect(print(['06-05-2026 10:00', '06-27-2026 10:00'])).toEqual([
      '2026-06-05T10:00:00',
      '2026-06-27T10:00:00',
    ])
    expect(resolve(['06-05-2026 10:00'])[0]?.date.certainty).toBe('assumed')
    const settings = { dateOrder: 'monthDayYear' as const }
    expect(resolve(['06-05-2026 10:00'], { settings })[0]?.date.certainty).toBe('certain')
    expect(print(['06-05-2026 10:00'], { settings })).toEqual(['2026-06-05T10:00:00'])
  })

  it('finds the day of a weekday', () => {
    const given: Given = { dates: [['2024-05-10', 'summary']] }
    expect(print(['10:00', 'Saturday 02:00', '03:00'], given)).toEqual([
      '2024-05-10T10:00:00',
      '2024-05-11T02:00:00',
      '2024-05-11T03:00:00',
    ])
  })

  it('is not there for what is no time', () => {
    expect(print(['25:00', '30 Feb 2024 10:00', 'HH:mm', '2024-05-05 10:00'])).toEqual([
      null,
      null,
      null,
      '2024-05-05T10:00:00',
    ])
  })
})
