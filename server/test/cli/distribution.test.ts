import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeFolderForTest, postmortem } from './terminal.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

const action = parse(read('action.yml'))
const [step] = action.runs.steps

/** Runs the script of the action with a fake command line that prints its arguments and exits with a status. */
function runAction(inputs: Readonly<Record<string, string>>, status = 0) {
  const folder = makeFolderForTest({
    'dist/cli.js': `console.log(JSON.stringify(process.argv.slice(2))), process.exitCode = ${status}`,
    'script.sh': step.run,
  })
  const given = Object.entries<{ default?: string }>(action.inputs).map(
    ([name, input]) => [`inputs.${name}`, inputs[name] ?? input.default ?? ''] as const,
  )
  const known = new Map<string, string>([...given, ['github.action_repository', 'example/postmortem']])
  const env = Object.fromEntries(
    Object.entries<string>(step.env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ ([\w.-]+) \}\}/, (_, key) => known.get(key) ?? ''),
    ]),
  )
  const outcome = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(folder, 'script.sh')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTION_PATH: folder,
      GITHUB_SERVER_URL: 'https://git.example',
      GITHUB_STEP_SUMMARY: 'summary of the step.md',
      ...env,
    },
    encoding: 'utf8',
  })
  return { ...outcome, folder, calls: outcome.stdout.trim().split('\n') }
}

describe.skipIf(process.platform === 'win32')('the action', () => {
  it('annotates what the linter finds, and adds a table of the reports to the page of the run', () => {
    const { status, calls } = runAction({})
    expect(status).toBe(0)
    expect(calls.map((call) => JSON.parse(call))).toEqual([
      ['lint', '--format=github', '--max-warnings=0', '--output=markdown=summary of the step.md', '--', '.'],
    ])
  })

  it('passes its inputs on, each line of the paths as one argument', () => {
    const { calls } = runAction({
      paths: 'a folder/\n\n*.md; exit 9\n',
      template: 'public',
      config: 'one two.yml',
      'max-warnings': '3',
      since: 'origin/main',
      baseline: 'old ones.json',
    })
    expect(calls.map((call) => JSON.parse(call))).toEqual([
      [
        'lint',
        '--format=github',
        '--max-warnings=3',
        '--template=public',
        '--config=one two.yml',
        '--since=origin/main',
        '--baseline=old ones.json',
        '--output=markdown=summary of the step.md',
        '--',
        'a folder/',
        '*.md; exit 9',
      ],
    ])
  })

  it('writes SARIF in the same go, and fails as the linter does', () => {
    const { status, calls } = runAction({ sarif: 'out put.sarif' }, 1)
    expect(status).toBe(1)
    expect(calls).toHaveLength(1)
    expect(JSON.parse(calls[0]!)).toContain('--output=sarif=out put.sarif')
    expect(runAction({}, 2).status).toBe(2)
  })
})

describe('the problem matcher', () => {
  it('reads every finding that the linter prints, whatever its message has', async () => {
    const { contributes } = JSON.parse(read('package.json'))
    const [{ name, pattern }] = contributes.problemMatchers
    expect(name).toBe('postmortem')
    const text =
      '# Postmortem: 10:05 (a: b) warning\n\n## Issue Summary\n\nIt was down at 25:61 UTC.\n\n## Timelien\n'
    const folder = makeFolderForTest({ 'my reports/a:1.md': text, '.postmortem.yml': 'nothing: 1\n' })
    const { output } = await postmortem('lint --format json', { folder })
    const found = JSON.parse(output).flatMap((file: { file: string; findings: Record<string, unknown>[] }) =>
      file.findings.map(({ line, column, severity, message, rule }) =>
        [file.file, line, column, severity, message, rule].map(String),
      ),
    )
    expect(found.length).toBeGreaterThan(4)
    const printed = (await postmortem('lint', { folder })).output.split('\n')
    const { regexp, file, line, column, severity, message, code } = pattern
    const parsed = printed.flatMap((each) => {
      const match = new RegExp(regexp).exec(each)
      return match === null
        ? []
        : [[file, line, column, severity, message, code].map((group) => match[group])]
    })
    expect(parsed).toEqual(found)
  })
})

describe('the hooks', () => {
  it('run commands and options that exist', async () => {
    const hooks: { entry: string; language: string }[] = parse(read('.pre-commit-hooks.yaml'))
    expect(hooks).toHaveLength(2)
    const folder = makeFolderForTest({ 'notes.md': '# Notes\n' })
    for (const { entry, language } of hooks) {
      expect(language).toBe('node')
      const { status } = await postmortem(entry.replace(/^postmortem /, '').concat(' notes.md'), { folder })
      expect(status).toBe(0)
    }
  })
})

describe('the skill', () => {
  it('runs commands and options that exist', async () => {
    const skill = read('skills/postmortem/SKILL.md')
    expect(skill).toMatch(/^---\nname: postmortem\ndescription: .{20,}\n---\n/)
    const lines = [...skill.matchAll(/`postmortem ([^`]+)`/g)].map(([, line]) => line ?? '')
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) {
      const { output, status } = await postmortem(`${line.split(' ')[0]} --help`)
      expect([line, status]).toEqual([line, 0])
      for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(output).toContain(`  ${option}`)
    }
  })
})

describe('the page of the command line', () => {
  it('names every command and every option', async () => {
    const page = read('docs/command-line.md')
    const commands = (await postmortem('--help')).output.match(/^ {2}\w+/gm) ?? []
    expect(commands.length).toBeGreaterThan(5)
    for (const command of commands.map((each) => each.trim())) {
      expect(page).toContain(`postmortem ${command}`)
      const { output } = await postmortem(`${command} --help`)
      for (const [, option] of output.matchAll(/^ {2}(--[\w-]+)/gm)) expect(page).toContain(option)
    }
  })

  it('links to pages that exist', () => {
    for (const name of ['neovim', 'helix', 'emacs', 'jetbrains', 'kakoune', 'sublime', 'zed'])
      expect(read(`docs/editors/${name}.md`)).toContain('(../command-line.md#install-it)')
  })
})
