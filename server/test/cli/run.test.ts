import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { rules } from '../../src/rules/index.ts'

const complete =
  '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\nText.\n\n## Corrective and Preventative Measures\n\nText.\n'
/** The terminal is what is tested here, and one rule is enough to see what it does with findings. */
const configuration = `rules:\n${rules
  .filter(({ id }) => id !== 'section-missing')
  .map(({ id }) => `  ${id}: off\n`)
  .join('')}`
const incomplete = complete.replace('## Timeline\n\nText.\n\n', '')
const files = {
  '.postmortem.yml': configuration,
  'complete.md': complete,
  'incomplete.md': incomplete,
  'nested/deep/incomplete.markdown': incomplete,
  'notes.md': '# Notes\n',
  'notes.txt': incomplete,
  '.hidden/incomplete.md': incomplete,
  'node_modules/package/incomplete.md': incomplete,
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postmortem-cli-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  writeFileSync(join(folder, 'latin1.md'), Buffer.from([0x23, 0x20, 0xe9]))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `postmortem` with these arguments in the folder above. */
async function postmortem(args: string, input = '', color = false) {
  let output = ''
  let errors = ''
  const terminal = {
    write: (text: string) => {
      output += text
    },
    writeError: (text: string) => {
      errors += text
    },
    readInput: async () => input,
    folder,
    color,
  }
  const status = await run(args.split(' ').filter(Boolean), terminal, '1.2.3')
  return { status, output, errors }
}

describe('postmortem lint', () => {
  it('is content with a complete report', async () => {
    expect(await postmortem('lint complete.md')).toEqual({
      status: 0,
      output: 'No findings in 1 postmortem among 1 file.\n',
      errors: '',
    })
  })

  it('shows each finding with its line, and fails', async () => {
    const { status, output } = await postmortem('lint incomplete.md')
    expect(status).toBe(1)
    expect(output).toBe(
      [
        'incomplete.md:3:4 warning The section "Timeline" is missing. Add it after "Issue Summary". section-missing',
        '  3 | ## Issue Summary',
        '    |    ^^^^^^^^^^^^^',
        '',
        '1 warning in 1 postmortem among 1 file.',
        '',
      ].join('\n'),
    )
  })

  it('colours the severity on a terminal', async () => {
    expect((await postmortem('lint incomplete.md', '', true)).output).toContain('\x1b[33mwarning\x1b[0m')
  })

  it('searches folders, but neither hidden ones nor installed packages', async () => {
    const { output, errors, status } = await postmortem('lint complete.md incomplete.md nested notes.md')
    expect({ errors, status }).toEqual({ errors: '', status: 1 })
    expect(output).toContain(`${join('nested', 'deep', 'incomplete.markdown')}:3:4`)
    expect(output).toContain('2 warnings in 3 postmortems among 4 files.')
    rmSync(join(folder, 'latin1.md'))
    expect((await postmortem('lint')).output).toContain('2 warnings in 3 postmortems among 4 files.')
    writeFileSync(join(folder, 'latin1.md'), Buffer.from([0x23, 0x20, 0xe9]))
  })

  it('reads standard input', async () => {
    const { status, output } = await postmortem('lint -', incomplete)
    expect(status).toBe(1)
    expect(output).toContain('<stdin>:3:4 warning')
  })

  it('lets as many warnings pass as it is told', async () => {
    expect((await postmortem('lint incomplete.md --max-warnings 1')).status).toBe(0)
  })

  it('writes JSON for other programs', async () => {
    const { output } = await postmortem('lint notes.md incomplete.md --format json')
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
})

describe('postmortem inspect', () => {
  it('prints one object for one document and an array for several', async () => {
    const one = JSON.parse((await postmortem('inspect complete.md')).output)
    expect(one).toMatchObject({ file: 'complete.md', postmortem: true, missing: [], findings: 0 })
    const several = JSON.parse((await postmortem('inspect incomplete.md notes.md')).output)
    expect(several).toMatchObject([{ missing: ['timeline'], findings: 1 }, { postmortem: false }])
  })
})

describe('postmortem', () => {
  it.each([
    ['frobnicate', 'There is no command "frobnicate". Try postmortem --help.'],
    ['lint --frobnicate', "Unknown option '--frobnicate'"],
    ['lint --format xml', 'There is no format "xml". Use text or json.'],
    ['lint --format constructor', 'There is no format "constructor".'],
    ['lint --max-warnings few', '--max-warnings takes a whole number, not "few".'],
    ['lint absent.md', 'There is no file or folder "absent.md".'],
    ['lint latin1.md', '"latin1.md" cannot be read: it is not UTF-8 text.'],
    ['inspect', 'Name the documents to inspect, or "-" for standard input.'],
  ])('answers "%s" with a sentence and status 2', async (args, sentence) => {
    const { status, errors } = await postmortem(args)
    expect(errors).toContain(`postmortem: ${sentence}`)
    expect(errors).not.toContain('    at ')
    expect(status).toBe(2)
  })

  it('explains itself', async () => {
    expect(await postmortem('--version')).toMatchObject({ status: 0, output: '1.2.3\n' })
    expect((await postmortem('--help')).output).toContain('postmortem lint [PATH…]')
    expect((await postmortem('lint --help')).output).toContain('--max-warnings N')
    expect(await postmortem('')).toMatchObject({ status: 2 })
  })
})
