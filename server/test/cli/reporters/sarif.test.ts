import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../src/rules/index.ts'
import { complete, incomplete, misspelt, onlyRules } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'
import { sarifLog } from './sarifSchema.ts'

const secret = 'tr0ub4dor-and-3'

const folder = makeFolder({
  'incomplete.md': incomplete,
  'complete.md': complete,
  '.postmortem.yml': onlyRules('section-missing'),
  'all/.postmortem.yml': 'rules: { section-order: offf }\n',
  'all/two words#1.md': misspelt
    .replace('Text.', '{{how many}} \u{1f6a8} [date]')
    .concat('## Root Cause and Resolution\n\nText.\n'),
  'secret/.postmortem.yml': onlyRules('secret-exposed', 'section-duplicate'),
  'secret/report.md': `${complete}\n## Timeline\n\npassword=${secret}\n`,
})

/** The only run in the log of `postmortem lint --format sarif`, checked against the standard. */
async function sarif(args: string, world: Parameters<typeof postmortem>[1] = {}) {
  const { output, errors } = await postmortem(`lint --format sarif ${args}`, { folder, ...world })
  expect(errors).toBe('')
  return parse(sarifLog, JSON.parse(output)).runs[0]!
}

describe('SARIF', () => {
  it('describes every rule, with its page', async () => {
    const { driver } = (await sarif('complete.md')).tool
    expect(driver).toMatchObject({ name: 'Postmortem', version: '1.2.3' })
    expect(driver.rules.map(({ id }) => id)).toEqual([...rules.map(({ id }) => id), 'configuration'])
    expect(driver.rules.find(({ id }) => id === 'section-missing')).toMatchObject({
      shortDescription: { text: 'A report has every section that its template requires.' },
      helpUri: 'https://pages.example/rules/section-missing.md',
      defaultConfiguration: { level: 'warning' },
    })
    expect(driver.rules.find(({ id }) => id === 'timeline-gap')?.defaultConfiguration).toEqual({
      enabled: false,
    })
  })

  it('has no results if nothing is found', async () => {
    expect((await sarif('complete.md')).results).toEqual([])
  })

  it('places a finding with its fixes', async () => {
    const { results } = await sarif('incomplete.md')
    const artifactLocation = { uri: 'incomplete.md', uriBaseId: '%SRCROOT%' }
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      ruleId: 'section-missing',
      level: 'warning',
      message: { text: 'The section "Timeline" is missing. Add it after "Issue Summary".' },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 17 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Insert section "Timeline"' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 1 } }],
            },
          ],
        },
      ],
    })
  })

  it('is valid for any finding, related place and file name', async () => {
    const { results } = await sarif('all')
    const found = new Set(results.map(({ ruleId }) => ruleId))
    for (const rule of ['configuration', 'placeholder-left', 'section-duplicate', 'section-title-misspelt'])
      expect(found).toContain(rule)
    const uris = results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri)
    expect(new Set(uris)).toEqual(new Set(['all/.postmortem.yml', 'all/two%20words%231.md']))
    expect(results.find(({ ruleId }) => ruleId === 'section-duplicate')?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'The first one is here.' } },
    ])
    const messages = results.map(({ message }) => message.text)
    expect(messages.some((text) => /^\d placeholders are left in "Issue Summary"/.test(text))).toBe(true)
  })

  it('has paths relative to the root of the checkout', async () => {
    const place = async (args: string, world: Parameters<typeof postmortem>[1]) =>
      (await sarif(args, world)).results[0]!.locations[0]!.physicalLocation.artifactLocation
    const { uri } = await place('incomplete.md', { repository: join(folder, '..') })
    expect(uri).toMatch(/^postmortem-cli-\w+\/incomplete\.md$/)
    expect(await place('incomplete.md', { repository: join(folder, 'all') })).toEqual({
      uri: pathToFileURL(join(folder, 'incomplete.md')).href,
    })
    expect(await place('-', { input: incomplete })).toEqual({ uri: '%3Cstdin%3E' })
  })

  it('shows no secret, not even in a fix', async () => {
    const { results } = await sarif('secret')
    const found = results.map(({ ruleId, fixes }) => [ruleId, fixes?.length ?? 0])
    expect(found).toEqual([
      ['section-duplicate', 0],
      ['secret-exposed', 1],
    ])
    expect(JSON.stringify(results)).not.toContain(secret)
  })
})
