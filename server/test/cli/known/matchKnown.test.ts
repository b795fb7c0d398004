import { describe, expect, it } from 'vitest'
import type { Fingerprint } from '../../../src/cli/known/fingerprints.ts'
import { fingerprintsOf } from '../../../src/cli/known/fingerprints.ts'
import { matchKnown } from '../../../src/cli/known/matchKnown.ts'

const finding = (problem: string, line = 'a', rule = 'any-rule'): Fingerprint => ({ rule, problem, line })

/** The problems of the findings that are new. */
const fresh = (known: readonly Fingerprint[], found: readonly Fingerprint[]) =>
  found
    .filter((_, index) => !matchKnown(found, known)[index])
    .map(({ problem, line }) => `${problem} in ${line}`)

describe('a finding is known', () => {
  it('as often as it was there before', () => {
    const one = finding('No owner.')
    expect(fresh([one, one], [one, one])).toEqual([])
    expect(fresh([one], [one, one])).toEqual(['No owner. in a'])
    expect(fresh([], [one])).toEqual(['No owner. in a'])
  })

  it('where its line has changed, or what is said about its line', () => {
    expect(fresh([finding('No owner.', 'a')], [finding('No owner.', 'b')])).toEqual([])
    expect(fresh([finding('14:05 is late.', 'a')], [finding('15:00 is late.', 'a')])).toEqual([])
    expect(fresh([finding('14:05 is late.', 'a')], [finding('15:00 is late.', 'b')])).toHaveLength(1)
    expect(fresh([finding('No owner.', 'a', 'one-rule')], [finding('No owner.', 'a')])).toHaveLength(1)
  })

  it('where fewer things are counted, but not where more are', () => {
    expect(fresh([finding('3 placeholders.', 'a')], [finding('2 placeholders.', 'b')])).toEqual([])
    expect(fresh([finding('3 placeholders.', 'a')], [finding('A placeholder.', 'a')])).toEqual([])
    expect(fresh([finding('3 placeholders.', 'a')], [finding('4 placeholders.', 'a')])).toHaveLength(1)
    expect(fresh([finding('A placeholder.', 'a')], [finding('2 placeholders.', 'a')])).toHaveLength(1)
  })

  it('before another one that is only like it', () => {
    const [one, other] = [finding('No owner.', 'a'), finding('No owner.', 'b')]
    expect(fresh([one], [other, one])).toEqual(['No owner. in b'])
  })
})

describe('a fingerprint', () => {
  const fingerprint = (text: string, message: string, line = 1) =>
    fingerprintsOf({
      lines: text.split('\n').map((each, index) => ({ line: index + 1, start: 0, text: each })),
      findings: [
        {
          rule: 'any-rule',
          severity: 'warning',
          message,
          conceal: false,
          related: [],
          fixes: [],
          ...{ line, column: 1, endLine: line, endColumn: 1 },
        },
      ],
    })[0]!

  it('is of what is wrong, not of what to do', () => {
    expect(fingerprint('', 'The section "A. B" is missing. Add it after "C".').problem).toBe(
      'The section "A. B" is missing',
    )
    expect(fingerprint('', 'Version 1.2 is "open. Close it.').problem).toBe('Version 1.2 is')
  })

  it('is the same for any length', () => {
    const { problem } = fingerprint('', 'The report has 900 words. Shorten it.')
    expect(fingerprint('', 'The report has 1 word. Write more.').problem).toBe(problem)
  })

  it('is of the words of the line, wherever it is', () => {
    const { line } = fingerprint('- a  b', 'Any.')
    expect(fingerprint('x\r\n  - a b \r\n', 'Any.', 2).line).toBe(line)
    expect(fingerprint('- a c', 'Any.').line).not.toBe(line)
  })
})
