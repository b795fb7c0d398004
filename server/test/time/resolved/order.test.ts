import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMisplaced, findStepsBack, sortedIndexes } from '../../../src/time/resolved/order.ts'
import { runs } from '../../runs.ts'
import { minutes, resolve, steps } from './lists.ts'

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

/** How many of the numbers can be kept, in their order, so that none is below the one before it. */
function longestRun([first, ...rest]: readonly number[], least = 0): number {
  if (first === undefined) return 0
  const without = longestRun(rest, least)
  return first < least ? without : Math.max(without, 1 + longestRun(rest, first))
}
