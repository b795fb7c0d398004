// How long a letter takes, from the change that an editor sends to the findings: `npm run bench`.
// Everything is measured in one run, and a figure is of use only beside the others of its run.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { root } from '../scripts/steps.mjs'
import { manual, report, sections } from './documents.mjs'

const letters = 60
const sizes = [4_000, 40_000, 400_000, 4_000_000]
const shapes = { report, 'many sections': sections, 'no report': manual }

const rows = []
for (const [shape, print] of Object.entries(shapes)) {
  for (const size of sizes) rows.push(await measure(shape, size, print(size)))
}
console.table(rows)

async function measure(shape, size, text) {
  const server = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})))
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const uri = 'file:///report.md'
  const opening = await time(async () => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 0, text },
    })
    await findings(connection, uri)
  })
  const at = placeInProse(text)
  const times = []
  for (let version = 1; version <= letters; version += 1) {
    const range = { start: at, end: { ...at, character: at.character + ((version + 1) % 2) } }
    times.push(
      await time(async () => {
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: version % 2 ? 'x' : '' }],
        })
        await findings(connection, uri)
      }),
    )
  }
  const roundTrips = []
  for (let count = 0; count < letters; count += 1) {
    roundTrips.push(await time(() => findings(connection, 'file:///none.md')))
  }
  connection.dispose()
  server.kill()
  return {
    shape,
    KB: size / 1000,
    'open, ms': round(opening),
    'letter p50, ms': round(quantile(times, 0.5)),
    'p99, ms': round(quantile(times, 0.99)),
    'round trip, ms': round(quantile(roundTrips, 0.5)),
  }
}

/** The server is asked for actions of a kind that it has none of: it checks first, and answers with nothing. */
function findings(connection, uri) {
  const start = { line: 0, character: 0 }
  return connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['quickfix.none'] },
  })
}

function placeInProse(text) {
  const at = Math.max(text.indexOf('connection of its own'), text.indexOf('reads one block'))
  const before = text.slice(0, at)
  return { line: before.split('\n').length - 1, character: at - before.lastIndexOf('\n') - 1 + 3 }
}

async function time(action) {
  const start = performance.now()
  await action()
  return performance.now() - start
}

function quantile(times, share) {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

function round(milliseconds) {
  return Number(milliseconds.toFixed(2))
}
