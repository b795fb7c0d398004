import { expect, it } from 'vitest'
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
