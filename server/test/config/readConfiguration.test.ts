import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/config/readConfiguration.ts'
import { maxSections } from '../../src/config/templateSchema.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { knownRules } from './memoryFiles.ts'

const length = {
  id: 'length-report',
  summary: 'A report is as long as its template asks for.',
  options: v.strictObject({ tolerance: v.optional(v.pipe(v.number(), v.minValue(0))) }),
}
const read = createReader([...knownRules, length])

/** Each problem as `what is marked: message`. */
function check(text: string, problems: readonly string[], name = '.postmortem.yml') {
  const file = read(`file:///team/${name}`, text)
  const messages = file.problems.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${inEnglish(message)}`,
  )
  expect(messages).toEqual(problems)
  return file.written
}

describe('a configuration file', () => {
  it('says what it says in any of its formats', () => {
    const written = { template: 'holberton', files: ['incidents/**/*.md'] }
    expect(check('template: holberton\nfiles: [incidents/**/*.md]\n', [])).toEqual(written)
    expect(check(JSON.stringify(written), [], '.postmortem.json')).toEqual(written)
    const commented = '{ "template": "holberton", /* ours */ "files": ["incidents/**/*.md"], }'
    expect(check(commented, [], '.postmortem.jsonc')).toEqual(written)
    expect(check('\uFEFFtemplate: holberton\n', [])).toEqual({ template: 'holberton' })
  })

  it('may be empty, or have keys whose values are still to be written', () => {
    expect(check('', [])).toEqual({})
    expect(check('# nothing yet\n', [])).toEqual({})
    expect(check('rules:\nfiles:\n', [])).toEqual({})
    expect(check('{}', [], '.postmortem.json')).toEqual({})
  })

  it('marks a key that nobody knows, and offers the one that was meant', () => {
    const written = check('extend: holberton\nwhatever: 1\ndateOrder: DMY\n', [
      'extend: There is no setting "extend". Did you mean "extends"?',
      'whatever: There is no setting "whatever". Remove it.',
    ])
    expect(written).toEqual({ dateOrder: 'DMY' })
  })

  it('marks a wrong value inside its quotes, and keeps all that is right', () => {
    const written = check(
      '{"dateOrder": "DYM", "audience": "team", "files": ["a.md", 7]}',
      [
        'DYM: The value of "dateOrder" is "DYM". Write "DMY", "MDY" or "YMD".',
        'team: The value of "audience" is "team". Write "internal" or "public".',
        '7: The value of "files" is 7. Write a glob such as "incidents/**/*.md".',
      ],
      '.postmortem.json',
    )
    expect(written).toEqual({ files: ['a.md'] })
  })

  it.each([
    ['files: incidents', 'incidents: The value of "files" is "incidents". Write a list.'],
    [
      'files: [../other/*.md]',
      '../other/*.md: The value of "files" is "../other/*.md". Write a glob such as "incidents/**/*.md".',
    ],
    ['sections: {}', '{}: The value of "sections" is a map. Write a list.'],
    ['- a', '- a: This is a list. Write a map.'],
    [
      'defaultTimeZone: IST',
      'IST: The value of "defaultTimeZone" is "IST". Write a time zone such as "Europe/London" or "UTC".',
    ],
    [
      'defaultTimeZone: Europe/Londn',
      'Europe/Londn: The value of "defaultTimeZone" is "Europe/Londn". Did you mean "Europe/London"?',
    ],
    [
      'zoneAbbreviations: {ist: UTC}',
      'ist: The value of "zoneAbbreviations" is "ist". Write an abbreviation in capitals, such as "IST".',
    ],
    ['template: holbertn', 'holbertn: The value of "template" is "holbertn". Did you mean "holberton"?'],
    ['words: {min: 10, max: 5}', '5: The maximum of 5 words is below the minimum of 10. Swap them.'],
    ['words: {min: 10}', 'min: "max" is missing in "words". Add it.'],
    ['sections: [{title: Cause}]', 'title: "id" is missing in "sections". Add it.'],
    [
      'sections: [{id: cause, titel: Cause}]',
      'titel: There is no setting "titel" in "sections". Did you mean "title"?',
    ],
    ['sections: [{id: cause, body: [{kind: task}]}]', 'kind: "text" is missing in "body". Add it.'],
    [
      'sections: [{id: cause, body: [{kind: tsk, text: a}]}]',
      'tsk: The value of "kind" is "tsk". Did you mean "task"?',
    ],
    ['dateOrder: DMY\ndateOrder: MDY', 'dateOrder: "dateOrder" appears here twice. Remove one.'],
    [
      'a: &a 1\nwords: *a',
      '*a: Aliases are not supported here. Write the value out.',
      'a: There is no setting "a". Remove it.',
    ],
    [
      'defaultTimeZone: Berlin',
      'Berlin: The value of "defaultTimeZone" is "Berlin". Did you mean "Europe/Berlin"?',
    ],
    [
      'template: nope',
      'nope: The value of "template" is "nope". Write "holberton", "google-sre", "pagerduty", "atlassian", "aws-coe", "learning-review", "lightweight", "public", "none" or a path such as "./templates/ours.yml".',
    ],
    ['[a]: 1', '[a]: Only text can be a key. Write a name.'],
    ['dateOrder: DMY\n---\na: 1', '---: Only one YAML document is read. Remove this one.'],
  ])('says what is wrong with %j', (text, ...problems) => {
    check(
      text,
      problems.sort((a, b) => text.indexOf(a.split(':')[0]!) - text.indexOf(b.split(':')[0]!)),
    )
  })

  it('says where its text cannot be read', () => {
    check('rules: [', [
      '[: This is not valid YAML (a list that begins with "[" does not end with "]"). Correct it.',
    ])
    check('{"rules": }', ['}: This is not valid JSON (value expected). Correct it.'], '.postmortem.json')
    check(
      '{} // ours',
      ['// ours: This is not valid JSON (invalid comment token). Correct it.'],
      '.postmortem.json',
    )
  })

  it('reads no more sections than a template may have', () => {
    const text = `sections: [${Array.from({ length: maxSections + 2 }, (_, at) => `{id: s${at}}`).join(', ')}]`
    const excess = `{id: s${maxSections}}`
    const { sections } = check(text, [`${excess}: "sections" has more than 200 entries. Remove some.`])
    expect(sections?.map(({ id }) => id)).toEqual(Array.from({ length: maxSections }, (_, at) => `s${at}`))
  })

  it.each([
    ['vocabulary: {services: [checkout, ""]}', '""'],
    ['vocabulary: {causes: [" "]}', '" "'],
  ])('refuses an empty word in %j', (text, written) => {
    const key = /services|causes/.exec(text)?.[0]
    const message = `The value of "${key}" is ${written}. Write a word such as "checkout".`
    check(text, [`${written.slice(1, -1)}: ${message}`])
  })

  it('sets a rule by its severity, or by a map that has its options as well', () => {
    expect(
      check('rules:\n  section-missing: off\n  length-report: {severity: error, tolerance: 10}\n', []),
    ).toEqual({
      rules: { 'section-missing': 'off', 'length-report': { severity: 'error', tolerance: 10 } },
    })
  })

  it.each([
    [
      'rules: {section-mising: off}',
      'section-mising: There is no rule "section-mising". Did you mean "section-missing"?',
    ],
    [
      'rules: {section-missing: warn}',
      'warn: The value of "section-missing" is "warn". Did you mean "warning"?',
    ],
    [
      'rules: {section-missing: false}',
      'false: The value of "section-missing" is false. Write "off", "hint", "information", "warning" or "error".',
    ],
    [
      'rules: {section-missing: [off]}',
      '[off]: The value of "section-missing" is a list. Write "off", "hint", "information", "warning", "error" or a map.',
    ],
    ['rules: {length-report: {tolerance: -1}}', '-1: The value of "tolerance" is -1. Write a number >=0.'],
    [
      'rules: {length-report: {tolerence: 1}}',
      'tolerence: There is no setting "tolerence" in "length-report". Did you mean "tolerance"?',
    ],
  ])('says what is wrong with %j', (text, problem) => {
    check(text, [problem])
  })

  it('refuses what is too long or nested too deeply', () => {
    const first = (text: string, name: string) =>
      inEnglish(read(`file:///${name}`, text).problems[0]?.message ?? '')
    const deep = 'This is nested too deeply. Write it with fewer levels.'
    expect(first('['.repeat(100_000), '.postmortem.yml')).toBe(deep)
    expect(first('- '.repeat(50_000), '.postmortem.yml')).toBe(deep)
    expect(first('? '.repeat(50_000), '.postmortem.yml')).toBe(deep)
    expect(first('{"a":'.repeat(50_000), '.postmortem.jsonc')).toBe(deep)
    expect(first(' '.repeat(300_000), '.postmortem.yml')).toBe(
      'This file is longer than 256 KiB. Shorten it.',
    )
  })
})
