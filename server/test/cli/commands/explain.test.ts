import { describe, expect, it } from 'vitest'
import { rules } from '../../../src/rules/index.ts'
import { templates } from '../../../src/templates/index.ts'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'

const folder = makeFolder({
  '.postmortem.yml': 'template: lightweight\nid: ours\nname: Ours\n',
})

describe('postmortem rules', () => {
  it('lists every rule with its severity', async () => {
    const { status, output } = await postmortem('rules')
    expect(status).toBe(0)
    expect(output.trimEnd().split('\n')).toHaveLength(rules.length)
    expect(output).toMatch(/^section-missing {2,}warning {2,}A report has every section/m)
  })

  it('explains one: why it matters, its severities, options, fixes and examples', async () => {
    const { output } = await postmortem('rules length-report')
    expect(output).toMatch(
      /^length-report: A report keeps to the length that its template asks for\.\n\nA report that is too short/,
    )
    expect(output).toContain(
      'Severity: warning; hint in the template lightweight; hint in the template public\n',
    )
    expect(output).toMatch(
      /\n {2}min {2}The minimum number of words; .* \(number or null; null by default\)\n/,
    )
    expect(output).toMatch(/\nWrong:\n\n {4}# Postmortem: search is down\n/)
    expect(output).toContain('\n  → The report has 20 words. Write at least 400 (380 more).\n')
    expect(output).toMatch(/\nRight:\n\n {4}---\n/)
    expect((await postmortem('rules section-title-misspelt')).output).toContain(
      '\nFixes:\n  Write "Issue Summary" (made by lint --fix)\n',
    )
    expect((await postmortem('rules action-owner')).output).toContain(
      'warning where the configuration says "require:',
    )
  })

  it.each(rules.map(({ id }) => id))('explains %s in lines that fit', async (id) => {
    const { output, errors, status } = await postmortem(`rules ${id}`, { columns: 80 })
    expect({ errors, status }).toEqual({ errors: '', status: 0 })
    const prose = output.slice(0, output.indexOf('\nSeverity: '))
    expect(Math.max(...prose.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('writes JSON for other programs', async () => {
    const all = JSON.parse((await postmortem('rules --format json')).output)
    expect(all.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id))
    expect(JSON.parse((await postmortem('rules timeline-gap --format json')).output)).toMatchObject({
      id: 'timeline-gap',
      severity: 'off',
      severityIn: {},
      options: [{ name: 'minutes', takes: 'number', default: 30 }, { name: 'factor' }],
      fixes: [],
    })
  })
})

describe('postmortem templates', () => {
  it('lists every template, the one in force first', async () => {
    const { output } = await postmortem('templates', { folder: makeFolderForTest({}) })
    for (const { id, description } of templates)
      expect(output.split('\n')).toContainEqual(
        expect.stringMatching(`^  ${id} {2,}${description.slice(0, 7)}`),
      )
    expect(output).toMatch(/^ {2}holberton {2,}Summary/)
    expect(output).toMatch(/\n\nIn force in the current folder: holberton\.\n$/)
    const configured = (await postmortem('templates', { folder })).output
    expect(configured).toMatch(/^ {2}ours {2,}Summary/)
    expect(configured).toMatch(/In force in the current folder: ours\.\n$/)
  })

  it('explains one: its length, and its sections with what belongs there', async () => {
    const { output } = await postmortem('templates holberton', { folder })
    expect(output).toMatch(/^holberton: Holberton\. /)
    expect(output).toContain('\nLength: 400 to 600 words.\n')
    expect(output).toMatch(/\n {2}Timeline \(timeline\)\n {4}One bullet per event/)
    expect((await postmortem('templates ours', { folder })).output).toMatch(/^ours: Ours\. /)
  })

  it('writes JSON for other programs', async () => {
    const { output } = await postmortem('templates public --format json')
    expect(JSON.parse(output)).toMatchObject({ id: 'public', words: { max: 600 } })
  })
})

describe('both', () => {
  it.each([
    ['rules section-mising', 'There is no rule "section-mising". Did you mean "section-missing"?'],
    ['rules zzz', 'There is no rule "zzz". postmortem rules lists them.'],
    ['rules one two', 'Name one rule, or none for a list.'],
    ['rules --format sarif', 'There is no format "sarif". Use text or json.'],
    ['templates holbertn', 'There is no template "holbertn". Did you mean "holberton"?'],
    ['templates one two', 'Name one template, or none for a list.'],
    ['templates --config absent.yml', 'There is no file "absent.yml".'],
  ])('answer "%s" with a sentence and status 2', async (args, sentence) => {
    expect(await postmortem(args)).toEqual({ status: 2, output: '', errors: `postmortem: ${sentence}\n` })
  })
})
