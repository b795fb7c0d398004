import type { AST } from '@eslint-community/regexpp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prove } from '../../../scripts/patterns/prove.mjs'
import { contextOf, parse, stepsOf } from '../../../scripts/patterns/steps.mjs'
import { runs } from '../runs.ts'

describe('a proof that a search takes linear time', () => {
  it.each([
    ['a few steps at each place', 'bounded', /\b(?:users?|clients)\b[^.]{0,40}\bdown\b/i],
    ['one place only', 'once', /^\s*(?:[-*]\s)?$/],
    ['repetitions that are what is found', 'consumed', /[\p{L}\p{N}]+(?:'s)?/gu],
    ['repetitions that stop where the next search may begin', 'apart', /\[[^[\]]*\]/g],
    ['repetitions that it never begins in', 'apart', /(?<!\s)\s+$/],
    ['alternatives of both kinds', 'apart, bounded', /(?<!,),+$|\d{1,4}/],
  ])('rests on %s', (_, reason, { source, flags }) => {
    expect(prove(source, flags)).toBe(reason)
  })

  it.each([
    [/\s+$/],
    [/a.*b/s],
    [/\s*,/],
    [/^(?:a|a)*$/],
    [/^(?:a+)+$/],
    [/^\w+\d+$/],
    [/^\s*-/m],
    [/(?:\w+ )?down/],
    [/\ball\b .*\bdown/],
    [/(a+)b\1/],
    [/x(?=.*y)/g],
  ])('is not found for %s', ({ source, flags }) => {
    expect(prove(source, flags)).toBeNull()
  })
})

const characters = ['a', 'b', ' ']
const anyPattern = fc.letrec<Record<'pattern' | 'sequence' | 'part' | 'atom', string>>((tie) => ({
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|')),
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', ' ', '\\w', '[^a]', '\\b', '$', '(?!a)', '(?<!b)', '(?<= )'),
    fc.tuple(tie('atom'), fc.constantFrom('*', '+', '?', '{1,3}', '*?')).map((parts) => parts.join('')),
  ),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', ' ', '\\w', '[^a]', '\\s'),
    tie('pattern').map((pattern) => `(?:${pattern})`),
  ),
})).pattern
const anyStart = fc.constantFrom('', '', '^')
const anyText = fc.array(fc.constantFrom(...characters), { maxLength: 5 }).map((parts) => parts.join(''))

describe('the bound of the steps at one place', () => {
  it('is never exceeded by a matcher that counts them', () => {
    fc.assert(
      fc.property(anyStart, anyPattern, anyText, (start, written, text) => {
        const { alternatives } = parse(`${start}(?:${written})`, '')
        const bound = stepsOf(alternatives, contextOf('')).reduce(
          (sum, coefficient, degree) =>
            sum + (coefficient === 0 ? 0 : coefficient * (text.length + 1) ** degree),
          0,
        )
        for (let at = 0; at <= text.length; at += 1) {
          expect(match(alternatives, text, at).steps).toBeLessThanOrEqual(bound)
        }
      }),
      { numRuns: runs(12) },
    )
  })

  it('makes all searches linear that are proven to be', () => {
    fc.assert(
      fc.property(anyStart, anyPattern, anyText, (start, written, unit) => {
        const source = `${start}${written}`
        fc.pre(prove(source, 'g') !== null && unit !== '')
        const { alternatives } = parse(source, 'g')
        const [short, long] = [4, 16].map((count) => searchAll(alternatives, `${unit.repeat(count)}b`))
        expect(long).toBeLessThanOrEqual((short as number) * 4.5 + 200)
      }),
      { numRuns: runs(12) },
    )
  })
})

function searchAll(alternatives: readonly AST.Alternative[], text: string): number {
  let total = 0
  for (let at = 0; at <= text.length; ) {
    const { end, steps } = match(alternatives, text, at)
    total += steps
    at = end === null || end === at ? at + 1 : end
  }
  return total
}

/** The characters of the texts that a piece of a pattern matches. */
const singles = memoize(
  (raw: string) => new Set(characters.filter((each) => new RegExp(`^${raw}$`).test(each))),
)
const assertions = memoize((raw: string) => new RegExp(raw, 'y'))

function memoize<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}

type Next = (at: number) => number | null

/** Matches as the specification says, by trying one way after the other, and counts what it looks at. */
function match(alternatives: readonly AST.Alternative[], text: string, start: number) {
  let steps = 0
  const matchAny = (choices: readonly AST.Alternative[], at: number, next: Next): number | null => {
    for (const { elements } of choices) {
      const end = matchAll(elements, at, next)
      if (end !== null) return end
    }
    return null
  }
  const matchAll = (elements: readonly AST.Element[], at: number, next: Next): number | null => {
    const [first, ...rest] = elements
    return first === undefined ? next(at) : matchOne(first, at, (end) => matchAll(rest, end, next))
  }
  const matchOne = (element: AST.Element, at: number, next: Next): number | null => {
    if (element.type === 'Group') return matchAny(element.alternatives, at, next)
    if (element.type === 'Quantifier') return repeat(element, at, 0, next)
    steps += 1
    if (element.type === 'Assertion') {
      const holds = assertions(element.raw)
      holds.lastIndex = at
      return holds.test(text) ? next(at) : null
    }
    return at < text.length && singles(element.raw).has(text[at] as string) ? next(at + 1) : null
  }
  const repeat = (quantifier: AST.Quantifier, at: number, count: number, next: Next): number | null => {
    const { element, min, max, greedy } = quantifier
    const leave = () => (count < min ? null : next(at))
    const again = () =>
      count === max
        ? null
        : matchOne(element, at, (end) =>
            end === at && count >= min ? null : repeat(quantifier, end, count + 1, next),
          )
    return greedy ? (again() ?? leave()) : (leave() ?? again())
  }
  const end = matchAny(alternatives, start, (at) => at)
  return { end, steps }
}
