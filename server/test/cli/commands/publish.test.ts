import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complete } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'

const internal = `${complete}\n## Lessons Learned\n\nWe were lucky.\n`

describe('postmortem publish', () => {
  it('writes the copy, and lists what was left out with its line', async () => {
    const folder = makeFolderForTest({ 'report.md': internal })
    const { output, errors, status } = await postmortem('publish report.md --audience public', { folder })
    expect(output).toMatch(/^# Postmortem\n[\s\S]*<!-- postmortem-edition: [0-9a-f]{32} -->\n$/)
    expect(output).not.toContain('lucky')
    expect(errors).toMatch(/^Left out, in 1 place:\n {2}report\.md:\d+: section: Lessons Learned\n$/)
    expect(status).toBe(0)
  })

  it('says only once that something is front matter', async () => {
    const folder = makeFolderForTest({ 'report.md': `---\nid: INC-7\n---\n\n${complete}` })
    const { errors } = await postmortem('publish report.md', { folder })
    expect(errors).toContain('  report.md:1: front matter\n')
  })

  it('notices when the report changes, but not when only an internal part does', async () => {
    const folder = makeFolderForTest({ 'report.md': internal })
    const run = (more = '') => postmortem(`publish report.md --output out.md${more}`, { folder })
    expect((await run(' --check')).errors).toBe(
      '"out.md" does not exist. Run postmortem publish without --check.\n',
    )
    await run()
    expect((await run(' --check')).status).toBe(0)
    writeFileSync(join(folder, 'report.md'), internal.replace('lucky', 'unlucky'))
    expect((await run(' --check')).status).toBe(0)
    writeFileSync(join(folder, 'report.md'), internal.replace('Text.', 'More text.'))
    expect(await run(' --check')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('is out of date'),
    })
  })

  it('overwrites no text that somebody has edited', async () => {
    const folder = makeFolderForTest({ 'report.md': internal, 'other.md': '# Other\n' })
    const run = (name: string, more = '') =>
      postmortem(`publish report.md --output ${name}${more}`, { folder })
    await run('out.md')
    const copy = readFileSync(join(folder, 'out.md'), 'utf8')
    writeFileSync(join(folder, 'out.md'), copy.replace('Text.', 'For customers.'))
    expect(await run('out.md', ' --check')).toMatchObject({ status: 0 })
    expect(await run('out.md')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('"out.md" is not an unchanged copy. Use --force to overwrite it.'),
    })
    expect(await run('other.md')).toMatchObject({ status: 2 })
    expect(await run('out.md', ' --force')).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe(copy)
    expect(await run('report.md')).toMatchObject({
      status: 2,
      errors: expect.stringContaining('cannot replace the report'),
    })
  })

  it('says that a folder is no file to write, and shows file names without control characters', async () => {
    const folder = makeFolderForTest({ 'report.md': internal, 'folder/other.md': '' })
    expect(await postmortem('publish report.md --output folder', { folder })).toMatchObject({
      status: 2,
      errors: 'postmortem: "folder" cannot be read: it is a folder.\n',
    })
    const check = () => postmortem('publish report.md --output \u001b[31m.md --check', { folder })
    expect((await check()).errors).toContain('"␛[31m.md" does not exist.')
    await postmortem('publish report.md --output \u001b[31m.md', { folder })
    expect((await check()).errors).toBe('"␛[31m.md" is up to date.\n')
  })

  it('writes a page or the storage format of Confluence, and notices what has changed since', async () => {
    const folder = makeFolderForTest({ 'report.md': `${complete}\n- [ ] Ask <script>@ada</script>\n` })
    for (const [format, task] of [
      ['html', '<li><input type="checkbox" disabled aria-label="open"> Ask [name removed]</li>'],
      ['confluence', '<ac:task-body>Ask [name removed]</ac:task-body>'],
    ] as const) {
      const run = (args = '') =>
        postmortem(`publish report.md --format ${format} --output copy.${format} ${args}`, { folder })
      expect(await run()).toMatchObject({ status: 0, errors: expect.stringContaining('person: @ada') })
      const copy = readFileSync(join(folder, `copy.${format}`), 'utf8')
      expect(copy).toContain(task)
      expect(copy).not.toContain('<script')
      expect(await run('--check')).toMatchObject({ status: 0 })
      writeFileSync(join(folder, `copy.${format}`), copy.replace('Ask', 'Tell'))
      expect(await run()).toMatchObject({ status: 2 })
      const source = readFileSync(join(folder, 'report.md'), 'utf8')
      writeFileSync(join(folder, 'report.md'), source.replace('Ask', 'Ask again'))
      expect(await run('--check')).toMatchObject({ status: 1 })
      writeFileSync(join(folder, 'report.md'), source)
    }
  })

  it('says that the copy has places to fill in, and which, but not those that it lacks', async () => {
    const folder = makeFolderForTest({
      'report.md': internal
        .replace('Text.', '{{Who could not do what}} from {{HH:MM}} UTC on. The page showed `{{ user }}`.')
        .replace('lucky', '{{how}}'),
    })
    const { errors, status } = await postmortem('publish report.md --output out.md', { folder })
    expect(errors).toMatch(
      /\nThe copy is not ready to be published\. It has 2 placeholders to fill in:\n {2}report\.md:\d+: \{\{Who could not do what\}\}\n {2}report\.md:\d+: \{\{HH:MM\}\}\n$/,
    )
    expect(status).toBe(0)
    const check = await postmortem('publish report.md --output out.md --check', { folder })
    expect(check.status).toBe(1)
    expect(check.errors).toMatch(
      /^"out\.md" is up to date\.\nThe copy is not ready to be published\. It has 2 /,
    )
    writeFileSync(join(folder, 'report.md'), internal)
    expect((await postmortem('publish report.md', { folder })).errors).not.toContain('not ready')
  })

  it('refuses a secret, and what is no report', async () => {
    const folder = makeFolderForTest({
      'secret.md': complete.replace('Text.', 'The key was AKIAIOSFODNN7EXAMPLQ.'),
      'notes.md': '# Notes\n',
    })
    const secret = await postmortem('publish secret.md', { folder })
    expect(secret).toMatchObject({ status: 2, output: '' })
    expect(secret.errors).toContain('contains a secret')
    expect(secret.errors).not.toContain('AKIA')
    expect((await postmortem('publish notes.md', { folder })).errors).toContain('"notes.md" is not a report.')
  })
})
