import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolderForTest } from '../terminal.ts'

/** A git repository that lasts until the current test has run. */
export function makeRepository(files: Readonly<Record<string, string>> = {}) {
  const folder = makeFolderForTest({})
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, env: author, encoding: 'utf8', stdio: 'pipe' })
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'Change')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  for (const [name, text] of Object.entries(files)) write(name, text)
  commit()
  return { folder, git, write, commit, read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}

const author = {
  PATH: process.env.PATH,
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.com',
}

/** Reports with four old findings each. */
export function oldReports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`incidents/${index}.md`, oldReport(index)]),
  )
}

function oldReport(index: number): string {
  return [
    `# Postmortem: outage ${index}`,
    '## Issue Summary\n\nThe shop was down, TBD how long.',
    '## Root Cause and Resolution\n\nA full disk, [insert which one].',
    '## Corrective and Preventative Measures\n\n- Add an alert for {{what}}.',
    '',
  ].join('\n\n')
}
