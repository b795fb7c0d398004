import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incomplete, onlyRules } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'
import { makeRepository, oldReports } from './repository.ts'

const configuration = {
  '.postmortem.yml': onlyRules('section-missing', 'placeholder-left', 'secret-exposed'),
}
const old = { ...configuration, ...oldReports(10) }

/** The findings of `postmortem lint --since main`, and what it says about the others. */
async function since(folder: string, args = '--since main') {
  const { status, output, errors } = await postmortem(`lint --format json ${args}`, { folder })
  const files: { file: string; findings: { rule: string; line: number }[] }[] =
    output === '' ? [] : JSON.parse(output)
  const found = files.flatMap(({ file, findings }) =>
    findings.map(({ rule, line }) => `${file}:${line} ${rule}`),
  )
  return { status, found, errors }
}

const heldBack = (count: number) => `Held back ${count} findings that were there before.\n`

describe('postmortem lint --since', () => {
  it('reports the one finding that a branch adds to forty old ones', async () => {
    const { folder, git, write, commit, read } = makeRepository(old)
    git('checkout', '--quiet', '-b', 'change')
    write(
      'incidents/3.md',
      read('incidents/3.md').replace('A full disk', 'password=tr0ub4dor-and-3 and a full disk'),
    )
    commit()
    expect((await since(folder, '')).found).toHaveLength(41)
    expect(await since(folder)).toEqual({
      status: 1,
      found: ['incidents/3.md:9 secret-exposed'],
      errors: heldBack(40),
    })
  })

  it('reports a count that has grown, but not one that has shrunk', async () => {
    const { folder, write, commit, read } = makeRepository(old)
    const edit = (from: string, to: string) =>
      write('incidents/3.md', read('incidents/3.md').replace(from, to))
    edit('{{what}}.', '{{what}}.\n- Test {{what}}.')
    expect((await since(folder)).found).toEqual(['incidents/3.md:13 placeholder-left'])
    commit()
    edit('\n- Test {{what}}.', '')
    expect(await since(folder)).toMatchObject({ found: [], errors: heldBack(40) })
  })

  it('reports none of them again after a rebase, a moved section and a new name', async () => {
    const { folder, git, write, commit, read } = makeRepository(old)
    git('checkout', '--quiet', '-b', 'change')
    const [title, summary, cause, tasks] = read('incidents/3.md').split(/\n\n(?=## )/)
    write('incidents/3.md', [title, cause, summary, tasks].join('\n\n'))
    write('incidents/4.md', read('incidents/4.md').replaceAll('\n', '\r\n'))
    mkdirSync(join(folder, 'archive'))
    renameSync(join(folder, 'incidents/5.md'), join(folder, 'archive/disk.md'))
    commit()
    expect(await since(folder)).toEqual({ status: 0, found: [], errors: heldBack(40) })

    git('checkout', '--quiet', 'main')
    write('incidents/3.md', `${read('incidents/3.md')}- Test the alert.\n`)
    write('incidents/new.md', incomplete)
    commit()
    git('checkout', '--quiet', 'change')
    git('rebase', '--quiet', 'main')
    expect(await since(folder)).toEqual({ status: 0, found: [], errors: heldBack(41) })
  })

  it('reports what is missing since, although no line is new, and what is not committed yet', async () => {
    const { folder, write, read } = makeRepository(old)
    write('incidents/3.md', read('incidents/3.md').replace(/## Root Cause[^#]*/, ''))
    write('incidents/new.md', incomplete)
    expect((await since(folder)).found).toEqual([
      'incidents/3.md:3 section-missing',
      'incidents/new.md:3 section-missing',
    ])
  })

  it('compares with where the branch left the other one, whatever others have corrected there', async () => {
    const { folder, git, write, commit, read } = makeRepository(old)
    git('branch', 'change')
    write('incidents/3.md', read('incidents/3.md').replace('TBD how long', 'for an hour'))
    commit()
    git('checkout', '--quiet', 'change')
    expect(await since(folder)).toMatchObject({ status: 0, found: [] })
  })

  it('fixes nothing that was there before', async () => {
    const misspelt = incomplete.replace('## Issue Summary', '## Isue Summary')
    const { folder, write, read } = makeRepository({ 'old.md': misspelt })
    write('new.md', misspelt)
    await postmortem('lint --since main --fix', { folder })
    expect(read('old.md')).toBe(misspelt)
    expect(read('new.md')).toContain('## Issue Summary')
  })

  it('checks standard input against the file of its name', async () => {
    const { folder, read } = makeRepository(old)
    const lint = (name: string) =>
      postmortem(`lint --format json --since main - --stdin-filename ${name}`, {
        folder,
        input: read('incidents/3.md'),
      })
    expect((await lint('incidents/3.md')).errors).toBe(heldBack(4))
    expect((await lint('incidents/new.md')).errors).toBe('Held back 0 findings that were there before.\n')
  })

  it('works from a folder of the repository, and for names with spaces and umlauts', async () => {
    const { folder } = makeRepository({ ...configuration, 'a b/Störung.md': incomplete })
    expect(await since(join(folder, 'a b'))).toMatchObject({ status: 0, found: [] })
  })
})

describe('what postmortem lint --since cannot compare', () => {
  const refusal = async (folder: string, args?: string) => {
    const { status, found, errors } = await since(folder, args)
    expect({ status, found }).toEqual({ status: 2, found: [] })
    return errors
  }

  it('is a commit that is not there', async () => {
    const { folder } = makeRepository()
    expect(await refusal(folder, '--since mian')).toBe(
      'postmortem: There is no commit "mian". Name a branch, a tag or a commit.\n',
    )
    expect(await refusal(folder, '--since=--help')).toContain('There is no commit "--help".')
  })

  it('is the history that a shallow clone left out', async () => {
    const { folder, git, write, commit } = makeRepository(old)
    git('checkout', '--quiet', '-b', 'change')
    for (const text of ['one', 'two']) {
      write('notes.txt', text)
      commit()
    }
    const clone = makeFolderForTest({})
    const shallow = (...args: readonly string[]) => execFileSync('git', args, { cwd: clone, stdio: 'pipe' })
    shallow('clone', '--quiet', '--depth=1', '--branch=change', `file://${folder}`, '.')
    expect(await refusal(clone, '--since origin/main')).toBe(
      'postmortem: There is no commit "origin/main" in this shallow clone. Fetch the history: git fetch --unshallow, or fetch-depth: 0 in a GitHub workflow.\n',
    )
    shallow('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main')
    expect(await refusal(clone, '--since origin/main')).toContain(
      'This clone is too shallow to tell where it left "origin/main". Fetch the history',
    )
  })

  it('is a folder in no repository', async () => {
    const folder = makeFolderForTest({ 'a.md': incomplete })
    expect(await refusal(folder)).toBe(
      `postmortem: --since compares with a commit, and "${folder}" is in no git repository. Use --baseline.\n`,
    )
  })

  it('is anything without git, which is not taken from the checkout', async () => {
    const { folder } = makeRepository(old)
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    writeFileSync(join(folder, 'node_modules/.bin/git'), '#!/bin/sh\ntouch "$0.ran"\n')
    chmodSync(join(folder, 'node_modules/.bin/git'), 0o755)
    const environment = { PATH: ['node_modules/.bin', join(folder, 'node_modules/.bin')].join(':') }
    const { status, errors } = await postmortem('lint --since main', { folder, environment })
    expect({ status, errors }).toEqual({
      status: 2,
      errors:
        'postmortem: --since needs git, and there is none in the PATH. Install it, or use --baseline.\n',
    })
    expect(existsSync(join(folder, 'node_modules/.bin/git.ran'))).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('a hostile repository', () => {
  /** Configures everything with which a repository can make git run a program. */
  const arm = (repository: ReturnType<typeof makeRepository>) => {
    const { folder, git, write } = repository
    const trap = join(folder, '.git/trap')
    writeFileSync(trap, `#!/bin/sh\necho "$@" >> ${join(folder, '.git/sprung')}\ncat 2>/dev/null\n`)
    chmodSync(trap, 0o755)
    write('.gitattributes', '*.md diff=trap filter=trap merge=trap\n')
    const settings = {
      'core.fsmonitor': trap,
      'core.pager': trap,
      'core.editor': trap,
      'core.sshCommand': trap,
      'core.hooksPath': join(folder, '.git/hooks'),
      'pager.diff-index': trap,
      'pager.rev-parse': trap,
      'diff.external': trap,
      'diff.trap.command': trap,
      'diff.trap.textconv': trap,
      'filter.trap.clean': trap,
      'filter.trap.smudge': trap,
      'filter.trap.process': trap,
      'alias.rev-parse': `!${trap}`,
      'credential.helper': `!${trap}`,
      'protocol.ext.allow': 'always',
      'remote.origin.url': `ext::${trap}`,
      'remote.origin.promisor': 'true',
      'extensions.partialClone': 'origin',
      'core.repositoryFormatVersion': '1',
    }
    for (const [name, value] of Object.entries(settings)) git('config', name, value)
    mkdirSync(join(folder, '.git/hooks'), { recursive: true })
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-auto-gc'])
      execFileSync('ln', ['-sf', trap, join(folder, '.git/hooks', hook)])
    return { isSprung: () => existsSync(join(folder, '.git/sprung')) }
  }

  it('makes git run nothing, not even for an object that is missing', async () => {
    const repository = makeRepository(old)
    const { folder, git, write, read } = repository
    write('incidents/3.md', `${read('incidents/3.md')}- Test {{what}}.\n`)
    const missing = git('rev-parse', 'HEAD:incidents/4.md').trim()
    write('incidents/4.md', `${read('incidents/4.md')}- Test {{what}}.\n`)
    const { isSprung } = arm(repository)
    rmSync(join(folder, '.git/objects', missing.slice(0, 2), missing.slice(2)))

    expect(await since(folder)).toMatchObject({ status: 1, errors: heldBack(35) })
    expect(isSprung()).toBe(false)

    // The same repository springs the trap for anyone who looks at it without care.
    git('diff', '--', 'incidents/3.md')
    expect(isSprung()).toBe(true)
  })
})
