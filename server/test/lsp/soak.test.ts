import { expect, it } from 'vitest'
import { findGrowth, type Round } from './soak.ts'

const mebibyte = 1024 * 1024
const round = (change: Partial<Round> = {}): Round => ({
  edits: 100,
  heap: 30 * mebibyte,
  handles: 1,
  listeners: 19,
  ...change,
})
const rounds = (print: (index: number) => Partial<Round>) =>
  Array.from({ length: 12 }, (_, index) => round(print(index)))

it('finds nothing in a server that warms up, nor in one odd round', () => {
  expect(findGrowth(rounds((index) => ({ heap: Math.min(index, 4) * 2 * mebibyte })))).toBeNull()
  expect(findGrowth(rounds((index) => ({ heap: index === 9 ? 90 * mebibyte : 30 * mebibyte })))).toBeNull()
})

it.each([
  ['the heap', { heap: mebibyte }, 'The heap grows by 1024 KiB a round.'],
  ['listeners', { listeners: 1 }, 'Listeners: 11 after 4.'],
  ['open handles', { handles: 2 }, 'Open handles: 22 after 8.'],
])('finds that %s grow from round to round', (_, step, reason) => {
  const grown = rounds((index) =>
    Object.fromEntries(Object.entries(step).map(([key, each]) => [key, index * each])),
  )
  expect(findGrowth(grown)).toBe(reason)
})

it('says nothing good after too few rounds', () => {
  expect(findGrowth([round(), round()])).toBe('There are too few rounds.')
})
