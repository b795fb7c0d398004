import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complete, incomplete, misspelt, onlyRules } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'

const folder = makeFolder({
  '.postmortem.yml': [
    onlyRules('section-missing', 'section-title-misspelt', 'placeholder-left'),
    "files: ['*.txt']\n",
    "overrides: [{ files: ['off/**'], rules: { section-missing: off } }]\n",
  ].join(''),
  'a.md': incomplete,
  'b.md': incomplete,
  'c.txt': '# Disk full\n',
  'swapped.md': complete
    .replace('Text.', '[date]')
    .replace('# Postmortem\n', '# Postmortem\n\n## Timeline\n\nText.\n'),
  'off/a.md': `---\npostmortem: { rules: { section-missing: hint } }\n---\n${incomplete}`,
})

/** The findings as `file severity rule`. */
async function lint(args: string, world: Parameters<typeof postmortem>[1] = {}) {
  const { status, output, errors } = await postmortem(`lint --format json ${args}`, { folder, ...world })
  const files: { file: string; findings: { severity: string; rule: string }[] }[] =
    output === '' ? [] : JSON.parse(output)
  const found = files.flatMap(({ file, findings }) =>
    findings.map(({ severity, rule }) => `${file} ${severity} ${rule}`),
  )
  return { status, errors, files: files.map(({ file }) => file), found }
}

describe('a file that is named', () => {
  it('is checked alone, whatever its folder and its configuration hold', async () => {
    expect((await lint('a.md')).files).toEqual(['a.md'])
    expect((await lint('c.txt')).files).toEqual(['c.txt'])
    expect((await lint('a.md b.md')).files).toEqual(['a.md', 'b.md'])
  })
})

describe('a named file that is no report', () => {
  const others = makeFolder({ 'notes.md': '# Notes\n', 'empty.md': '', 'a.md': incomplete })

  it('is told on standard error, and changes no exit status', async () => {
    const { errors, status, found } = await lint('notes.md empty.md', { folder: others })
    expect(errors).toContain(
      '"notes.md" was not recognised as a postmortem, so it was not checked. If it is one, write "postmortem: true" in its front matter.',
    )
    expect(errors).toContain('"empty.md" was not recognised')
    expect({ status, found }).toEqual({ status: 0, found: [] })
  })

  it('is told neither beside a report, nor where files are searched for, nor with --quiet', async () => {
    expect((await lint('notes.md a.md', { folder: others })).errors).not.toContain('recognised')
    expect((await lint('.', { folder: others })).errors).not.toContain('recognised')
    expect((await lint('notes.md --quiet', { folder: others })).errors).toBe('')
  })
})

describe('--severity', () => {
  it('leaves out what is less severe, and does not count it', async () => {
    expect((await lint('a.md --severity warning')).found).toEqual(['a.md warning section-missing'])
    expect(await lint('a.md --severity error')).toMatchObject({ status: 0, found: [] })
  })

  it('limits what is fixed as well', async () => {
    const { output } = await postmortem('lint --fix - --severity error', { input: misspelt })
    expect(output).toBe(misspelt)
    expect((await postmortem('lint --fix - --severity warning', { input: misspelt })).output).toBe(complete)
  })

  it('is a severity that exists', async () => {
    expect((await lint('a.md --severity warnin')).errors).toBe(
      'postmortem: There is no severity "warnin". Did you mean "warning"?\n',
    )
  })
})

describe('--rule', () => {
  it('overrules the configuration and the front matter', async () => {
    expect((await lint('off/a.md')).found).toEqual([`${join('off', 'a.md')} hint section-missing`])
    expect((await lint('off/a.md a.md --rule section-missing=error')).found).toEqual([
      `${join('off', 'a.md')} error section-missing`,
      'a.md error section-missing',
    ])
  })

  it('may be repeated, and the last one for a rule wins', async () => {
    const rules = '--rule section-missing=off --rule placeholder-left=error --rule section-missing=hint'
    expect((await lint(`a.md swapped.md ${rules} --severity hint`)).found).toEqual(
      expect.arrayContaining(['a.md hint section-missing', 'swapped.md error placeholder-left']),
    )
  })

  it('says what is wrong with its value', async () => {
    const refusal = async (rule: string) => (await lint(`a.md --rule ${rule}`)).errors
    expect(await refusal('section-missing')).toBe(
      'postmortem: --rule takes ID=SEVERITY, not "section-missing".\n',
    )
    expect(await refusal('section-mising=off')).toContain('Did you mean "section-missing"?')
    expect(await refusal('section-missing=none')).toContain(
      'There is no severity "none". Use off, hint, information, warning or error.',
    )
  })
})

describe('--quiet', () => {
  it('prints findings and nothing else', async () => {
    const world = { folder, showsProgress: true }
    expect(await postmortem('lint --quiet off/a.md --severity error', world)).toEqual({
      status: 0,
      output: '',
      errors: '',
    })
    const { output } = await postmortem('lint --quiet a.md', world)
    expect(output).toMatch(/^a\.md: 1 warning\n/)
    expect(output).not.toContain('among')
    expect((await postmortem('lint --quiet a.md --format github', world)).output).not.toContain('among')
    expect((await postmortem('lint --quiet --fix -', { ...world, input: complete })).errors).toBe('')
  })
})

describe('--stdin-filename', () => {
  it('checks standard input under that name, with its configuration', async () => {
    const { files, found } = await lint('- --stdin-filename off/new.md', { input: incomplete })
    expect({ files, found }).toEqual({ files: [join('off', 'new.md')], found: [] })
    expect((await lint('--stdin-filename new.txt', { input: '# Disk full\n' })).found).toContain(
      'new.txt warning section-missing',
    )
  })

  it('writes the fixed text to standard output, and not into the file', async () => {
    const { output } = await postmortem('lint --fix - --stdin-filename a.md', { folder, input: misspelt })
    expect(output).toBe(complete)
    expect((await lint('a.md')).found).toEqual(['a.md warning section-missing'])
  })

  it('is refused where no standard input is read', async () => {
    expect(await lint('a.md --stdin-filename a.md')).toMatchObject({
      status: 2,
      errors: 'postmortem: --stdin-filename is about standard input. Add "-" to the paths.\n',
    })
  })
})
