import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertTimes } from '../../../src/time/repair/convert.ts'
import { findDateRepair } from '../../../src/time/repair/repairDate.ts'
import { findStepsBack, sortedIndexes } from '../../../src/time/resolved/order.ts'
import { resolveTimes } from '../../../src/time/resolved/resolve.ts'
import { emptyTimeContext } from '../../../src/time/resolved/resolved.ts'
import { runs } from '../../runs.ts'
import { stepOf } from './lists.ts'

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
