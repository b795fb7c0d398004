import { beforeEach, describe, expect, it } from 'vitest'
import { Configurations } from '../../src/config/configurations.ts'
import { templateOf } from '../../src/config/teamConfiguration.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { templates } from '../../src/templates/index.ts'
import { knownRules, memoryFiles } from './memoryFiles.ts'

let texts: Record<string, string>
let configurations: Configurations
beforeEach(() => {
  texts = {}
  configurations = new Configurations(memoryFiles(texts), knownRules)
})

const report = 'file:///team/incidents/2024/report.md'

/** What is in force for the report, and each problem as `file: what is marked: message`. */
async function find(document = report) {
  const found = await configurations.find(document)
  const problems = (found?.files ?? []).flatMap(({ address, text, problems }) =>
    problems.map(
      ({ range, message }) =>
        `${address.replace('file:///team/', '')}: ${text.slice(range.start, range.end)}: ${inEnglish(message)}`,
    ),
  )
  const template = found === null ? null : templateOf(found.configuration, holberton)
  return { found, problems, template, configuration: found?.configuration }
}

describe('configuration', () => {
  it('is the file nearest to the report, upwards', async () => {
    expect((await find()).found).toBeNull()
    texts['file:///team/.postmortem.json'] = '{"dateOrder": "MDY"}'
    expect((await find()).configuration?.reportDefaults).toEqual({ dateOrder: 'MDY' })
    texts['file:///team/incidents/.postmortem.yml'] = 'dateOrder: DMY'
    expect((await find()).configuration?.reportDefaults).toEqual({ dateOrder: 'DMY' })
    expect((await find('file:///team/report.md')).configuration?.reportDefaults).toEqual({ dateOrder: 'MDY' })
    expect((await find('file:///elsewhere/report.md')).found).toBeNull()
  })

  it('is none for a document that is in no folder', async () => {
    expect((await find('untitled:Untitled-1')).found).toBeNull()
  })

  it('is found in a virtual workspace, and under escaped names', async () => {
    texts['vscode-vfs://github/team/on%20call/.postmortem.yml'] = 'dateOrder: YMD'
    const { found } = await find('vscode-vfs://github/team/on%20call/report.md')
    expect(found?.configuration.reportDefaults).toEqual({ dateOrder: 'YMD' })
  })

  it('builds on the file that it extends, key by key', async () => {
    texts['file:///team/.postmortem.yml'] =
      'extends: ./shared/base.yml\naudience: public\nrules: {section-missing: error}\nzoneAbbreviations: {IST: Asia/Kolkata}'
    texts['file:///team/shared/base.yml'] =
      'dateOrder: DMY\naudience: internal\nfiles: ["*.md"]\nrules: {section-missing: off, section-order: hint}\nzoneAbbreviations: {CST: America/Chicago}'
    const { configuration, problems } = await find()
    expect(problems).toEqual([])
    expect(configuration).toMatchObject({
      reportDefaults: { dateOrder: 'DMY', audience: 'public' },
      files: { folder: 'file:///team/shared', globs: ['*.md'] },
      rules: { 'section-missing': { severity: 'error' }, 'section-order': { severity: 'hint' } },
      zoneAbbreviations: { IST: 'Asia/Kolkata', CST: 'America/Chicago' },
    })
  })

  it('has the overrides of the file that it extends first, each relative to its own folder', async () => {
    texts['file:///team/.postmortem.yml'] =
      'extends: ./shared/base.yml\noverrides: [{files: ["a/*.md"], template: public}]'
    texts['file:///team/shared/base.yml'] = 'overrides: [{files: ["b/*.md"], rules: {section-missing: off}}]'
    const { configuration, problems } = await find()
    expect(problems).toEqual([])
    expect(configuration?.overrides).toMatchObject([
      { files: { folder: 'file:///team/shared', globs: ['b/*.md'] }, template: null },
      { files: { folder: 'file:///team', globs: ['a/*.md'] }, template: { id: 'public' }, rules: {} },
    ])
  })

  it('says what is wrong in an override, where it is', async () => {
    texts['file:///team/.postmortem.yml'] =
      'overrides: [{template: public}, {files: ["../*.md"]}, {files: [], template: ./gone.yml}]'
    expect((await find()).problems.slice(0, 3)).toEqual([
      '.postmortem.yml: template: "files" is missing in "overrides". Add it.',
      '.postmortem.yml: ../*.md: The value of "files" is "../*.md". Write a glob such as "incidents/**/*.md".',
      '.postmortem.yml: ./gone.yml: There is no file "./gone.yml". Correct the path.',
    ])
  })

  it('changes sections of the template, and adds new ones where they are written', async () => {
    texts['file:///team/.postmortem.yml'] = [
      'extends: holberton',
      'words: null',
      'sections:',
      '  - {id: timeline, title: What happened when, required: false}',
      '  - {id: customer-messages, body: "{{what we told customers}}"}',
    ].join('\n')
    const { template } = await find()
    expect(template?.words).toBeNull()
    expect(template?.sections.map(({ id }) => id)).toEqual([
      'summary',
      'timeline',
      'customer-messages',
      'root-cause-and-resolution',
      'corrective',
    ])
    expect(template?.sections[1]).toMatchObject({ title: 'What happened when', required: false })
    expect(template?.sections[1]?.aliases).toContain('Timeline')
    expect(template?.sections[2]).toEqual({
      id: 'customer-messages',
      title: 'Customer messages',
      aliases: [],
      required: true,
      guidance: '',
      body: [{ kind: 'paragraph', text: '{{what we told customers}}' }],
    })
    expect(template?.sections[0]).toBe(holberton.sections[0])
  })

  it.each(templates.map((each) => [each.id, each] as const))(
    'takes a template of the team from a file in the form of %s',
    async (_, builtIn) => {
      texts['file:///team/.postmortem.yml'] = 'template: ./templates/ours.json\nrules: {section-order: off}'
      texts['file:///team/templates/ours.json'] = JSON.stringify({ ...builtIn, id: 'ours' })
      const { template, problems } = await find()
      expect(problems).toEqual([])
      expect(template).toEqual({ ...builtIn, id: 'ours' })
    },
  )

  it('begins with nothing in a template file that extends nothing', async () => {
    texts['file:///team/.postmortem.yml'] = 'templatesBySeverity: {SEV1: ./major.yml, SEV3: holberton}'
    texts['file:///team/major.yml'] = 'sections: [{id: impact}, {id: timeline}]'
    const { configuration, template } = await find()
    expect(template).toEqual(holberton)
    expect(configuration?.templatesBySeverity.SEV3).toBe(holberton)
    const major = configuration?.templatesBySeverity.SEV1
    expect(major).toMatchObject({ id: 'major', name: 'Major', words: null })
    expect(major?.sections.map(({ title }) => title)).toEqual(['Impact', 'Timeline'])
  })

  it('is the whole template where it builds on none', async () => {
    texts['file:///team/.postmortem.yml'] =
      'template: none\nid: house\nsections: [{id: impact}, {id: timeline}]'
    const { template, problems, configuration } = await find()
    expect(problems).toEqual([])
    expect(template).toMatchObject({ id: 'house', name: 'Postmortem', words: null })
    expect(template?.sections.map(({ id, required }) => [id, required])).toEqual([
      ['impact', true],
      ['timeline', true],
    ])
    // A team that has such a file has chosen its template.
    expect(configuration?.template?.sections).toEqual([])
    texts['file:///team/incidents/.postmortem.yml'] = 'extends: ../.postmortem.yml\ntemplate: holberton'
    expect((await find()).template).toEqual(holberton)
  })

  it('says which file is not there, and goes on without it', async () => {
    texts['file:///team/.postmortem.yml'] = 'extends: ./base.yml\ndateOrder: DMY'
    const { problems, configuration } = await find()
    expect(problems).toEqual([
      '.postmortem.yml: ./base.yml: There is no file "./base.yml". Correct the path.',
      '.postmortem.yml: ./base.yml: This file has errors. Until they are corrected, only its valid parts apply.',
    ])
    expect(configuration?.reportDefaults).toEqual({ dateOrder: 'DMY' })
  })

  it('breaks a circle where it closes', async () => {
    texts['file:///team/.postmortem.yml'] = 'extends: ./a.yml'
    texts['file:///team/a.yml'] = 'extends: ./.postmortem.yml\ndateOrder: DMY'
    const { problems, configuration } = await find()
    expect(problems[0]).toBe(
      'a.yml: ./.postmortem.yml: "./.postmortem.yml" leads back to this file. Remove it.',
    )
    expect(configuration?.reportDefaults).toEqual({ dateOrder: 'DMY' })
  })

  it('follows a chain of files only so far', async () => {
    texts['file:///team/.postmortem.yml'] = 'extends: ./0.yml'
    for (let index = 0; index < 20; index += 1)
      texts[`file:///team/${index}.yml`] = `extends: ./${index + 1}.yml`
    const { problems, found } = await find()
    expect(found?.files).toHaveLength(8)
    expect(problems[0]).toMatch(/is one file too many\. Merge some of the files\.$/)
  })

  it('reads no file but those that are named, and none above the root', async () => {
    const files = memoryFiles({ 'file:///.postmortem.yml': 'extends: ../../secret.yml' })
    const found = await new Configurations(files, knownRules).find('file:///a/report.md')
    expect(inEnglish(found?.files[0]?.problems[0]?.message ?? '')).toMatch(/leads above the root folder/)
    expect(files.asked.every((address) => /\/\.postmortem\.(?:ya?ml|jsonc?)$/.test(address))).toBe(true)
  })
})

describe('a configuration file that is broken', () => {
  it('leaves in force what it said before, and says so', async () => {
    texts['file:///team/.postmortem.yml'] = 'dateOrder: DMY\nrules: {section-missing: off}'
    await find()
    texts['file:///team/.postmortem.yml'] = 'dateOrder: MDY\nrules: {section-missing: offf}'
    const broken = await find()
    expect(broken.configuration?.reportDefaults).toEqual({ dateOrder: 'DMY' })
    expect(broken.configuration?.rules['section-missing']).toMatchObject({ severity: 'off' })
    expect(broken.problems.at(-1)).toBe(
      '.postmortem.yml: offf: This file has errors. Until they are corrected, its last valid version applies.',
    )
    texts['file:///team/.postmortem.yml'] = 'dateOrder: MDY'
    expect((await find()).configuration?.reportDefaults).toEqual({ dateOrder: 'MDY' })
  })

  it('is none for an unknown key alone, which is passed over', async () => {
    texts['file:///team/.postmortem.yml'] = 'dateOrder: DMY'
    await find()
    texts['file:///team/.postmortem.yml'] = 'dateOrder: MDY\ndatOrder: DMY'
    expect((await find()).configuration?.reportDefaults).toEqual({ dateOrder: 'MDY' })
  })

  it('is forgotten when it is removed', async () => {
    texts['file:///team/.postmortem.yml'] = 'dateOrder: DMY'
    await find()
    delete texts['file:///team/.postmortem.yml']
    expect((await find()).found).toBeNull()
    texts['file:///team/.postmortem.yml'] = 'dateOrder: ['
    expect((await find()).configuration?.reportDefaults).toEqual({})
  })

  it('is checked while it is written, without taking effect', async () => {
    texts['file:///team/.postmortem.yml'] = 'dateOrder: DMY'
    await find()
    const problems = await configurations.check(
      'file:///team/.postmortem.yml',
      'extends: ./absent.yml\ndatOrder: DMY',
    )
    expect(problems.map(({ message }) => inEnglish(message))).toEqual([
      'There is no file "./absent.yml". Correct the path.',
      'There is no setting "datOrder". Did you mean "dateOrder"?',
      'This file has errors. Until they are corrected, only its valid parts apply.',
    ])
    expect((await find()).configuration?.reportDefaults).toEqual({ dateOrder: 'DMY' })
  })
})
