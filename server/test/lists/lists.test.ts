import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWhile } from '../../src/lists/countWhile.ts'
import { largest, smallest } from '../../src/lists/extremes.ts'
import { groupBy } from '../../src/lists/groupBy.ts'

describe('a list', () => {
  it('is put into groups, each in the order of the list', () => {
    const groups = groupBy(['ant', 'bee', 'ape', 'cow'], (word) => word.charAt(0))
    expect([...groups]).toEqual([
      ['a', ['ant', 'ape']],
      ['b', ['bee']],
      ['c', ['cow']],
    ])
  })

  it('has a smallest and a largest number, however long it is', () => {
    const numbers = Array.from({ length: 300_000 }, (_, index) => (index * 7) % 300_000)
    expect([smallest(numbers), largest(numbers)]).toEqual([0, 299_999])
    expect([smallest([]), largest([])]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
  })

  it('is counted up to the first item for which something does not hold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (numbers, limit) => {
        const sorted = numbers.toSorted((one, other) => one - other)
        const expected = sorted.filter((each) => each < limit).length
        expect(countWhile(sorted, (each) => each < limit)).toBe(expected)
      }),
    )
  })
})
