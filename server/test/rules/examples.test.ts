import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Example, Rule } from '../../src/checking/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { comparedWith, findingsIn } from './findings.ts'

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule: Rule) => {
  it.each(rule.examples.good.map((example) => [example.text, example] as const))(
    'is silent on %j',
    (_, example) => {
      expect(messagesOf(rule, example)).toEqual([])
    },
  )

  it.each(rule.examples.bad.map((example) => [example.text, example] as const))(
    'speaks on %j',
    (_, example) => {
      expect(example.messages).not.toEqual([])
      expect(messagesOf(rule, example)).toEqual(example.messages)
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

function messagesOf(rule: Rule, { text, others = {} }: Example): readonly string[] {
  const turnedOn = rule.severity === 'off' ? { [rule.id]: { severity: 'warning' as const } } : {}
  return [...findingsIn(text, turnedOn), ...comparedWith(others, text, turnedOn)]
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => finding.message)
}
