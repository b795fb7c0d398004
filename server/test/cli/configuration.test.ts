import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, postmortem } from './terminal.ts'

const report = '# Postmortem\n\n## Issue Summary\n\nText.\n'
const files = {
  'quiet/.postmortem.yml': 'rules:\n  section-missing: off\n',
  'quiet/deep/report.md': report,
  'broken/.postmortem.yml': 'rules:\n  section-missing: offf\n  section-mising: off\n',
  'broken/report.md': report,
  'named/.postmortem.jsonc': '{ "files": ["incidents/*.md"] /* ours */ }',
  'named/incidents/disk.md': '# Disk full\n',
  'named/notes.md': '# Disk full\n',
  'own.json': '{"sections": [{"id": "timeline", "required": false}]}',
  'report.md': report,
}

const folder = makeFolder(files)

/** Runs `postmortem lint --format json` and returns the rules by file. */
async function lint(args: string, input = '') {
  const { status, output, errors } = await postmortem(`lint --format json ${args}`, { folder, input })
  const linted: { file: string; postmortem: boolean; findings: { rule: string; message: string }[] }[] =
    output === '' ? [] : JSON.parse(output)
  const missing = linted.map(
    ({ findings }) => findings.filter(({ rule }) => rule === 'section-missing').length,
  )
  return { status, errors, linted, missing }
}

describe('configuration in a terminal', () => {
  it('is the file nearest to each document', async () => {
    expect((await lint('quiet report.md')).missing).toEqual([0, 3])
  })

  it('shows mistakes in a configuration file before the reports that it applies to, and fails', async () => {
    const { status, linted } = await lint('broken --max-warnings 100')
    expect(status).toBe(1)
    expect(linted[0]).toMatchObject({ file: join('broken', '.postmortem.yml'), postmortem: false })
    expect(linted[0]?.findings[0]).toMatchObject({
      rule: 'configuration',
      severity: 'error',
      message: 'The value of "section-missing" is "offf". Did you mean "off"?',
      line: 2,
      column: 20,
      endLine: 2,
      endColumn: 24,
    })
    expect(linted[0]?.findings).toHaveLength(3)
  })

  it('makes reports out of the files that it names', async () => {
    const { linted } = await lint('named')
    expect(linted.map(({ file, postmortem }) => [file, postmortem])).toEqual([
      [join('named', 'incidents', 'disk.md'), true],
      [join('named', 'notes.md'), false],
    ])
  })

  it('is the file that --config names, for every document', async () => {
    expect((await lint('quiet report.md --config own.json')).missing).toEqual([2, 2])
    expect((await lint('- --config own.json', report)).missing).toEqual([2])
  })

  it('gives way to --template', async () => {
    expect((await lint('report.md --template holberton')).missing).toEqual([3])
  })

  it.each([
    ['report.md --config absent.yml', 'There is no file "absent.yml".'],
    [
      'report.md --config report.md',
      '--config takes a file that ends in .yml, .yaml, .json or .jsonc, not "report.md".',
    ],
    ['report.md --template holbertn', 'There is no template "holbertn". Did you mean "holberton"?'],
  ])('answers "%s" with a sentence and status 2', async (args, sentence) => {
    expect(await lint(args)).toMatchObject({ status: 2, errors: `postmortem: ${sentence}\n` })
  })
})
