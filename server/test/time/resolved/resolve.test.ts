import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertTimes } from '../../../src/time/repair/convert.ts'
import { formatIso } from '../../../src/time/repair/print.ts'
import { findDateRepair } from '../../../src/time/repair/repairDate.ts'
import {
  distanceBetween,
  findMisplaced,
  findStepsBack,
  sortedIndexes,
} from '../../../src/time/resolved/order.ts'
import { resolveTime, resolveTimes } from '../../../src/time/resolved/resolve.ts'
import {
  type DateSource,
  emptyTimeContext,
  type ResolvedTime,
  type TimeContext,
  type TimeSettings,
  type TimeStep,
  type ZoneSource,
} from '../../../src/time/resolved/resolved.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import { readZone } from '../../../src/time/written/zone.ts'
import { runs } from '../../runs.ts'

describe('the zone of a time', () => {
  it.each([
    ['2024-05-10 02:00 UTC', '2024-05-10T02:00:00+00:00', 'own', 'certain'],
    ['2024-05-10 02:00 EAT', '2024-05-10T02:00:00+03:00', 'own', 'certain'],
    ['2024-05-10 02:00', '2024-05-10T02:00:00', 'none', 'unknown'],
    ['2024-05-10 02:00 PT', '2024-05-10T02:00:00-07:00', 'own', 'certain'],
    ['2024-01-10 02:00 PT', '2024-01-10T02:00:00-08:00', 'own', 'certain'],
    ['2024-05-10 02:00 Europe/Paris', '2024-05-10T02:00:00+02:00', 'own', 'certain'],
    ['2024-05-10 02:00 Etc/GMT+1', '2024-05-10T02:00:00-01:00', 'own', 'certain'],
    ['2024-05-10 02:00 PST', '2024-05-10T02:00:00-08:00', 'own', 'assumed'],
    ['2024-05-10 02:00 IST', '2024-05-10T02:00:00', 'own', 'unknown'],
    ['2024-05-10 02:00 IST (UTC+5:30)', '2024-05-10T02:00:00+05:30', 'own', 'certain'],
    ['2024-05-10 02:00 PST (UTC-7)', '2024-05-10T02:00:00-07:00', 'own', 'assumed'],
    ['2024-05-10 02:00 to 04:30 UTC', '2024-05-10T02:00:00+00:00', 'partner', 'certain'],
    ['02:00 EAT', 'T02:00:00+03:00', 'own', 'unknown'],
    ['02:00', 'T02:00:00', 'none', 'unknown'],
    ['May 10, 02:00 UTC', '--05-10T02:00:00+00:00', 'own', 'unknown'],
    ['2024-05-10', '2024-05-10', 'none', 'unknown'],
  ])('%s is %s', (text, iso, source, certainty) => {
    const time = resolveTime(read(text), emptyTimeContext)
    expect(formatIso(time)).toBe(iso)
    expect(time.zone.source).toBe(source)
    expect(time.certainty).toBe(certainty)
  })

  it('comes from the strongest statement about the list', () => {
    const [time] = resolve(['2024-05-10 02:00'], { zones: ['EAT', 'UTC'] })
    expect(time?.zone).toMatchObject({ source: 'statement', certainty: 'certain' })
    expect(time && formatIso(time)).toBe('2024-05-10T02:00:00+03:00')
  })

  it('is assumed from the entries that name one, where they agree', () => {
    const agreed = resolve(['2024-05-10 02:00 UTC', '2024-05-10 03:00'])
    expect(agreed[1]?.zone).toMatchObject({ source: 'siblings', certainty: 'assumed' })
    const divided = resolve(['2024-05-10 02:00 UTC', '2024-05-10 03:00', '2024-05-10 05:00 EAT'])
    expect(divided[1]?.zone.source).toBe('none')
  })

  it('is assumed from the settings where the document names none', () => {
    const settings = { defaultZone: 'Africa/Nairobi' }
    const [time] = resolve(['2024-05-10 02:00'], { settings })
    expect(time && formatIso(time)).toBe('2024-05-10T02:00:00+03:00')
    expect(time?.certainty).toBe('assumed')
  })

  it('follows the settings for an ambiguous abbreviation', () => {
    const settings = { abbreviations: { IST: 'Asia/Kolkata', PST: '-08:00' } }
    const times = resolve(['2024-05-10 02:00 IST', '2024-05-10 02:00 PST'], { settings })
    expect(times.map(formatIso)).toEqual(['2024-05-10T02:00:00+05:30', '2024-05-10T02:00:00-08:00'])
    expect(times.map((time) => time.certainty)).toEqual(['certain', 'certain'])
  })
})

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

describe('the order of a list', () => {
  it.each([
    [['10:00', '10:00', '10:05'], []],
    [['14:05:30', '14:05', '14:06'], []],
    [['14:05:30', '14:05:10'], [[1, 1 / 3]]],
    [['14:05', '14:04'], [[1, 1]]],
    [['14:05', '~14:00'], []],
    [['14:05', '~13:55'], []],
    [['14:05', '~13:54'], [[1, 11]]],
    [['14:05', '~13:40'], [[1, 25]]],
    [['2024-05-10', '2024-05-10 09:00', '2024-05-09'], [[2, 1980]]],
    [['2024-05-10 09:00', '2024-05-10', '2024-05-11'], []],
    [['10:00 UTC', '12:30 EAT', '10:30 UTC'], [[1, 30]]],
    [['10:00 UTC', '13:30 EAT', '11:00 UTC'], []],
    [['10:00 UTC', '09:00 IST', '11:00 UTC'], []],
    [['10:00', 'HH:mm', '09:00'], [[2, 60]]],
  ])('%j steps back at %j', (lines, expected) => {
    expect(steps(lines)).toEqual(expected)
  })

  it('is certain without any zone, because all times lack the same one', () => {
    const [step] = findStepsBack(resolve(['15:40', '13:40']))
    expect(step?.certainty).toBe('certain')
  })

  it('is only assumed where the zones are', () => {
    const [step] = findStepsBack(resolve(['2024-05-10 10:00 UTC', '2024-05-10 01:00 PST']))
    expect(step?.certainty).toBe('assumed')
  })

  it('is only assumed where the clocks are in order and their zones are not', () => {
    const [step] = findStepsBack(resolve(['16:00 EDT', '16:15 CAT', '16:30 CAT']))
    expect(step).toMatchObject({ index: 1, certainty: 'assumed' })
    expect(findStepsBack(resolve(['16:00 EDT', '16:00 CAT']))[0]?.certainty).toBe('assumed')
    expect(findStepsBack(resolve(['16:00 EDT', '15:15 CAT']))[0]?.certainty).toBe('certain')
  })

  it('names the fewest entries that must move', () => {
    expect(findMisplaced(resolve(['10:00', '20:00', '10:15', '10:30']))).toEqual([1])
    expect(findMisplaced(resolve(['10:00', '10:30', '10:15', '10:45']))).toHaveLength(1)
    expect(findMisplaced(resolve(['10:00', '10:30']))).toEqual([])
    expect(findMisplaced(resolve(['10:00 UTC', '10:30 IST']))).toBeNull()
  })

  it('names no more entries than must move', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 19 }), { maxLength: 7 }), (hours) => {
        const misplaced = findMisplaced(resolve(hours.map((hour) => `${hour}:00`))) ?? []
        const kept = hours.filter((_, index) => !misplaced.includes(index))
        expect(kept).toEqual([...kept].sort((one, other) => one - other))
        expect(kept).toHaveLength(longestRun(hours))
      }),
      { numRuns: runs(30) },
    )
  })

  it('sorts equal times in the order they are written', () => {
    expect(sortedIndexes(resolve(['10:30', '10:00', '10:30', '09:00']))).toEqual([3, 1, 0, 2])
    expect(sortedIndexes(resolve(['10:30', 'HH:mm']))).toBeNull()
    expect(sortedIndexes([])).toEqual([])
  })
})

/** How many of the numbers can be kept, in their order, so that none is below the one before it. */
function longestRun([first, ...rest]: readonly number[], least = 0): number {
  if (first === undefined) return 0
  const without = longestRun(rest, least)
  return first < least ? without : Math.max(without, 1 + longestRun(rest, first))
}

describe('the time between', () => {
  it.each([
    [['14:00', '17:30'], 210],
    [['2024-05-10 02:00 UTC', '2024-05-10 04:30 UTC'], 150],
    [['2023-10-10 14:00 UTC', '2023-10-11 02:00 UTC'], 720],
    [['2024-03-10 01:00 America/New_York', '2024-03-10 04:00 America/New_York'], 120],
    [['2024-05-10 12:00 UTC', '2024-05-10 12:00 WAT'], -60],
    [['12:00 CAT', '14:15 CAT'], 135],
    [['2024-05-10 10:00 IST', '2024-05-10 11:00 IST'], 60],
  ])('%j is %d minutes', (lines, expected) => {
    expect(minutes(lines)).toBe(expected)
  })

  it('is unknown between times that nothing relates', () => {
    expect(minutes(['2024-05-10', '2024-05-10 16:00'])).toBeNull()
    expect(minutes(['2024-05-10', '2024-05-12'])).toBe(2880)
    expect(minutes(['10:00 IST', '11:00 UTC'])).toBeNull()
    expect(minutes(['10:00', '11:00 UTC'], { zones: [] })).not.toBeNull()
  })
})

describe('any list of times', () => {
  const line = fc.constantFrom(
    '10:00',
    '23:50',
    '00:10',
    '25:00',
    'HH:mm',
    '2024-02-30',
    '2024-05-10',
    '03/04/2024 09:00',
    'Feb 29, 10:00',
    'T+15m',
    '2024-03-10 02:30 ET',
    '2024-11-03 01:30 ET',
    '10:00 IST',
    'next day 02:00',
    'Saturday 14:00',
    '10:00 - 09:00 EAT',
    '2024-05-10 14:00 UTC (10:00 EDT)',
    '9 - 11 AM',
    'noon',
    '0616',
    '# 2024-05-11',
    '# March 22',
  )

  it('is placed, ordered, repaired and converted without an error', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const list = lines.map(stepOf)
        const times = resolveTimes(list, emptyTimeContext)
        expect(times).toHaveLength(list.filter(({ kind }) => kind === 'time').length)
        for (const step of findStepsBack(times)) expect(step.minutes).toBeGreaterThan(0)
        for (const time of times) {
          expect(time.certainty === 'unknown').toBe(time.instant === null)
          if (time.instant !== null) expect(time.wall).toBe(time.instant + (time.offsetMinutes ?? 0) * 60_000)
        }
        const order = sortedIndexes(times)
        if (order !== null)
          expect([...order].sort((one, other) => one - other)).toEqual(times.map((_, index) => index))
        const repair = findDateRepair(list, emptyTimeContext)
        if (repair !== null) expect(repair.edits.length).toBeGreaterThan(0)
        convertTimes(list, emptyTimeContext, { text: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } })
      }),
      { numRuns: runs(40) },
    )
  })
})

interface Given {
  readonly zones?: readonly string[]
  readonly dates?: readonly (readonly [text: string, source: DateSource])[]
  readonly settings?: Partial<TimeSettings>
  readonly window?: string
}

function read(text: string) {
  const time = readWrittenTime(text)
  if (time === null) throw new Error(`no time in ${text}`)
  return time
}

function context(given: Given): TimeContext {
  const zones = (given.zones ?? []).map((text) => ({
    zone: readZone(text)!,
    source: 'statement' as ZoneSource,
  }))
  const dates = (given.dates ?? []).map(([text, source]) => ({ date: readDate(text, 0)!.date, source }))
  const start = given.window === undefined ? null : resolveTime(read(given.window), emptyTimeContext)
  return {
    zones,
    dates,
    settings: { ...emptyTimeContext.settings, ...given.settings },
    window: start === null ? null : { start, end: start.until },
  }
}

/** A line that begins with `#` is a date heading. */
function resolve(lines: readonly string[], given: Given = {}): readonly ResolvedTime[] {
  return resolveTimes(lines.map(stepOf), context(given))
}

function stepOf(line: string): TimeStep {
  if (!line.startsWith('# ')) return { kind: 'time', time: read(line) }
  return { kind: 'date', date: readDate(line, 2)!.date, zone: null }
}

function print(lines: readonly string[], given: Given = {}): readonly (string | null)[] {
  return resolve(lines, given).map(formatIso)
}

function steps(lines: readonly string[]): readonly (readonly number[])[] {
  return findStepsBack(resolve(lines)).map((step) => [step.index, step.minutes])
}

function minutes(lines: readonly string[], given: Given = {}): number | null {
  const [from, to] = resolve(lines, given)
  return from === undefined || to === undefined ? null : (distanceBetween(from, to)?.minutes ?? null)
}
