import { describe, expect, it } from 'vitest'
import { configurationFor, defaultLayers } from '../../src/config/configuration.ts'
import { Configurations } from '../../src/config/configurations.ts'
import {
  createFrontMatterReader,
  findFrontMatter,
  noFrontMatter,
} from '../../src/config/frontMatter/frontMatter.ts'
import { noConfiguration } from '../../src/config/teamConfiguration.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { holberton } from '../../src/templates/holberton.ts'
import type { Template } from '../../src/templates/template.ts'
import { knownRules, memoryFiles } from './memoryFiles.ts'

const address = 'file:///team/incidents/report.md'
const short = { ...holberton, id: 'short', sections: holberton.sections.slice(0, 1) }

/** What holds for a report with this front matter, below this configuration file. */
async function check(
  frontMatter: string,
  file = '',
  { template = null as Template | null, isTemplateForced = false } = {},
) {
  const files = memoryFiles({
    'file:///team/.postmortem.yml': file,
    'file:///team/short.json': JSON.stringify(short),
  })
  const team = (await new Configurations(files, knownRules).find(address))?.configuration ?? noConfiguration
  const document = `---\n${frontMatter}\n---\n# Title\n`
  const found = findFrontMatter(document)!
  const read = createFrontMatterReader(knownRules)(found.text, found.start)
  const { problems, ...rest } = configurationFor({
    ...defaultLayers,
    template,
    isTemplateForced,
    team,
    address,
  })(read)
  const told = problems.map(
    ({ range, message }) => `${document.slice(range.start, range.end)}: ${inEnglish(message)}`,
  )
  return { ...rest, problems: told }
}

describe('what holds for a report', () => {
  it('is the default where nobody says anything', () => {
    expect(configurationFor(defaultLayers)(noFrontMatter)).toEqual({
      template: holberton,
      isTemplateChosen: false,
      templatesBySeverity: {},
      isReport: null,
      timeZone: null,
      zoneAbbreviations: {},
      dateOrder: null,
      audience: null,
      actions: {},
      profile: {},
      vocabulary: {},
      rules: {},
      problems: [],
    })
  })

  it('follows the file over the editor, and the front matter over the file', async () => {
    expect((await check('title: a', '', { template: short })).template).toBe(short)
    expect((await check('title: a', 'template: holberton', { template: short })).template).toBe(holberton)
    const own = await check('postmortem: {template: short}', 'templatesBySeverity: {SEV3: ./short.json}')
    expect(own.template).toEqual(short)
  })

  it('knows whether anybody chose the template', async () => {
    expect((await check('title: a', 'dateOrder: DMY')).isTemplateChosen).toBe(false)
    expect((await check('title: a', 'template: holberton')).isTemplateChosen).toBe(true)
    expect((await check('title: a', 'words: null')).isTemplateChosen).toBe(true)
    expect((await check('title: a', '', { template: short })).isTemplateChosen).toBe(true)
    expect((await check('title: a', '', { template: holberton })).isTemplateChosen).toBe(true)
    expect((await check('postmortem: {template: holberton}')).isTemplateChosen).toBe(true)
  })

  it('keeps to the template that was asked for on the command line', async () => {
    const options = { template: short, isTemplateForced: true }
    expect((await check('postmortem: {template: holberton}', 'template: holberton', options)).template).toBe(
      short,
    )
  })

  it('is different for the files of an override, of which the last one wins', async () => {
    const override = (files: string, rest: string) => `  - { files: ['${files}'], ${rest} }\n`
    const file = [
      'template: holberton\n',
      'rules: { section-missing: error, section-order: hint }\n',
      'overrides:\n',
      override('incidents/*.md', 'rules: { section-missing: warning }'),
      override('incidents/**', 'template: ./short.json, rules: { section-missing: off }'),
      override('drafts/**', 'template: public, rules: { section-order: off }'),
    ].join('')
    expect(await check('title: a', file)).toMatchObject({
      template: { id: 'short' },
      isTemplateChosen: true,
      rules: { 'section-missing': { severity: 'off' }, 'section-order': { severity: 'hint' } },
    })
    const own = 'postmortem: {template: holberton, rules: {section-missing: hint}}'
    expect(await check(own, file)).toMatchObject({
      template: holberton,
      rules: { 'section-missing': { severity: 'hint' } },
    })
  })

  it('takes the template for the severity that the report states', async () => {
    const file = 'templatesBySeverity: {SEV3: ./short.json}'
    expect((await check('severity: sev3', file)).template).toEqual(short)
    expect((await check('postmortem: {severity: SEV3}', file)).template).toEqual(short)
    expect((await check('severity: SEV1', file)).template).toEqual(holberton)
  })

  it('takes a zone from the front matter as said, and from the file as assumed', async () => {
    const file = 'defaultTimeZone: Europe/London\ndateOrder: DMY\naudience: public'
    expect(await check('', file)).toMatchObject({
      timeZone: { name: 'Europe/London', assumed: true },
      dateOrder: 'DMY',
      audience: 'public',
    })
    const own = await check('postmortem: {timeZone: Asia/Tokyo, dateOrder: YMD, audience: internal}', file)
    expect(own).toMatchObject({
      timeZone: { name: 'Asia/Tokyo', assumed: false },
      dateOrder: 'YMD',
      audience: 'internal',
    })
  })

  it('merges rules over those of the file', async () => {
    const { rules } = await check(
      'postmortem: {rules: {section-order: off}}',
      'rules: {section-missing: error}',
    )
    expect(rules).toMatchObject({
      'section-order': { severity: 'off' },
      'section-missing': { severity: 'error' },
    })
  })

  it('makes a report of a file that a glob names, and of one that says so itself', async () => {
    expect((await check('title: a', 'files: [incidents/*.md]')).isReport).toBe(true)
    expect((await check('title: a', 'files: [other/*.md]')).isReport).toBeNull()
    expect((await check('postmortem: true')).isReport).toBe(true)
    expect((await check('postmortem: {timeZone: UTC}')).isReport).toBe(true)
    expect((await check('postmortem: false', 'files: [incidents/*.md]')).isReport).toBe(false)
  })

  it.each([
    [
      'postmortem: {template: holbertn}',
      'holbertn: There is no template "holbertn". Did you mean "holberton"?',
    ],
    ['postmortem: {timezone: UTC}', 'timezone: There is no setting "timezone". Did you mean "timeZone"?'],
    [
      'postmortem: {timeZone: PST}',
      'PST: The value of "timeZone" is "PST". Write a time zone such as "Europe/London" or "UTC".',
    ],
    [
      'postmortem: {',
      '{: This is not valid YAML (a map that begins with "{" does not end with "}"). Correct it.',
    ],
  ])('says what is wrong with %j', async (frontMatter, problem) => {
    const { problems } = await check(frontMatter)
    expect(problems[0]).toBe(problem)
  })

  it('is silent about front matter that speaks to other programs', async () => {
    expect((await check('title: {{ page.title }}\n\tlayout: [')).problems).toEqual([])
  })

  it('finds front matter only at the very beginning, and only where it is closed', () => {
    expect(findFrontMatter('---\r\na: 1\r\n---\r\n')).toEqual({ text: 'a: 1\r\n', start: 5 })
    expect(findFrontMatter('\n---\na: 1\n---\n')).toBeNull()
    expect(findFrontMatter('---\na: 1\n')).toBeNull()
    expect(findFrontMatter('----\na: 1\n---\n')).toBeNull()
  })
})
