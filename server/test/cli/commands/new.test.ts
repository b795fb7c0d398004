import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../src/templates/index.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'

/** Creates a report in a folder of its own, at 09:26 UTC on 14 March 2026. */
async function begin(args: string, files: Parameters<typeof makeFolderForTest>[0] = {}) {
  const folder = makeFolderForTest(files)
  const outcome = await postmortem(`new ${args}`, { folder })
  return { ...outcome, folder, read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}

describe('postmortem new', () => {
  it('creates a report in the current folder, named after the day in UTC, and prints its path', async () => {
    const { status, output, errors, read } = await begin('')
    expect({ status, output, errors }).toEqual({
      status: 0,
      output: '2026-03-14-postmortem.md\n',
      errors: '',
    })
    expect(read('2026-03-14-postmortem.md')).toMatch(
      /^# Postmortem: \{\{what happened, in a few words\}\}\n\n## Issue Summary\n/,
    )
  })

  it('fills in what is known', async () => {
    const { output, read } = await begin('--title Disk --severity SEV1 --start 22:48 --end 2026-03-14T00:10')
    expect(output).toBe('2026-03-13-disk.md\n')
    const text = read('2026-03-13-disk.md')
    expect(text).toMatch(/^---\nseverity: SEV1\n---\n\n# Postmortem: Disk\n/)
    expect(text).toContain('2026-03-13 22:48 UTC to 2026-03-14 00:10 UTC (1 hour 22 minutes)')
  })

  it.each([
    ['reports', join('reports', '2026-03-14-postmortem.md')],
    ['reports/disk.md', join('reports', 'disk.md')],
    ['disk.markdown', 'disk.markdown'],
  ])('goes to %s', async (path, file) => {
    const { output, read } = await begin(path, { 'reports/other.md': '' })
    expect(output).toBe(`${file}\n`)
    expect(read(file)).toMatch(/^# Postmortem: /)
  })

  it('goes to standard output', async () => {
    const { output, folder } = await begin('-')
    expect(output).toMatch(/^# Postmortem: /)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(templates.map(({ id }) => id))('is held against its template %s', async (id) => {
    const { folder } = await begin(`report.md --template ${id}`)
    const { output } = await postmortem('inspect report.md', { folder })
    expect(JSON.parse(output)).toMatchObject({ postmortem: true, template: id, missing: [] })
  })

  it('follows the template configured there, for its severity and by name', async () => {
    const files = {
      'team/.postmortem.yml': 'template: pagerduty\ntemplatesBySeverity: { SEV1: ./outage.yml }\n',
      'team/outage.yml':
        'id: outage\nname: Outage\ntitle: Outage\nsections: [{ id: summary, title: In short }]\n',
    }
    expect((await begin('team/a.md', files)).read('team/a.md')).toContain('## Contributing Factors')
    const severe = await begin('team/b.md --severity sev1', files)
    expect(severe.read('team/b.md')).toContain('# Outage\n\n## In short\n')
    const named = await begin('- --template outage --config team/.postmortem.yml', files)
    expect(named.output).toContain('# Outage\n\n## In short\n')
  })

  it('overwrites nothing, not even through a dangling link', async () => {
    const { status, errors, read } = await begin('report.md', { 'report.md': 'mine' })
    expect(status).toBe(2)
    expect(errors).toBe('postmortem: "report.md" already exists. Name another file.\n')
    expect(read('report.md')).toBe('mine')

    const folder = makeFolderForTest({})
    symlinkSync(join(folder, 'nowhere.md'), join(folder, 'report.md'))
    expect((await postmortem('new report.md', { folder })).status).toBe(2)
    expect(existsSync(join(folder, 'nowhere.md'))).toBe(false)
  })

  it.each([
    ['one two', 'Name one file or folder.'],
    ['reports/', 'There is no folder "reports/". Create it, or name a file that ends in .md.'],
    ['nowhere/report.md', '"nowhere/report.md" cannot be written: it does not exist.'],
    ['--template holbertn', 'There is no template "holbertn". Did you mean "holberton"?'],
    ['--start soon', '--start is "soon". Write it as 22:48 or 2h ago, or with its date as 2026-03-14 22:48.'],
    ['--end 09:00', '--end needs --start.'],
    [
      '--start 2027-01-01T10:00',
      '--start is "2027-01-01T10:00". That is in the future: it is 2026-03-14 09:26 UTC now. Write when it was, in UTC.',
    ],
  ])('answers "%s" with a sentence and status 2', async (args, sentence) => {
    const { status, output, errors, folder } = await begin(args)
    expect({ status, output, errors }).toEqual({ status: 2, output: '', errors: `postmortem: ${sentence}\n` })
    expect(readdirSync(folder)).toEqual([])
  })
})
