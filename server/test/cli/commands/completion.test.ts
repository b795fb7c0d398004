import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, postmortem } from '../terminal.ts'

const folder = makeFolder({ 'a file.md': '' })
const script = async (shell: string) => (await postmortem(`completion ${shell}`)).output

const run = (shell: string, args: readonly string[]) =>
  spawnSync(shell, args, { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } })

const has = (shell: string) => run(shell, ['-c', 'exit 0']).status === 0

describe.skipIf(process.platform === 'win32')('completion in bash', () => {
  /** What bash completes for these words; the last one is being typed. */
  const complete = async (...words: readonly string[]) => {
    writeFileSync(join(folder, 'script'), await script('bash'))
    const typed = ['postmortem', ...words].map((word) => `'${word}'`).join(' ')
    const { stdout, stderr } = run('bash', [
      ...['--noprofile', '--norc', '-euc'],
      `source ./script; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _postmortem; printf '%s\\n' "\${COMPREPLY[@]-}"`,
    ])
    expect(stderr).toBe('')
    return stdout.trim().split('\n')
  }

  it('knows the commands', async () => {
    expect(await complete('l')).toEqual(['lint', 'lsp'])
    expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish'])
  })

  it('knows the options of a command and their values', async () => {
    expect(await complete('lint', 'a.md', '--st')).toEqual(['--stdin-filename'])
    expect(await complete('lint', '--format', 'j')).toEqual(['json', 'junit'])
    expect(await complete('lint', '--format', '=', 'j')).toEqual(['json', 'junit'])
    expect(await complete('lint', '--format', '=')).toContain('sarif')
    expect(await complete('lint', '--rule', 'section-mi')).toEqual(['section-missing='])
    expect(await complete('rules', 'section-mi')).toEqual(['section-missing'])
    expect(await complete('new', '--template', 'goo')).toEqual(['google-sre'])
  })

  it('leaves files to bash', async () => {
    expect(await complete('lint', 'a')).toEqual([''])
    expect(await complete('lint', '--config', 'a')).toEqual([''])
    expect(await complete('lint', '--output', 'json', '=', 'a')).toEqual([''])
  })
})

describe.skipIf(!has('fish'))('completion in fish', () => {
  const complete = async (line: string) => {
    const { stdout, stderr } = run('fish', [
      '--no-config',
      '-c',
      `${await script('fish')}\ncomplete -C '${line}'`,
    ])
    expect(stderr).toBe('')
    return stdout.trim().split('\n')
  }

  it('knows commands, options, values and files', async () => {
    expect(await complete('postmortem li')).toEqual(['lint\tChecks the reports among Markdown files.'])
    expect(await complete('postmortem lint --wat')).toEqual([
      '--watch\tchecks again whenever something changes, until Ctrl+C',
    ])
    expect((await complete('postmortem lint --format j')).map((each) => each.split('\t')[0])).toEqual([
      'json',
      'junit',
    ])
    expect(await complete('postmortem rules section-mi')).toEqual(['section-missing'])
    expect(await complete('postmortem lint a')).toEqual(['a file.md'])
  })
})

describe.skipIf(!has('zsh'))('completion in zsh', () => {
  it('is a script that zsh accepts, with each option described', async () => {
    const written = await script('zsh')
    writeFileSync(join(folder, 'script'), written)
    expect(run('zsh', ['-f', '-n', 'script'])).toMatchObject({ status: 0, stderr: '' })
    expect(written).toContain("'--since=[only findings that are new since")
    expect(written).toContain(
      "'*--rule=[the severity of a rule, or off, whatever is configured; may be repeated]:ID=SEVERITY:(action-careful= ",
    )
    expect(written).toContain("'--start=[when it began, in UTC\\: 22\\:48, or")
  })
})

describe('postmortem completion', () => {
  it('is for a shell that it knows', async () => {
    const refusal = async (args: string) => (await postmortem(`completion ${args}`)).errors
    expect(await refusal('')).toBe('postmortem: Name one shell: bash, zsh or fish.\n')
    expect(await refusal('fihs')).toBe(
      'postmortem: There is no completion for the shell "fihs". Did you mean "fish"?\n',
    )
  })
})
