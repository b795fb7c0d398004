import { expect, it } from 'vitest'
import { findGrowth, findSteepDoubling } from '../../../scripts/fuzz/growth.mjs'
import { randomFrom } from '../../../scripts/fuzz/random.mjs'
import { shrink } from '../../../scripts/fuzz/shrink.mjs'

it('makes the same attempt of the same seed, and another of another', () => {
  const make = (seed: number) => {
    const random = randomFrom(seed)
    return [random.text(['a', 'b', 'c'], 50), random.below(1000), random.pick([1, 2, 3]), random.chance(0.5)]
  }
  expect(make(7)).toEqual(make(7))
  expect(make(7)).not.toEqual(make(8))
})

it('shrinks an attempt to what still fails, and says what that is', async () => {
  const check = async ({ text, list }: { readonly text: string; readonly list: readonly string[] }) =>
    text.includes('(') && list.some((each) => each.includes('x')) ? `fails with ${text.length}` : null
  const attempt = { text: 'a long text with a ( in it', list: ['one', 'and x', 'three'] }
  expect(await shrink(attempt, { check })).toEqual({
    attempt: { text: '(', list: ['x'] },
    reason: 'fails with 1',
  })
})

/** Milliseconds that follow from the length alone, with a pause whenever `isPaused` says so. */
function growthOf(cost: (length: number) => number, isPaused: () => boolean = () => false): string | null {
  let length = 0
  const act = (size: number) => {
    length = size
  }
  return findGrowth(act, 1000, (action) => {
    action()
    return cost(length) * (isPaused() ? 10 : 1)
  })
}

it('says how time grows that grows faster than the text', () => {
  expect(growthOf((length) => length / 10)).toBeNull()
  expect(growthOf((length) => length ** 2 / 10_000)).toBe(
    '8 times as much takes 64 times as long, and twice that again 4.0 times',
  )
})

it('takes neither a pause nor a threshold for growth', () => {
  let count = 0
  expect(
    growthOf(
      (length) => length / 10,
      () => count++ % 3 > 0,
    ),
  ).toBeNull()
  expect(growthOf((length) => (length > 5000 ? length : length / 100))).toBeNull()
})

it('needs no second opinion on what takes forever', () => {
  expect(growthOf((length) => length ** 2 / 1000)).toBe('8 times as much takes 64 times as long')
})

it('says at which size twice as much takes more than twice as long', () => {
  const doublingOf = (cost: (length: number) => number) => {
    let length = 0
    const act = (size: number) => {
      length = size
    }
    const measure = (action: () => unknown) => {
      action()
      return cost(length)
    }
    return findSteepDoubling(act, [1000, 2000, 4000], measure)
  }
  expect(doublingOf((length) => length)).toBeNull()
  expect(doublingOf((length) => length ** 2 / 100_000)).toBeNull()
  expect(doublingOf((length) => length ** 2 / 1000)).toBe(
    '2000 characters take 4.0 times as long as half of them',
  )
})
