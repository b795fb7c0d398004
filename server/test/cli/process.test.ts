import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { complete, incomplete, misspelt, onlyRules } from './reports.ts'
import { makeFolder, postmortem } from './terminal.ts'

const reports = Array.from({ length: 300 }, (_, index) => [`many/${index}.md`, misspelt] as const)

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'section-title-misspelt'),
  'complete.md': complete,
  'incomplete.md': incomplete,
  ...Object.fromEntries(reports),
  ...Object.fromEntries(reports.slice(0, 60).map(([name, text]) => [name.replace('many/', 'some/'), text])),
})

/** The bundle as in the package, but not minified. */
const bundle = join(makeFolder({}), 'cli.js')

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, '../../src/main.cli.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { POSTMORTEM_VERSION: '"1.2.3"' },
  }),
)

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const { NO_COLOR, FORCE_COLOR, GITHUB_WORKSPACE, CI_PROJECT_DIR, ...env } = process.env
  return spawn(process.execPath, [bundle, ...args], { cwd: folder, env })
}

async function finish(child: ChildProcessWithoutNullStreams) {
  const [[status, signal], output, errors] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ])
  return { status, signal, output, errors }
}

describe('the process', () => {
  it('ends with 0, 1 or 2', async () => {
    expect(await finish(start('lint', 'complete.md'))).toEqual({
      status: 0,
      signal: null,
      output: 'No findings in 1 postmortem among 1 file.\n',
      errors: '',
    })
    expect(await finish(start('lint', 'incomplete.md'))).toMatchObject({ status: 1, errors: '' })
    expect(await finish(start('lint', 'absent.md'))).toMatchObject({ status: 2, output: '' })
  })

  it('reads standard input', async () => {
    const child = start('lint', '--fix', '-')
    child.stdin.end(misspelt)
    expect(await finish(child)).toMatchObject({ status: 0, output: complete })
  })

  it('ends cleanly when its output is closed early', async () => {
    const child = start('lint', '--format', 'sarif', 'many')
    child.stdout.once('data', () => child.stdout.destroy())
    const [[status], errors] = await Promise.all([once(child, 'close'), text(child.stderr)])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })

  it.skipIf(process.platform === 'win32')(
    'checks again when a file changes, until it is interrupted',
    async () => {
      const own = makeFolder({ '.postmortem.yml': onlyRules('section-missing'), 'a/b.md': incomplete })
      const child = start('lint', '--watch', '--quiet', '--output', `json=${join(own, 'a/all.json')}`, own)
      let seen = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          seen += text
        })
      }
      const until = async (pattern: RegExp) => {
        while (!pattern.test(seen))
          await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')])
      }
      await until(/"Timeline" is missing[\s\S]*Watching for changes/)
      writeFileSync(join(own, 'a/b.md'), complete)
      await until(/Watching for changes[\s\S]*Checking…\nWatching for changes/)
      writeFileSync(join(own, 'a/b.md'), incomplete)
      await until(/Checking…\n[\s\S]*Checking…\n[\s\S]*"Timeline" is missing/)
      child.kill('SIGINT')
      expect((await once(child, 'close'))[0]).toBe(130)
    },
  )

  it('writes the same in one thread as in several', async () => {
    const { output, status } = await finish(start('lint', 'some'))
    expect(await postmortem('lint some', { folder })).toEqual({ status, output, errors: '' })
  })

  it.skipIf(process.platform === 'win32')('ends at once when it is interrupted, threads or not', async () => {
    const child = start('lint', '--format', 'json', 'many')
    child.stdout.once('data', () => child.kill('SIGINT'))
    const { status, output, errors } = await finish(child)
    expect({ status, errors }).toEqual({ status: 130, errors: '' })
    expect(output).not.toContain('299.md')
  })

  it.skipIf(process.platform === 'win32')('leaves nothing half written when it is interrupted', async () => {
    const child = start('lint', '--fix', '--format', 'json', 'many')
    child.stdout.once('data', () => child.kill('SIGINT'))
    expect((await finish(child)).status).toBe(130)
    const names = readdirSync(join(folder, 'many'))
    expect(names.sort()).toEqual(reports.map(([name]) => name.replace('many/', '')).sort())
    const found = new Set(names.map((name) => readFileSync(join(folder, 'many', name), 'utf8')))
    expect(found).toEqual(new Set([misspelt, complete]))
  })
})
