// Measures what an ordinary Markdown file costs: how long the packed extension keeps the extension host to itself from
// its activation until it has asked for its server. node client/test/activation.mjs [--times N] [KIND…]
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildSuites, measurements, testFolder } from './build.mjs'
import { cleanUpWhenStopped } from './editor/lifetime.mjs'
import { runInServer } from './runInServer.mjs'
import { readEvent } from './tally.mjs'
import { findVsix } from './vsix.mjs'

/** In milliseconds, for the activation. */
const goal = 50

const kinds = {
  node: { version: 'newest', host: 'node' },
  web: { version: 'newest', host: 'web' },
  oldest: { version: 'oldest', host: 'node' },
}

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '10' } },
  allowPositionals: true,
})

cleanUpWhenStopped()
await buildSuites()
console.log(`Milliseconds, median (smallest) of ${values.times} fresh starts; the activation has ${goal}.`)
for (const kind of positionals.length > 0 ? positionals : Object.keys(kinds)) {
  const starts = []
  for (let time = 0; time < Number(values.times); time += 1) starts.push(await measure(kind))
  const activation = starts.map(({ load, call }) => load + call)
  const shown = {
    'loading the code': starts.map(({ load }) => load),
    'calling activate': starts.map(({ call }) => call),
    'both, the activation': activation,
    'waking up for Markdown': starts.map(({ wake }) => wake),
  }
  const columns = Object.entries(shown).map(([name, times]) => `${name} ${summarize(times)}`)
  const isSlow = median(activation) > goal
  if (isSlow) process.exitCode = 1
  console.log(
    `${kind.padEnd(7)} ${columns.join('  ')}  load ${loadavg()[0].toFixed(1)}${isSlow ? '  TOO SLOW' : ''}`,
  )
}
process.exit()

async function measure(kind) {
  let measured
  const tally = {
    failed: 0,
    read: (line) => {
      const { load, call, wake } = readEvent(line)
      if (load !== undefined) measured = { load, call, wake }
    },
    fail: (_name, reason) => {
      throw new Error(reason)
    },
  }
  const workspace = path.join(testFolder, 'ordinary')
  const tests = measurements[kinds[kind].host]
  await runInServer({ kind, ...kinds[kind], vsix: findVsix(), workspace, tests }, tally)
  return measured
}

function summarize(times) {
  return `${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)})`
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]
}
