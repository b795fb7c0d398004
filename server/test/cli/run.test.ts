import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/usageError.ts'
import { complete, incomplete, misspelt, onlyRules } from './reports.ts'
import { makeFolder, makeFolderForTest, postmortem } from './terminal.ts'

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'section-title-misspelt'),
  'complete.md': complete,
  'incomplete.md': incomplete,
  'misspelt.md': misspelt,
  'notes.md': '# Notes\n',
  'more/incomplete.md': incomplete,
  'more/latin1.md': Buffer.from([0x23, 0x20, 0xe9]),
  'more/misspelt.md': misspelt,
})
const run = (args: string, input = '') => postmortem(args, { folder, input })

describe('postmortem lint', () => {
  it('accepts a complete report', async () => {
    expect(await run('lint complete.md')).toEqual({
      status: 0,
      output: 'No findings in 1 postmortem among 1 file.\n',
      errors: '',
    })
  })

  it('says that a folder holds no Markdown, and counts no configuration among the files', async () => {
    const other = makeFolder({
      'none/a.txt': 'Text.',
      'one/.postmortem.yml': 'templat: none\n',
      'one/a.md': complete,
    })
    const { output, status } = await postmortem('lint none', { folder: other })
    expect({ output, status }).toEqual({ output: 'There are no Markdown files here.\n', status: 0 })
    const configured = await postmortem('lint one', { folder: other })
    expect(configured.output).toContain(' in 1 postmortem among 1 file.')
  })

  it('fails for a warning', async () => {
    expect((await run('lint incomplete.md')).status).toBe(1)
  })

  it('allows as many warnings as it is told to', async () => {
    expect((await run('lint incomplete.md --max-warnings 1')).status).toBe(0)
    expect((await run('lint incomplete.md misspelt.md --max-warnings=1')).status).toBe(1)
  })

  it('reads standard input', async () => {
    const { status, output } = await run('lint -', incomplete)
    expect(status).toBe(1)
    expect(output).toContain('<stdin>:3:4 warning')
  })

  it('writes findings before it has read everything', async () => {
    let written = ''
    let goOn: (input: Uint8Array) => void
    const input = new Promise<Uint8Array>((resolve) => {
      goOn = resolve
    })
    const write = async (text: string) => {
      written += text
      if (text.startsWith('incomplete.md: ')) goOn(Buffer.from(incomplete))
    }
    await postmortem('lint incomplete.md -', { folder, write, readInput: () => input })
    expect(written).toContain('2 warnings in 2 postmortems among 2 files.')
  })

  it('writes JSON for other programs', async () => {
    const { output } = await run('lint notes.md incomplete.md --format json')
    expect(JSON.parse(output)).toEqual([
      { file: 'notes.md', postmortem: false, findings: [] },
      {
        file: 'incomplete.md',
        postmortem: true,
        findings: [
          {
            rule: 'section-missing',
            severity: 'warning',
            message: 'The section "Timeline" is missing. Add it after "Issue Summary".',
            line: 3,
            column: 4,
            endLine: 3,
            endColumn: 17,
          },
        ],
      },
    ])
  })

  it('checks everything else when one file cannot be read, and says so by its status', async () => {
    const { status, output, errors } = await run('lint more')
    expect(status).toBe(2)
    expect(errors).toBe(`postmortem: "${join('more', 'latin1.md')}" cannot be read: it is not UTF-8 text.\n`)
    expect(output).toContain('2 warnings in 2 postmortems among 2 files.')
  })
})

describe('postmortem inspect', () => {
  it('prints one object for one document and an array for several', async () => {
    const one = JSON.parse((await run('inspect complete.md')).output)
    expect(one).toMatchObject({ file: 'complete.md', postmortem: true, missing: [], findings: 0 })
    const several = JSON.parse((await run('inspect incomplete.md notes.md')).output)
    expect(several).toMatchObject([{ missing: ['timeline'], findings: 1 }, { postmortem: false }])
  })

  it('defaults to the current folder', async () => {
    const { output, status } = await postmortem('inspect', { folder: join(folder, 'more') })
    expect(status).toBe(2)
    expect(JSON.parse(output)).toMatchObject([{ file: 'incomplete.md' }, { file: 'misspelt.md' }])
  })

  it('prints an empty array if there are no documents', async () => {
    expect(await postmortem('inspect', { folder: makeFolderForTest({}) })).toMatchObject({
      status: 0,
      output: '[]\n',
    })
  })
})

describe('postmortem', () => {
  it.each([
    ['frobnicate', 'There is no command "frobnicate". See postmortem --help.'],
    ['lnt', 'There is no command "lnt". Did you mean "lint"?'],
    ['lnit', 'There is no command "lnit". Did you mean "lint"?'],
    ['fix', 'There is no command "fix". Did you mean "lint --fix"?'],
    ['help lnt', 'There is no command "lnt". Did you mean "lint"?'],
    ['lint --frobnicate', 'There is no option "--frobnicate". See --help.'],
    ['lint --fromat json', 'There is no option "--fromat". Did you mean "--format"?'],
    ['lint -f json', 'There is no option "-f". See --help.'],
    ['lint --format', '--format needs a value: --format=FORMAT.'],
    ['lint --format --max-warnings 3', '--format needs a value: --format=FORMAT.'],
    ['lint --color=always', '--color takes no value. Leave out "=always".'],
    [
      'lint --format xml',
      'There is no format "xml". Use text, json, sarif, github, gitlab, junit or markdown.',
    ],
    ['lint --format jsn', 'There is no format "jsn". Did you mean "json"?'],
    [
      'lint --format constructor',
      'There is no format "constructor". Use text, json, sarif, github, gitlab, junit or markdown.',
    ],
    ['lint --max-warnings few', '--max-warnings takes a whole number, not "few".'],
    ['lint --max-warnings=-1', '--max-warnings takes a whole number, not "-1".'],
    ['lint absent.md', 'There is no file or folder "absent.md".'],
    ['inspect absent.md', 'There is no file or folder "absent.md".'],
  ])('answers "%s" with a sentence and status 2', async (args, sentence) => {
    expect(await run(args)).toEqual({ status: 2, output: '', errors: `postmortem: ${sentence}\n` })
  })

  it('prints its version', async () => {
    expect(await run('--version')).toEqual({ status: 0, output: '1.2.3\n', errors: '' })
  })

  it('lists its commands, and fails when it is given none', async () => {
    const { status, output } = await run('--help')
    expect(status).toBe(0)
    expect(output).toContain('  lint ')
    expect(await run('help')).toEqual({ status, output, errors: '' })
    expect(await run('')).toEqual({ status: 2, output: '', errors: output })
  })

  it('explains every command: its examples, what it reads and writes, and how it exits', async () => {
    const commands = (await run('--help')).output.match(/^ {2}\w+/gm)!.map((each) => each.trim())
    expect(commands).toContain('lint')
    for (const command of commands) {
      const { status, output } = await run(`${command} --nonsense --help`)
      expect(status).toBe(0)
      expect(output).toMatch(new RegExp(`^postmortem ${command} .+\n\n.+\\.\n\n`))
      expect(output).toMatch(new RegExp(`\nExamples:\n  .*postmortem ${command} `))
      expect(output).toMatch(/\nReads: [\s\S]+\.\nWrites: [\s\S]+\.\n/)
      expect(output).toMatch(/\nExit status: 0 [\s\S]+, 2\s[\s\S]+\.\n$/)
      expect(await run(`help ${command}`)).toEqual({ status, output, errors: '' })
      expect(await run(`${command} -h`)).toEqual({ status, output, errors: '' })
    }
  })

  it('becomes the language server', async () => {
    const serve = () => Promise.reject(new UsageError('served'))
    expect(await postmortem('lsp --stdio --clientProcessId=1', { serve })).toMatchObject({
      errors: 'postmortem: served\n',
    })
    expect((await postmortem('lsp', { serve })).errors).toBe(
      'postmortem: An editor runs the language server: postmortem lsp --stdio.\n',
    )
  })

  it('takes everything after two hyphens as names', async () => {
    expect((await run('lint -- --help')).errors).toContain('There is no file or folder "--help".')
  })
})
