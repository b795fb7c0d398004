// What the index of all reports costs: `npm run bench:incidents [-- COUNT SIZE]`.
// The server reads COUNT reports (10,000) of SIZE characters (3,000) as an editor has it read them, and `postmortem
// lint` checks the same; then one of them is edited again and again. Only processor time is compared, and only within
// one run. Needs /proc.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { root } from '../scripts/steps.mjs'
import { report } from './documents.mjs'

const [count = 10_000, size = 3_000] = process.argv.slice(2).map(Number)
const edits = 50
const filter = { words: '', facets: [] }
const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
try {
  const files = writeReports()
  const lint = await measureLint()
  const index = await measureIndex(files)
  console.table([
    { what: `postmortem lint of ${count} reports`, 'processor, ms': lint },
    { what: 'the first index in the server', 'processor, ms': index.first },
    { what: 'the same again, nothing changed', 'processor, ms': index.again },
    { what: `a letter, checked (mean of ${edits})`, 'processor, ms': index.check },
    { what: 'and all that follows it: index, groups, a year', 'processor, ms': index.follow },
    { what: 'the page', 'processor, ms': index.page },
  ])
  console.log(`index / lint: ${(index.first / lint).toFixed(2)}`)
  console.log(`longest answer to a ping while it reads: ${index.longestPing.toFixed(0)} ms`)
  console.log(`memory of the server: ${index.before} MB before, ${index.after} MB after`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Each report has its own day, title and tasks, and there are a hundred in a folder. */
function writeReports() {
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(2018, 0, 1 + (number % 2900))).toISOString().slice(0, 10)
    const text = report(size)
      .replace('checkout was down', `outage ${number} of service ${number % 40}`)
      .replaceAll('2024-03-05', day)
    const path = join(folder, String(Math.floor(number / 100)), `${number}.md`)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
    return { uri: pathToFileURL(path).href, name: path.slice(folder.length + 1) }
  })
}

async function measureLint() {
  const lint = spawn(
    'sh',
    ['-c', `"$0" "$1" lint . > /dev/null; times`, process.execPath, join(root, 'dist/cli.js')],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let printed = ''
  for await (const chunk of lint.stdout) printed += chunk
  const [, ofChildren = ''] = printed.trim().split('\n')
  return Math.round(
    [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
      0,
    ),
  )
}

async function measureIndex(files) {
  const server = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})))
  connection.onRequest('postmortem/readFile', () => null)
  connection.onRequest('postmortem/hasFiles', ({ uris }) => uris.map(() => true))
  connection.onRequest('postmortem/reportText', ({ uri }) => ({
    text: readFileSync(fileURLToPath(uri), 'utf8'),
  }))
  let changes = 0
  connection.onNotification('postmortem/incidentsChanged', () => {
    changes += 1
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { configuration: true }, experimental: { postmortem: true } },
  })
  await connection.sendNotification('initialized', {})
  const cost = async (act) => {
    const before = processorTime(server.pid)
    await act()
    return processorTime(server.pid) - before
  }
  const before = memory(server.pid)
  const ask = (method, params = {}) => connection.sendRequest(`postmortem/${method}`, { filter, ...params })
  let isReading = true
  const pings = []
  const first = await cost(async () => {
    const reading = ask('readIncidents', { files }).then(() => {
      isReading = false
    })
    while (isReading) {
      const start = performance.now()
      await findings(connection, 'file:///none.md')
      pings.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await reading
  })
  const after = memory(server.pid)
  const again = await cost(() => ask('readIncidents', { files }))

  const { uri } = files[Math.floor(count / 2)]
  const text = readFileSync(fileURLToPath(uri), 'utf8')
  const end = { line: 0, character: text.indexOf('\n') }
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 0, text },
  })
  await findings(connection, uri)
  const type = async (version) => {
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: end, end: { ...end, character: end.character + ((version + 1) % 2) } },
          text: version % 2 ? 'x' : '',
        },
      ],
    })
    await findings(connection, uri)
  }
  const year = (await ask('incidentGroups')).years[0].year
  let version = 0
  const all = await cost(async () => {
    for (let edit = 0; edit < edits; edit += 1) {
      const seen = changes
      version += 1
      await type(version)
      while (changes === seen) await new Promise((resolve) => setTimeout(resolve, 1))
      await ask('incidentGroups')
      await ask('incidentsOfYear', { year })
    }
  })
  // Without files there is nothing to follow.
  await ask('readIncidents', { files: [] })
  const check = await cost(async () => {
    for (let edit = 0; edit < edits; edit += 1) {
      version += 1
      await type(version)
    }
  })
  await ask('readIncidents', { files })
  await ask('incidentPage')
  const page = await cost(() => ask('incidentPage'))
  connection.dispose()
  server.kill()
  return {
    first,
    again,
    page,
    before,
    after,
    check: check / edits,
    follow: (all - check) / edits,
    longestPing: Math.max(...pings),
  }
}

function findings(connection, uri) {
  const start = { line: 0, character: 0 }
  return connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['quickfix.none'] },
  })
}

/** User and system time in milliseconds; the kernel counts in hundredths of a second. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Resident megabytes. */
function memory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
}
