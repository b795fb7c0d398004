// What a process costs: until the findings of a first report, in memory, and over a folder of reports beside other
// programs that check Markdown.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/steps.mjs'
import { report } from './documents.mjs'
import { quantile, round, startServer, time } from './languageServer.mjs'

const cli = join(root, 'dist/cli.js')
const server = join(root, 'dist/server.js')
const uri = 'file:///report.md'

/** The median of ten, one after the other, so that all have the same company. */
export async function measureStart() {
  const times = { node: [], server: [], lint: [] }
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
  const file = join(folder, 'report.md')
  writeFileSync(file, report(4_000))
  for (let count = 0; count < 10; count += 1) {
    times.node.push(await time(() => spawnSync(process.execPath, ['-e', '0'])))
    times.lint.push(await time(() => spawnSync(process.execPath, [cli, 'lint', file])))
    times.server.push(
      await time(async () => {
        const started = await startServer(process.execPath, [server, '--stdio'])
        await started.open(uri, report(4_000))
        await started.checked(uri)
        started.stop()
      }),
    )
  }
  rmSync(folder, { recursive: true })
  const median = (name) => round(quantile(times[name], 0.5))
  return [
    { what: 'node, nothing', ms: median('node') },
    { what: 'server, to the findings of a first report of 4 KB', ms: median('server') },
    { what: 'lint of one report of 4 KB', ms: median('lint') },
  ]
}

/** Needs Linux, which tells the memory of another process. */
export async function measureMemory(edits) {
  if (process.platform !== 'linux') return [{ what: 'memory', MB: 'needs Linux' }]
  const started = await startServer(process.execPath, [server, '--stdio'])
  const rows = []
  const note = (what) => rows.push({ what, MB: Math.round(residentMegabytes(started.pid)) })
  await started.open('file:///small.md', report(4_000))
  await started.checked('file:///small.md')
  note('server with a report of 4 KB')
  await started.open(uri, report(1_000_000))
  await started.checked(uri)
  note('and one of 1 MB')
  const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 2 } }
  for (let version = 1; version <= edits; version += 1) {
    const change =
      version % 2 ? { range, text: 'x' } : { range: { ...range, end: { line: 4, character: 3 } }, text: '' }
    await started.change('file:///small.md', version, change)
    if (version % 10 === 0) await started.checked('file:///small.md')
    if (version === edits / 2 || version === edits) note(`after ${version} edits of the small one`)
  }
  started.stop()
  return rows
}

export function residentMegabytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
}

/** `lint` beside other programs over the same reports, one after the other. */
export function measureCommandLine(count, peers) {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
  for (let index = 0; index < count; index += 1) {
    const team = join(folder, `team-${index % 40}`)
    mkdirSync(team, { recursive: true })
    writeFileSync(
      join(team, `${index}.md`),
      report(5_000 + (index % 11) * 100).replaceAll('checkout', `checkout-${index}`),
    )
  }
  const preset = join(peers, 'remark-preset-lint-recommended/index.js')
  writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify({ plugins: [preset] }))
  const cache = ['--cache', '--cache-location', join(folder, '.cache')]
  const rows = [
    run('postmortem lint', process.execPath, [cli, 'lint', '.'], folder),
    run('postmortem lint, first with cache', process.execPath, [cli, 'lint', ...cache, '.'], folder),
    run('postmortem lint, again from the cache', process.execPath, [cli, 'lint', ...cache, '.'], folder),
    ...Object.entries(otherPrograms).map(([name, { file, args }]) =>
      run(name, process.execPath, [join(peers, file), ...args], folder, join(peers, file)),
    ),
    run('rumdl check', join(peers, '.bin/rumdl'), ['check', '.'], folder, join(peers, '.bin/rumdl')),
  ]
  rmSync(folder, { recursive: true })
  return rows
}

const otherPrograms = {
  'markdownlint-cli2': { file: 'markdownlint-cli2/markdownlint-cli2-bin.mjs', args: ['**/*.md'] },
  'remark-cli': { file: 'remark-cli/cli.js', args: ['--quiet', '--no-stdout', '.'] },
}

function run(what, command, args, cwd, needed = command) {
  if (!existsSync(needed)) return { what, seconds: 'not installed' }
  const start = performance.now()
  const processor = processorSeconds(command, args, cwd)
  const seconds = (performance.now() - start) / 1000
  return { what, seconds: round(seconds), 'processor seconds': round(processor) }
}

/** The shell tells the processor time of what it ran. */
export function processorSeconds(command, args, cwd) {
  const script = '"$@" >/dev/null 2>&1; times'
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', command, ...args], { cwd, encoding: 'utf8' })
  return childSeconds(stdout)
}

/** From the second line of `times`: `0m1.230s 0m0.100s`. */
function childSeconds(times) {
  const spent =
    times
      .trim()
      .split('\n')[1]
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? []
  return [...spent].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}
