import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceFile } from '../../../src/cli/fixes/replaceFile.ts'
import { rules } from '../../../src/rules/index.ts'
import { complete, misspelt, onlyRules } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'

const configuration = onlyRules('section-title-misspelt', 'section-missing')

/** Fixes a file in a folder of its own; returns its new content and the output. */
async function fix(before: string | Buffer, args = 'report.md') {
  const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'report.md': before })
  const outcome = await postmortem(`lint --fix ${args}`, { folder })
  return { ...outcome, folder, after: readFileSync(join(folder, 'report.md')) }
}

describe('postmortem lint --fix', () => {
  it('fixes what is safe to fix, and says how much', async () => {
    const { status, output, errors, after } = await fix(misspelt)
    expect(after.toString()).toBe(complete)
    expect({ status, output, errors }).toEqual({
      status: 0,
      output: 'No findings in 1 postmortem among 1 file.\n',
      errors: 'Fixed 1 finding in 1 file.\n',
    })
  })

  it('reports what is left', async () => {
    const { status, output } = await fix(misspelt.replace('## Issue Summary\n\nText.\n\n', ''))
    expect(status).toBe(1)
    expect(output).toContain('The section "Issue Summary" is missing. Add it before "Timeline".')
    expect(output).not.toContain('Timelien')
  })

  it('keeps every other byte: the byte order mark, line endings, a missing final line ending', async () => {
    const written = `\ufeff${misspelt.replaceAll('\n', '\r\n')}\r\rLast\tline  \u00e9\u{1f6a8}`
    const { after } = await fix(Buffer.from(written))
    expect(after.toString()).toBe(written.replace('Timelien', 'Timeline'))
  })

  it('does not touch a file in which there is nothing to fix', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'report.md': complete })
    const before = statSync(join(folder, 'report.md'))
    expect((await postmortem('lint --fix', { folder })).errors).toBe('There was nothing to fix.\n')
    const after = statSync(join(folder, 'report.md'))
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  it('leaves no temporary file, and keeps the permissions', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'report.md': misspelt })
    chmodSync(join(folder, 'report.md'), 0o640)
    await postmortem('lint --fix', { folder })
    expect(readdirSync(folder)).toEqual(['.postmortem.yml', 'report.md'])
    expect(statSync(join(folder, 'report.md')).mode & 0o777).toBe(
      process.platform === 'win32' ? 0o666 : 0o640,
    )
  })

  it('finds nothing to fix when it is run again, whatever was wrong', async () => {
    const examples = rules
      .filter(({ id }) => ['section-title-misspelt', 'time-invalid', 'fence-unclosed'].includes(id))
      .flatMap(({ id, examples }) =>
        examples.bad.map(({ text }, index) => [`${id}-${index}.md`, text] as const),
      )
    const folder = makeFolderForTest(Object.fromEntries(examples))
    expect((await postmortem('lint --fix', { folder })).errors).toMatch(
      /^Fixed \d+ findings in \d+ files\.\n$/,
    )
    expect((await postmortem('lint --fix', { folder })).errors).toBe('There was nothing to fix.\n')
  })

  it('writes fixed standard input to standard output, and findings to standard error', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration })
    const input = `\ufeff${misspelt}`
    const { output, errors, status } = await postmortem('lint --fix -', { folder, input, color: true })
    expect({ output, status }).toEqual({ output: `\ufeff${complete}`, status: 0 })
    expect(errors).toBe('No findings in 1 postmortem among 1 file.\nFixed 1 finding in 1 file.\n')
    expect(await postmortem('lint --fix - report.md', { folder })).toEqual({
      status: 2,
      output: '',
      errors:
        'postmortem: With --fix, "-" must be the only path, because the text goes to standard output.\n',
    })
  })

  it('keeps all names of a file that has several', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'report.md': misspelt })
    linkSync(join(folder, 'report.md'), join(folder, 'other.txt'))
    expect((await postmortem('lint --fix report.md', { folder })).status).toBe(0)
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe(complete)
    expect(statSync(join(folder, 'report.md')).nlink).toBe(2)
  })

  it('takes the same change by somebody else in the meantime for no trouble', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'report.md': misspelt })
    const runs = await Promise.all([1, 2, 3].map(() => postmortem('lint --fix .', { folder })))
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0])
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe(complete)
    expect(replaceFile(join(folder, 'report.md'), Buffer.from(misspelt), complete, folder)).toBeNull()
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that nobody writes to', async () => {
    const folder = makeFolderForTest({ 'report.md': misspelt })
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    const { status, errors } = await postmortem('lint pipe.md', { folder })
    expect(status).toBe(2)
    expect(errors).toContain('"pipe.md" is a pipe.')
  })

  it('follows a link within the folder, but none that leads out of it', async () => {
    const outside = makeFolderForTest({ 'report.md': misspelt })
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'real/report.md': misspelt })
    symlinkSync(join(folder, 'real', 'report.md'), join(folder, 'inside.md'))
    symlinkSync(join(outside, 'report.md'), join(folder, 'outside.md'))
    symlinkSync(outside, join(folder, 'elsewhere'))

    expect((await postmortem('lint --fix inside.md', { folder })).status).toBe(0)
    expect(readFileSync(join(folder, 'real', 'report.md'), 'utf8')).toBe(complete)
    expect(lstatSync(join(folder, 'inside.md')).isSymbolicLink()).toBe(true)

    for (const name of ['outside.md', join('elsewhere', 'report.md')]) {
      const { status, output, errors } = await postmortem(`lint --fix ${name}`, { folder })
      expect(status).toBe(2)
      expect(errors).toBe(
        `postmortem: "${name}" was not changed: a link leads out of its folder.\nThere was nothing to fix.\n`,
      )
      expect(output).toContain('The title "Timelien" is misspelt.')
    }
    expect(readFileSync(join(outside, 'report.md'), 'utf8')).toBe(misspelt)
  })

  it('fixes a file outside the folder if it is named', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration })
    const outside = makeFolderForTest({ 'report.md': misspelt })
    await postmortem(`lint --fix ${join(outside, 'report.md')}`, { folder })
    expect(readFileSync(join(outside, 'report.md'), 'utf8')).toBe(complete)
  })
})

describe('postmortem lint --fix --dry-run', () => {
  it('changes nothing and prints a diff, with what would remain on standard error', async () => {
    const folder = makeFolderForTest({
      '.postmortem.yml': configuration,
      'a/b.md': misspelt,
      'c.md': complete,
    })
    const { status, output, errors } = await postmortem('lint --fix --dry-run', { folder })
    expect(status).toBe(0)
    expect(output).toBe(
      [
        '--- a/a/b.md',
        '+++ b/a/b.md',
        '@@ -4,7 +4,7 @@',
        ' ',
        ' Text.',
        ' ',
        '-## Timelien',
        '+## Timeline',
        ' ',
        ' Text.',
        ' ',
        '',
      ].join('\n'),
    )
    expect(errors).toBe('No findings in 2 postmortems among 2 files.\nWould fix 1 finding in 1 file.\n')
    expect(readFileSync(join(folder, 'a/b.md'), 'utf8')).toBe(misspelt)
  })

  it('shows no secret whose own finding is left out', async () => {
    const text = misspelt.replace('Text.', 'password=tr0ub4dor-and-3')
    const folder = makeFolderForTest({ 'report.md': text })
    const args = 'lint --fix --dry-run --rule secret-exposed=off report.md'
    const { output } = await postmortem(args, { folder })
    expect(output).toContain('+## Timeline')
    expect(output).toContain('\n password=•••••••••••••••\n')
  })

  it('shows no secret, and nothing that a terminal would obey', async () => {
    const text = misspelt.replace('Text.', 'password=tr0ub4dor-and-3 \u001b[2J')
    const { output } = await postmortem('lint --fix --dry-run -', {
      folder: makeFolderForTest({}),
      input: text,
    })
    expect(output).toContain('\n password=••••••••••••••• ␛[2J\n')
  })

  it('is refused without --fix', async () => {
    expect(await postmortem('lint --dry-run')).toMatchObject({
      status: 2,
      errors: 'postmortem: --dry-run is about --fix. Add --fix.\n',
    })
  })
})

describe('replacing a file', () => {
  it('is refused when the file has changed since it was read', () => {
    const folder = makeFolderForTest({ 'report.md': 'What somebody wrote meanwhile' })
    const path = join(folder, 'report.md')
    expect(replaceFile(path, Buffer.from('What was read'), 'Fixed', folder)).toBe(
      'it has changed in the meantime',
    )
    expect(readFileSync(path, 'utf8')).toBe('What somebody wrote meanwhile')
    expect(readdirSync(folder)).toEqual(['report.md'])
  })

  it('is refused when the file is gone', () => {
    const folder = makeFolderForTest({})
    expect(replaceFile(join(folder, 'report.md'), Buffer.from(''), 'Fixed', folder)).toBe('it does not exist')
    expect(readdirSync(folder)).toEqual([])
  })
})
