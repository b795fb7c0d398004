import { expect, it } from 'vitest'
import { findMutants, switchable } from '../../../scripts/mutate/mutants.mjs'

const changesOf = (source: string) =>
  findMutants('example.ts', source).map(
    ({ start, end, replacement }) => `${source.slice(start, end)} → ${replacement}`,
  )

it.each([
  ['a < b', ['a < b → (a) <= (b)']],
  ['a === b', ['a === b → (a) !== (b)']],
  ['a && b', ['a && b → (a) || (b)']],
  ['a - 1', ['a - 1 → (a) + (1)', '1 → 2']],
  ['!a', ['!a → a']],
  ['a ? b : c', ['a → true', 'a → false']],
  ['list.some(is)', ['list.some(is) → list.every(is)']],
  ['true as boolean', ['true → false']],
])('changes what %s means', (expression, changes) => {
  expect(changesOf(`export const value = ${expression}`)).toEqual(changes)
})

it('leaves out statements, and leaves types and imports alone', () => {
  expect(changesOf("import { a } from 'a'\ntype One = 1\nfunction b(c: 1 | 2) {\n  a(c)\n}")).toEqual([
    'a(c) → ',
  ])
})

it('makes a program in which one change at a time is switched on', () => {
  const source = 'let n = 0\nif (n < 2 && !m) n += 5'
  const mutants = findMutants('example.ts', source).map((mutant, id) => ({ ...mutant, id }))
  const run = new Function('isMutant', 'm', `${switchable(source, mutants)}\nreturn n`)
  const results = mutants.map(({ id, replacement }) => [
    replacement,
    run((each: number) => each === id, false),
  ])
  expect(run(() => false, false)).toBe(5)
  expect(Object.fromEntries(results)).toEqual({
    '1': 6,
    '(n < 2) || (!m)': 5,
    '(n) <= (2)': 5,
    '3': 5,
    m: 0,
    true: 5,
    false: 0,
    '': 0,
    '6': 6,
  })
})
