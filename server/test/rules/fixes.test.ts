import { describe, expect, it } from 'vitest'
import type { Finding, Fix, Rule } from '../../src/checking/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { apply, findingsIn } from './findings.ts'

/** In the examples of these rules, only the author knows what to write instead. */
const rulesNeedingTheAuthor = [
  'action-careful',
  'action-done-elsewhere',
  'action-vague',
  'cause-human-error',
  'cause-recurring',
  'cause-repeated',
  'cause-too-thin',
  'entry-outside-window',
  'evidence-mismatch',
  'field-contradiction',
  'front-matter-invalid',
  'impact-contradiction',
  'impact-vague',
  'language-blame',
  'language-counterfactual',
  'language-hindsight',
  'length-entry',
  'length-report',
  'markup-unread',
  // Its two fixes have tests in placeholder-left.test.ts.
  'placeholder-left',
  'related-missing',
  'related-one-way',
  'report-duplicate',
  'status-draft-old',
  'time-in-future',
  'timeline-gap',
  'timeline-not-entries',
]

const allOff = Object.fromEntries(rules.map(({ id }) => [id, { severity: 'off' as const }]))

const fixable = rules.flatMap((rule) =>
  rule.examples.bad
    .filter(({ text }) => fixesOf(rule, text).length > 0)
    .map(({ text }) => [rule.id, text, rule] as const),
)
const preferredFixable = fixable.filter(([, text, rule]) => preferredFixesOf(rule, text).length > 0)

it('every rule has an example with a fix, except those that need the author', () => {
  const withFixes = new Set(fixable.map(([id]) => id))
  const others = rules.map(({ id }) => id).filter((id) => !withFixes.has(id))
  expect(others.sort()).toEqual(rulesNeedingTheAuthor)
})

describe('every fix of an example', () => {
  it.each(fixable)('of %s removes a finding and adds none: %j', (_, text, rule) => {
    checkEachFix(rule, text, (fixed) => expect(fixed).not.toBe(text))
  })

  it.each(fixable)('of %s keeps the line endings of Windows: %j', (_, text, rule) => {
    checkEachFix(rule, text.replaceAll('\n', '\r\n'), (fixed) =>
      expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/),
    )
  })
})

describe('the preferred fixes of an example', () => {
  it.each(preferredFixable)('of %s can be applied until none is left: %j', (_, start, rule) => {
    const maxRounds = 8
    let text = start
    for (let round = 0; round < maxRounds; round += 1) {
      const [fix] = preferredFixesOf(rule, text)
      if (fix !== undefined) text = apply(text, fix.edits)
    }
    expect(preferredFixesOf(rule, text)).toEqual([])
  })

  it('are at most one for each finding', () => {
    for (const [, text, rule] of preferredFixable) {
      for (const { fixes } of findingsOf(rule, text)) {
        expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1)
      }
    }
  })
})

/** The findings of one rule, with all others off. The rule is on even if it is off by default. */
function findingsOf({ id }: Rule, text: string): readonly Finding[] {
  return findingsIn(text, { ...allOff, [id]: { severity: 'warning' } })
}

function fixesOf(rule: Rule, text: string): readonly Fix<string>[] {
  return findingsOf(rule, text).flatMap(({ fixes }) => fixes)
}

function preferredFixesOf(rule: Rule, text: string): readonly Fix<string>[] {
  return fixesOf(rule, text).filter(({ preferred }) => preferred)
}

/** Applies each fix by itself to the text. */
function checkEachFix(rule: Rule, text: string, checkText: (fixed: string) => void): void {
  const findings = findingsOf(rule, text)
  expect(fixesOf(rule, text)).not.toEqual([])
  for (const finding of findings) {
    for (const { edits } of finding.fixes) {
      const fixed = apply(text, edits)
      checkText(fixed)
      expectLess(finding, findings, findingsOf(rule, fixed))
    }
  }
}

/** A fix may deal with one of several things that a finding names. Then the message gets shorter. */
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
