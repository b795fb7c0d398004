import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complete, incomplete, onlyRules } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'
import { oldReports } from './repository.ts'

const configuration = {
  '.postmortem.yml': onlyRules('section-missing', 'placeholder-left', 'secret-exposed'),
}

function makeReports(files: Readonly<Record<string, string>> = oldReports(10)) {
  const folder = makeFolderForTest({ ...configuration, ...files })
  const run = (args: string, world = {}) => postmortem(`lint ${args}`, { folder, ...world })
  return {
    folder,
    run,
    accept: (paths = '') => run(`--baseline old.json --write-baseline ${paths}`),
    lint: (paths = '') => run(`--baseline old.json ${paths}`),
    edit: (name: string, change: (text: string) => string) =>
      writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8'))),
    baseline: () => readFileSync(join(folder, 'old.json'), 'utf8'),
  }
}

describe('a baseline', () => {
  it('holds back what it lists, and nothing else', async () => {
    const { accept, lint, edit } = makeReports()
    expect(await accept()).toEqual({ status: 0, output: '', errors: 'Wrote 40 findings to old.json.\n' })
    expect(await lint()).toEqual({
      status: 0,
      output: 'No findings in 10 postmortems among 10 files.\n',
      errors: 'Held back 40 findings that were there before.\n',
    })
    edit('incidents/3.md', (text) => text.replace('A full disk', 'password=tr0ub4dor-and-3 and a full disk'))
    const { status, output } = await lint()
    expect(status).toBe(1)
    expect(output).toMatch(/^1 error in 10 postmortems/m)
    expect(output).toContain('incidents/3.md:9')
  })

  it('survives moved lines and sections, other line ends, and a file that moves', async () => {
    const { folder, accept, lint, edit } = makeReports()
    await accept()
    edit('incidents/1.md', (text) => text.replace('## Issue', 'A new paragraph.\n\n## Issue'))
    edit('incidents/2.md', (text) => text.replaceAll('\n', '\r\n'))
    edit('incidents/3.md', (text) => {
      const [title, summary, cause, tasks] = text.split(/\n\n(?=## )/)
      return [title, cause, summary, tasks].join('\n\n')
    })
    mkdirSync(join(folder, 'archive'))
    renameSync(join(folder, 'incidents/4.md'), join(folder, 'archive/4.md'))
    expect((await lint()).output).toBe('No findings in 10 postmortems among 10 files.\n')
  })

  it('keeps what it knows of files that are not checked, and forgets those that are gone or clean', async () => {
    const { folder, accept, lint, edit, baseline } = makeReports(oldReports(3))
    await accept()
    renameSync(join(folder, 'incidents/2.md'), join(folder, 'incidents/2.txt'))
    edit('incidents/1.md', () => complete)
    expect((await accept('incidents/1.md')).errors).toBe('Wrote 0 findings to old.json.\n')
    expect(Object.keys(JSON.parse(baseline()).files)).toEqual(['incidents/0.md'])
    expect((await lint('incidents/0.md')).status).toBe(0)
  })

  it('is never written by a run that leaves findings out, or that writes nothing', async () => {
    const { run, accept, baseline } = makeReports(oldReports(1))
    await accept()
    const before = baseline()
    for (const args of ['--since HEAD', '--fix --dry-run']) {
      const { status, errors } = await run(`--baseline old.json --write-baseline ${args}`)
      expect({ status, errors }).toEqual({ status: 2, errors: expect.stringContaining('Leave out') })
    }
    expect(baseline()).toBe(before)
  })

  it('lists one finding a line, the same way every time, and no secret', async () => {
    const { accept, baseline } = makeReports({
      'b.md': incomplete,
      'a.md': complete.replace('Text.', 'TBD password=tr0ub4dor-and-3'),
    })
    await accept()
    const first = baseline()
    expect(first.split('\n').filter((line) => line.includes('"rule"'))).toHaveLength(3)
    expect(first).toContain(
      '{"rule":"section-missing","problem":"The section \\"Timeline\\" is missing","line":"',
    )
    expect(Object.keys(JSON.parse(first).files)).toEqual(['a.md', 'b.md'])
    expect(first).not.toContain('tr0ub4dor')
    await accept()
    expect(baseline()).toBe(first)
  })

  it('is refused if it is none, and missed if it is not there', async () => {
    const { folder, run, lint } = makeReports(oldReports(1))
    expect((await lint()).errors).toBe(
      'postmortem: There is no baseline "old.json". Write one with --baseline old.json --write-baseline.\n',
    )
    for (const text of ['{', '[]', '{"version": 2, "files": {}}', '{"version": 1, "files": {"a.md": [1]}}']) {
      writeFileSync(join(folder, 'old.json'), text)
      expect((await lint()).errors).toBe(
        'postmortem: "old.json" is not a baseline. Name another file, or delete this one first.\n',
      )
    }
    expect((await run('--write-baseline')).errors).toBe(
      'postmortem: --write-baseline needs a file: --baseline FILE --write-baseline.\n',
    )
    expect((await run('--baseline gone/old.json --write-baseline')).errors).toBe(
      'postmortem: "gone/old.json" cannot be written: it does not exist.\n',
    )
  })
})
