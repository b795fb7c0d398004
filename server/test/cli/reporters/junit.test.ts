import fc from 'fast-check'
import { parse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { reportAsJunit } from '../../../src/cli/reporters/junit.ts'
import { anyString } from '../../anyString.ts'
import { runs } from '../../runs.ts'
import { complete, incomplete, onlyRules } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'
import { junitReport, parseXml } from './junitSchema.ts'

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'timeline-not-entries', 'placeholder-left'),
  'a/complete.md': complete.replace('## Timeline\n\nText.', '## Timeline\n\n- 14:02 UTC - An alert.'),
  'a/incomplete.md': incomplete,
  'a/notes.md': '# Notes\n',
  'b/<&">\u001b.md': complete.replace('Text.', '[insert <b>, "&amp;" \u001b \u{1f6a8}]'),
})

/** The suites of `postmortem lint --format junit`, checked against the format. */
async function suites(args: string) {
  const { output } = await postmortem(`lint --format junit ${args}`, { folder })
  return parse(junitReport, parseXml(output)).children
}

describe('JUnit', () => {
  it('has a suite for each report, and a test for each finding', async () => {
    const [clean, unclean, ...others] = await suites('a')
    expect(others).toEqual([])
    expect(clean).toMatchObject({
      attributes: { name: 'a/complete.md', tests: 1, failures: 0 },
      children: [{ attributes: { name: 'no findings', classname: 'a/complete.md' }, children: [] }],
    })
    expect(unclean).toMatchObject({
      attributes: { name: 'a/incomplete.md', file: 'a/incomplete.md', tests: 1 },
    })
    expect(unclean?.children[0]).toMatchObject({
      attributes: { name: 'section-missing at 3:4', classname: 'a/incomplete.md' },
      children: [
        {
          name: 'failure',
          attributes: {
            type: 'warning',
            message: 'The section "Timeline" is missing. Add it after "Issue Summary".',
          },
          children: [
            'a/incomplete.md:3:4 warning The section "Timeline" is missing. Add it after "Issue Summary". section-missing',
          ],
        },
      ],
    })
  })

  it('fails no test for what fails no check', async () => {
    const [suite] = await suites('b --rule placeholder-left=off')
    expect(suite).toMatchObject({ attributes: { tests: 1, failures: 0 } })
    expect(suite?.children[0]?.children[0]).toMatchObject({ name: 'system-out' })
  })

  it('escapes what XML would read as its own, and what it forbids', async () => {
    const [suite] = await suites('b')
    expect(suite?.attributes.name).toBe('b/<&">\u241b.md')
    const messages = suite?.children.map(({ children: [outcome] }) => outcome?.children[0])
    expect(messages?.join('\n')).toContain('"[insert , "&" \u241b \u{1f6a8}]" is a placeholder.')
  })

  it('is well-formed whatever the names and messages are', async () => {
    await fc.assert(
      fc.asyncProperty(anyString(20), anyString(20), async (name, message) => {
        const place = { line: 1, column: 1, endLine: 1, endColumn: 1 }
        const finding = {
          ...place,
          rule: 'any',
          severity: 'error',
          message: `m${message}`,
          conceal: false,
        } as const
        const file = {
          name: `n${name}`,
          path: null,
          lines: [],
          conceals: false,
          report: null,
          incidents: [],
          fixed: 0,
          findings: [{ ...finding, related: [], fixes: [] }],
        }
        const files = (async function* () {
          yield file
        })()
        let xml = ''
        for await (const text of reportAsJunit(files, { repository: '/' } as never)) xml += text
        parse(junitReport, parseXml(xml))
      }),
      { seed: 20_260_314, numRuns: runs(100) },
    )
  })
})
