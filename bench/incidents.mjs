// What the index of all reports costs: `npm run bench:incidents [-- COUNT SIZE]`.
// The server reads COUNT reports (10,000) of SIZE characters (3,000) as an editor has it read them, and `postmortem
// lint` checks the same; then one of them is edited again and again. Only processor time is compared, and only within
// one run. Needs /proc.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from '../scripts/steps.mjs'
import { report } from './documents.mjs'
import { quantile, startServer, time } from './languageServer.mjs'
import { processorSeconds, residentMegabytes } from './processes.mjs'

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
  const answered = [0.5, 0.99, 1].map((share) => Math.round(quantile(index.pings, share)))
  console.log(`a ping while it reads, ms: median ${answered[0]}, 99 % ${answered[1]}, longest ${answered[2]}`)
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

function measureLint() {
  return Math.round(
    processorSeconds(process.execPath, [join(root, 'dist/cli.js'), 'lint', '.'], folder) * 1000,
  )
}

async function measureIndex(files) {
  let changes = 0
  const server = await startServer(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    capabilities: { workspace: { configuration: true }, experimental: { postmortem: true } },
    listen: (connection) => {
      connection.onRequest('postmortem/readFile', () => null)
      connection.onRequest('postmortem/hasFiles', ({ uris }) => uris.map(() => true))
      connection.onRequest('postmortem/reportText', ({ uri }) => ({
        text: readFileSync(fileURLToPath(uri), 'utf8'),
      }))
      connection.onNotification('postmortem/incidentsChanged', () => {
        changes += 1
      })
    },
  })
  const cost = async (act) => {
    const before = processorTime(server.pid)
    await act()
    return processorTime(server.pid) - before
  }
  const before = memoryOf(server)
  const ask = (method, params = {}) => server.request(`postmortem/${method}`, { filter, ...params })
  let isReading = true
  const pings = []
  const first = await cost(async () => {
    const reading = ask('readIncidents', { files }).then(() => {
      isReading = false
    })
    while (isReading) {
      pings.push(await time(() => server.checked('file:///none.md')))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await reading
  })
  const after = memoryOf(server)
  const again = await cost(() => ask('readIncidents', { files }))

  const { uri } = files[Math.floor(count / 2)]
  const text = readFileSync(fileURLToPath(uri), 'utf8')
  const end = { line: 0, character: text.indexOf('\n') }
  await server.open(uri, text)
  await server.checked(uri)
  const type = async (version) => {
    const range = { start: end, end: { ...end, character: end.character + ((version + 1) % 2) } }
    await server.change(uri, version, { range, text: version % 2 ? 'x' : '' })
    await server.checked(uri)
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
  server.stop()
  return {
    first,
    again,
    page,
    before,
    after,
    check: check / edits,
    follow: (all - check) / edits,
    pings,
  }
}

/** User and system time in milliseconds; the kernel counts in hundredths of a second. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function memoryOf({ pid }) {
  return Math.round(residentMegabytes(pid))
}
