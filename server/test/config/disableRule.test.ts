import { describe, expect, it } from 'vitest'
import { disableInConfiguration, writeDisabled } from '../../src/config/disableRule.ts'
import { createReader } from '../../src/config/readConfiguration.ts'
import { rules } from '../../src/rules/index.ts'

/** What the file says after the edit, which it has to say without mistakes. */
function check(before: string, after: string, name = '.postmortem.yml') {
  const edit = disableInConfiguration(name, before, 'section-empty')!
  expect(before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(after)
  expect(createReader(rules)(`file:///${name}`, after).problems).toEqual([])
}

describe('a rule that is disabled in the configuration', () => {
  it.each([
    ['', 'rules:\n  section-empty: off\n'],
    ['template: public\n', 'template: public\nrules:\n  section-empty: off\n'],
    ['rules:\n', 'rules:\n  section-empty: off\n'],
    ['rules:\n  length-report: off\n', 'rules:\n  section-empty: off\n  length-report: off\n'],
    [
      'rules:\r\n    length-report: off\r\n',
      'rules:\r\n    section-empty: off\r\n    length-report: off\r\n',
    ],
    ['rules:\n  section-empty: error # for now\n', 'rules:\n  section-empty: off # for now\n'],
    ["rules: { section-empty: 'error' }\n", "rules: { section-empty: 'off' }\n"],
    ['rules: {length-report: off}\n', 'rules: {section-empty: off, length-report: off}\n'],
    ['rules: {}\n', 'rules: { section-empty: off }\n'],
    ['{template: public}\n', '{rules: { section-empty: off }, template: public}\n'],
    ['rules:\n  section-empty:\n    severity: hint\n', 'rules:\n  section-empty:\n    severity: off\n'],
  ])('is named in YAML: %j', (before, after) => check(before, after))

  it.each([
    ['{ "template": "public" }', '{ "rules": { "section-empty": "off" }, "template": "public" }'],
    [
      '{\n  "rules": {\n    "length-report": "off"\n  }\n}\n',
      '{\n  "rules": {\n    "section-empty": "off",\n    "length-report": "off"\n  }\n}\n',
    ],
    ['{ "rules": {} }', '{ "rules": { "section-empty": "off" } }'],
    ['{ "rules": { "section-empty": "error" } }', '{ "rules": { "section-empty": "off" } }'],
  ])('is named in JSON: %j', (before, after) => check(before, after, '.postmortem.json'))

  it('is not written into a file that cannot be read', () => {
    expect(disableInConfiguration('.postmortem.yml', 'rules: [\n', 'section-empty')).toBeNull()
  })

  it('is not written beside an override that would turn it on again', () => {
    const override = (rule: string) => `overrides: [{ files: ['a/*.md'], rules: { ${rule}: error } }]\n`
    const edit = (rule: string) =>
      disableInConfiguration('.postmortem.yml', `rules: {}\n${override(rule)}`, 'section-empty')
    expect(edit('section-empty')).toBeNull()
    expect(edit('length-report')).not.toBeNull()
  })

  it('is all that a new file says', () => {
    expect(createReader(rules)('file:///.postmortem.yml', writeDisabled('section-empty')).problems).toEqual(
      [],
    )
  })
})
