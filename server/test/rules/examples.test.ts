import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/checking/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { findingsIn } from './findings.ts'

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule: Rule) => {
  it.each(rule.examples.good.map(({ text }) => [text]))('is silent on %j', (text) => {
    expect(messagesOf(rule, text)).toEqual([])
  })

  it.each(rule.examples.bad.map(({ text, messages }) => [text, messages] as const))(
    'speaks on %j',
    (text, expected) => {
      expect(expected).not.toEqual([])
      expect(messagesOf(rule, text)).toEqual(expected)
    },
  )
})

describe('the list of rules', () => {
  it('names every rule that has a file', () => {
    const folder = join(import.meta.dirname, '../../src/rules')
    const files = readdirSync(folder).filter((file) => /^[a-z]+-[a-z-]+\.ts$/.test(file))
    expect(rules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort())
  })

  it('holds only rules with good and bad examples', () => {
    const lacking = rules.filter(({ examples: { good, bad } }) => good.length === 0 || bad.length === 0)
    expect(lacking.map(({ id }) => id)).toEqual([])
  })
})

function messagesOf(rule: Rule, text: string): readonly string[] {
  const turnedOn = rule.severity === 'off' ? { [rule.id]: { severity: 'warning' as const } } : {}
  return findingsIn(text, turnedOn)
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => finding.message)
}
