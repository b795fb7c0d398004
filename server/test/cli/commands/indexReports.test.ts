import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complete } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'

const readme = '# Incidents\n\n<!-- postmortem-index -->\n<!-- end of postmortem-index -->\n'

const report = (title: string) => complete.replace('# Postmortem', `# Postmortem: ${title}`)

describe('postmortem index', () => {
  it('writes the table, and has nothing to do the second time', async () => {
    const folder = makeFolderForTest({
      'incidents/README.md': readme,
      'incidents/2026/search (1).md': report('search is down'),
    })
    const update = () => postmortem('index incidents/README.md', { folder })
    expect(await update()).toMatchObject({
      status: 0,
      errors: '"incidents/README.md" lists 1 incident now.\n',
    })
    const text = readFileSync(join(folder, 'incidents/README.md'), 'utf8')
    expect(text).toContain('| [Search is down](2026/search%20%281%29.md) |')
    expect(await update()).toMatchObject({ status: 0, errors: '"incidents/README.md" is up to date.\n' })
    expect(readFileSync(join(folder, 'incidents/README.md'), 'utf8')).toBe(text)
  })

  it('fails with --check as soon as a report changes, and changes nothing itself', async () => {
    const folder = makeFolderForTest({ 'README.md': readme, 'search.md': report('search is down') })
    const check = () => postmortem('index --check', { folder })
    expect(await check()).toMatchObject({
      status: 1,
      errors: '"README.md" is out of date. Run postmortem index README.md.\n',
    })
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(readme)
    await postmortem('index', { folder })
    expect((await check()).status).toBe(0)
    writeFileSync(join(folder, 'search.md'), report('search was down'))
    expect((await check()).status).toBe(1)
  })

  it('does not fail because a day has passed', async () => {
    const text = report('search is down').replace(/Text\.\n\n$/, '- [ ] Add an alert (due: 2026-03-20)\n')
    const folder = makeFolderForTest({ 'README.md': readme, 'search.md': text })
    await postmortem('index', { folder })
    const later = () => Date.UTC(2027, 1, 1)
    expect((await postmortem('index --check', { folder, now: later })).status).toBe(0)
  })

  it('changes nothing if a report cannot be read, or if a column is not known', async () => {
    const broken = makeFolderForTest({
      'README.md': readme,
      'mail.md': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
    })
    const refused = await postmortem('index', { folder: broken })
    expect(refused.status).toBe(2)
    expect(refused.errors).toContain('"README.md" is left as it is, because not every report could be read.')
    expect(readFileSync(join(broken, 'README.md'), 'utf8')).toBe(readme)
    const table = readme.replace('-->\n', '-->\n| Incident | Reviewed by |\n| --- | --- |\n')
    const folder = makeFolderForTest({ 'README.md': table, 'search.md': report('search is down') })
    const { status, errors } = await postmortem('index', { folder })
    expect(status).toBe(2)
    expect(errors).toContain(
      'postmortem: "README.md" is left as it is. The column "Reviewed by" is not one of Date, Incident,',
    )
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(table)
  })

  it('shows file names without control characters', async () => {
    const folder = makeFolderForTest({ '\u001b[31m.md': readme })
    const errors = async (more = '') => (await postmortem(`index \u001b[31m.md${more}`, { folder })).errors
    expect(await errors(' --check')).toBe('"␛[31m.md" is out of date. Run postmortem index ␛[31m.md.\n')
    expect(await errors()).toBe('"␛[31m.md" lists 0 incidents now.\n')
    expect(await errors()).toBe('"␛[31m.md" is up to date.\n')
  })

  it('says what is missing', async () => {
    const folder = makeFolderForTest({ 'README.md': '# Incidents\n' })
    const { status, errors } = await postmortem('index', { folder })
    expect(status).toBe(2)
    expect(errors).toContain(
      'Add these two lines: <!-- postmortem-index --> and <!-- end of postmortem-index -->',
    )
    expect((await postmortem('index other.md', { folder })).errors).toContain(
      'There is no file or folder "other.md".',
    )
    expect((await postmortem('index .', { folder })).errors).toContain('Name one file, such as README.md.')
  })
})
