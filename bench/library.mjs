// Measures how long `postmortem report` takes over folders of thousands of reports: the first time, again from its
// cache, and after one report has changed. Each figure is of a process of its own, with its peak of memory.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeIncident } from './generatedReports.mjs'

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '2000,10000,20000' } } })
const cli = join(import.meta.dirname, '../dist/cli.js')

/** Prints what the process has used when it ends. */
const meter = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }))
})`

console.log('| reports | run | seconds | processor seconds | peak MB |\n| --- | --- | --- | --- | --- |')
for (const count of values.sizes.split(',').map(Number)) measure(count)

function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
  try {
    for (let index = 0; index < count; index += 1) {
      const year = join(folder, String(2000 + (index % 25)))
      if (index < 25) mkdirSync(year)
      writeFileSync(join(year, `${index}.md`), makeIncident(index))
    }
    const args = ['report', '--format', 'csv', '--cache', '--cache-location', join(folder, '.cache'), '.']
    run(count, 'first', folder, args)
    run(count, 'from the cache', folder, args)
    writeFileSync(join(folder, '2000', '0.md'), makeIncident(count))
    run(count, 'after one has changed', folder, args)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(count, name, cwd, args) {
  const meterModule = `data:text/javascript,${encodeURIComponent(meter)}`
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', meterModule, cli, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`postmortem ended with ${status}: ${stderr}`)
  const { processor, peak } = JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1))
  console.log(`| ${count} | ${name} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${peak.toFixed(0)} |`)
}
