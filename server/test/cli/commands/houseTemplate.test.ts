import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'

const report = (day: string, ...titles: readonly string[]) =>
  `# Postmortem of ${day}\n\n${['Summary', 'Timeline', ...titles].map((title) => `## ${title}\n\nText.\n`).join('\n')}`

const files = {
  'incidents/1.md': report('Monday', 'Machine Room'),
  'incidents/2.md': report('Tuesday', 'Machine Room'),
  'incidents/2024/3.md': report('Friday', 'Machine Room'),
  'incidents/README.md': '# How we write reports\n',
}

describe('postmortem templates --from', () => {
  const folder = makeFolder(files)

  it('prints the template that the reports of a folder share, and says what it was derived from', async () => {
    const { status, output, errors } = await postmortem('templates --from incidents', { folder })
    expect({ status, errors }).toEqual({
      status: 0,
      errors: 'Derived from 3 reports. 1 other file skipped.\n',
    })
    expect(output).toMatch(/^# The template of the reports in incidents, derived from 3 of them\.\n/)
    expect(output).toMatch(/\n {2}# 3 of 3 reports\n {2}- id: machine-room\n {4}title: Machine Room\n$/)
  })

  it('writes it into that folder, where it is in force', async () => {
    const folder = makeFolderForTest(files)
    const before = await postmortem('lint incidents --format json', { folder })
    const { output, status } = await postmortem('templates --from incidents --write', { folder })
    expect({ output, status }).toEqual({ output: `${join('incidents', '.postmortem.yml')}\n`, status: 0 })
    const after = await postmortem('lint incidents --format json', { folder })
    const rulesIn = (text: string) =>
      JSON.parse(text).flatMap(({ findings }: { findings: readonly { rule: string }[] }) =>
        findings.map(({ rule }) => rule),
      )
    expect(rulesIn(before.output)).toContain('essentials-missing')
    expect(rulesIn(after.output)).not.toContain('essentials-missing')
    expect(rulesIn(after.output)).not.toContain('section-missing')
    const begun = await postmortem('new incidents', { folder })
    const text = readFileSync(join(folder, begun.output.trim()), 'utf8')
    expect(text).toContain('\n## Machine Room\n')
    const inspected = await postmortem(`inspect ${begun.output.trim()}`, { folder })
    expect(JSON.parse(inspected.output)).toMatchObject({ postmortem: true, template: 'house', missing: [] })
  })

  it.each(['.postmortem.yml', '.postmortem.json'])('leaves a %s that is there as it is', async (name) => {
    const folder = makeFolderForTest({ ...files, [`incidents/${name}`]: '{}' })
    const { status, output, errors } = await postmortem('templates --from incidents --write', { folder })
    expect({ status, output }).toEqual({ status: 2, output: '' })
    expect(errors).toBe(
      `postmortem: "${join('incidents', name)}" already exists. Leave out --write, and copy what you need from the output.\n`,
    )
    expect(readFileSync(join(folder, 'incidents', name), 'utf8')).toBe('{}')
    expect((await postmortem('templates --from incidents', { folder })).status).toBe(0)
  })

  it('writes through no link', async () => {
    const folder = makeFolderForTest(files)
    symlinkSync(join(folder, 'nowhere.yml'), join(folder, 'incidents/.postmortem.yml'))
    expect((await postmortem('templates --from incidents --write', { folder })).status).toBe(2)
    expect(existsSync(join(folder, 'nowhere.yml'))).toBe(false)
  })

  it('shows its progress during long work', async () => {
    let time = 0
    const now = () => {
      time += 600
      return time
    }
    const { errors } = await postmortem('templates --from incidents', { folder, showsProgress: true, now })
    expect(errors).toMatch(/^\d files? checked, \d postmortems?…\r\x1b\[K/)
    expect(errors).toMatch(/\r\x1b\[KDerived from 3 reports\. /)
  })

  it.each([
    [
      'templates --from incidents/2024',
      'A template needs at least 3 reports. Reports found: 1. Choose a folder with more of them.',
    ],
    ['templates --from absent', 'There is no file or folder "absent".'],
    ['templates --from incidents/1.md', '--from takes a folder, and "incidents/1.md" is none.'],
    [
      'templates holberton --from incidents',
      '--from takes a folder, and neither an ID nor --format goes with it.',
    ],
    ['templates --write', '--write needs --from.'],
  ])('refuses %s', async (args, message) => {
    expect(await postmortem(args, { folder })).toEqual({
      status: 2,
      output: '',
      errors: `postmortem: ${message}\n`,
    })
  })
})
