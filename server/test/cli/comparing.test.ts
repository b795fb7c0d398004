import { describe, expect, it } from 'vitest'
import { makeRepository } from './known/repository.ts'
import { startThreadHere } from './linting/threads.ts'
import { complete, onlyRules } from './reports.ts'
import { makeFolderForTest, postmortem } from './terminal.ts'

const configuration = {
  '.postmortem.yml': onlyRules('report-duplicate', 'related-one-way', 'suppression-unused'),
}

function withFields(fields: string): string {
  return `---\n${fields}\n---\n\n${complete}`
}

/** Two reports with one id, and one with another. */
const files = {
  ...configuration,
  'a.md': withFields('id: INC-1'),
  'b.md': withFields('id: INC-1'),
  'c.md': withFields('id: INC-2\nrelated: a.md'),
}

const duplicates = ['a.md:2 report-duplicate', 'b.md:2 report-duplicate']

async function lint(folder: string, args = '', world: object = {}) {
  const { status, output, errors } = await postmortem(`lint --format json ${args}`, { folder, ...world })
  const read: { file: string; findings: { rule: string; line: number }[] }[] =
    output === '' ? [] : JSON.parse(output)
  const found = read.flatMap(({ file, findings }) =>
    findings.map(({ rule, line }) => `${file}:${line} ${rule}`),
  )
  return { status, found, files: read.map(({ file }) => file), errors }
}

describe('postmortem lint compares the reports', () => {
  it('of a folder or a pattern, and lists each file once', async () => {
    const folder = makeFolderForTest(files)
    const found = [...duplicates, 'c.md:3 related-one-way']
    const all = { status: 1, found, files: ['a.md', 'b.md', 'c.md'], errors: '' }
    expect(await lint(folder)).toEqual(all)
    expect(await lint(folder, '*.md')).toEqual(all)
  })

  it('and points to the other report, also from a cache', async () => {
    const folder = makeFolderForTest(files)
    const other = (uri: string, startLine: number) => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
      message: { text: 'The other report' },
    })
    for (const args of ['', '--cache', '--cache']) {
      const world = { folder, now: () => Date.now() + 60_000 }
      const { output } = await postmortem(`lint --format sarif ${args}`, world)
      expect(JSON.parse(output).runs[0].results).toMatchObject([
        { relatedLocations: [other('b.md', 2)] },
        { relatedLocations: [other('a.md', 2)] },
        { relatedLocations: [other('a.md', 5)] },
      ])
    }
  })

  it('of no folder around a file that is named', async () => {
    const folder = makeFolderForTest(files)
    expect(await lint(folder, 'a.md b.md c.md')).toMatchObject({ status: 0, found: [] })
  })

  it('with the severities that apply to each of them', async () => {
    const folder = makeFolderForTest({
      ...files,
      'b.md': withFields('id: INC-1\npostmortem:\n  rules:\n    report-duplicate: off'),
    })
    expect((await lint(folder, '--severity warning')).found).toEqual(['a.md:2 report-duplicate'])
    expect((await lint(folder, '--rule report-duplicate=off')).found).toEqual(['c.md:3 related-one-way'])
  })

  it('in the same way in threads, and from a cache', async () => {
    const copies = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`more/${index}.md`, withFields(`id: INC-1${index % 50}`)]),
    )
    const folder = makeFolderForTest({ ...files, ...copies })
    const plain = await lint(folder)
    expect(plain.found).toHaveLength(3 + 20)
    expect(await lint(folder, '', { startThread: startThreadHere, processors: 2 })).toEqual(plain)
    expect(await lint(folder, '--cache')).toEqual(plain)
    expect(await lint(folder, '--cache')).toEqual(plain)
  })

  it('and shows the line that a finding is in, also from a cache', async () => {
    const folder = makeFolderForTest(files)
    for (const args of ['--cache', '--cache', '']) {
      const { output } = await postmortem(`lint ${args}`, { folder, now: () => Date.now() + 60_000 })
      expect(output).toContain('  3 | related: a.md')
    }
  })

  it('and knows from a cache what another report said after a change', async () => {
    const { folder, write } = makeRepository(files)
    await lint(folder, '--cache')
    write('b.md', withFields('id: INC-3'))
    expect((await lint(folder, '--cache')).found).toEqual(['c.md:3 related-one-way'])
  })
})

describe('a finding that follows from another report', () => {
  it('is new if the other report is', async () => {
    const { 'b.md': copy, ...others } = files
    const { folder, write, commit } = makeRepository({ ...others, 'd.md': withFields('id: INC-2') })
    write('b.md', copy)
    commit()
    expect((await lint(folder, '--since HEAD~1')).found).toEqual(duplicates)
    expect((await lint(folder, '--since HEAD')).found).toEqual([])
  })

  it('is new if a change of the other report brought it about', async () => {
    const { folder, write } = makeRepository({ ...files, 'b.md': withFields('id: INC-3') })
    write('b.md', files['b.md'])
    expect(await lint(folder, '--since HEAD')).toMatchObject({
      found: duplicates,
      errors: 'Held back 1 finding that was there before.\n',
    })
  })

  it('can be in a baseline', async () => {
    const folder = makeFolderForTest(files)
    const { errors } = await lint(folder, '--baseline old.json --write-baseline')
    expect(errors).toBe('Wrote 3 findings to old.json.\n')
    expect(await lint(folder, '--baseline old.json')).toMatchObject({ status: 0, found: [] })
  })
})
