import { describe, expect, it } from 'vitest'
import type { Finding, Rule } from '../../src/checking/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { apply, findingsIn } from './findings.ts'

const cases = rules.flatMap((rule) => rule.examples.bad.map(({ text }) => [rule.id, text, rule] as const))

const off = Object.fromEntries(rules.map(({ id }) => [id, { severity: 'off' as const }]))

/** What the rule finds when it is alone, even if it is off by itself. */
function findingsOf({ id }: Rule, text: string): readonly Finding[] {
  return findingsIn(text, { ...off, [id]: { severity: 'warning' } })
}

describe('every fix of an example', () => {
  it.each(cases)('of %s takes a finding away, and adds none: %j', (_, text, rule) => {
    const findings = findingsOf(rule, text)
    for (const finding of findings) {
      for (const fix of finding.fixes) {
        const fixed = apply(text, fix.edits)
        expect(fixed).not.toBe(text)
        expectLess(finding, findings, findingsOf(rule, fixed))
      }
    }
  })

  it.each(cases)(
    'of %s can be applied one after the other until nothing is left to fix: %j',
    (_, start, rule) => {
      let text = start
      const fixable = () =>
        findingsOf(rule, text).flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred))
      for (let rounds = 0; fixable().length > 0; rounds += 1) {
        expect(rounds).toBeLessThan(8)
        text = apply(text, fixable()[0]!.edits)
      }
      expect(fixable()).toEqual([])
    },
  )

  it.each(cases)('of %s works with the line endings of Windows: %j', (_, text, rule) => {
    const windows = text.replaceAll('\n', '\r\n')
    const findings = findingsOf(rule, windows)
    for (const finding of findings) {
      for (const fix of finding.fixes) {
        const fixed = apply(windows, fix.edits)
        expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expectLess(finding, findings, findingsOf(rule, fixed))
      }
    }
  })

  it('offers at most one fix of a finding as the preferred one', () => {
    for (const [, text, rule] of cases) {
      for (const { fixes } of findingsOf(rule, text)) {
        expect(fixes.filter((fix) => fix.preferred).length).toBeLessThanOrEqual(1)
      }
    }
  })
})

/** A finding about several things may have a fix for each: then it speaks of fewer things than before. */
function expectLess(fixed: Finding, before: readonly Finding[], after: readonly Finding[]): void {
  const count = (findings: readonly Finding[]) =>
    findings.filter(({ message }) => message === fixed.message).length
  expect(count(after)).toBeLessThan(count(before))
  expect(after.length).toBeLessThanOrEqual(before.length)
  if (after.length === before.length) expect(lengthOf(after)).toBeLessThan(lengthOf(before))
}

function lengthOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { message }) => sum + message.length, 0)
}
