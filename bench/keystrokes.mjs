// How long a document takes to open and a letter from the change to the findings, beside a bare round trip, remark-parse
// of the same text and another server that checks Markdown.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { root } from '../scripts/steps.mjs'
import { manual, report, sections } from './documents.mjs'
import { quantile, round, startServer, time } from './languageServer.mjs'

const shapes = { report, 'many sections': sections, 'no report': manual }
const uri = 'file:///report.md'

export async function measureKeystrokes(sizes, rumdl) {
  const rows = []
  for (const [shape, print] of Object.entries(shapes)) {
    for (const size of sizes) {
      rows.push(await measure(shape, size, print(size), rumdl))
      process.stderr.write(`${shape}, ${size / 1000} KB: done\n`)
    }
  }
  return rows
}

async function measure(shape, size, text, rumdl) {
  const letters = size > 1_000_000 ? 10 : 60
  const lettersBetween = size > 1_000_000 ? 0 : 600
  const server = await startWarm({})
  const opening = await time(async () => {
    await server.open(uri, text)
    await server.checked(uri)
  })
  const at = placeInProse(text)
  const count = letters + lettersBetween + letters
  const times = await typeLetters(server, at, count)
  const roundTrips = []
  for (let index = 0; index < letters; index += 1) {
    roundTrips.push(await time(() => server.checked('file:///none.md')))
  }
  server.stop()
  const own = await startWarm({ experimental: { postmortem: true, outlineChanges: true } })
  await own.open(uri, text)
  await own.checked(uri)
  const ownTimes = await typeLetters(own, at, count)
  own.stop()
  return {
    shape,
    KB: size / 1000,
    'open, ms': round(opening),
    'remark-parse, ms':
      size > 1_000_000 ? null : round(await time(() => unified().use(remarkParse).parse(text))),
    'first letters p50, ms': round(quantile(times.slice(0, letters), 0.5)),
    'later p50, ms': round(quantile(times.slice(-letters), 0.5)),
    'later p99, ms': round(quantile(times.slice(-letters), 0.99)),
    'our client, p50, ms': round(quantile(ownTimes.slice(-letters), 0.5)),
    'round trip, ms': round(quantile(roundTrips, 0.5)),
    'rumdl letter p50, ms':
      rumdl === null || size > 1_000_000 ? null : await measureRumdl(rumdl, text, letters / 3),
  }
}

async function startWarm(capabilities) {
  const server = await startServer(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    capabilities,
  })
  await server.open('file:///warm.md', report(4_000))
  await server.checked('file:///warm.md')
  return server
}

/** How long each takes, one being typed and deleted again and again. */
async function typeLetters(server, at, count) {
  const times = []
  for (let version = 1; version <= count; version += 1) {
    const range = { start: at, end: { ...at, character: at.character + ((version + 1) % 2) } }
    times.push(
      await time(async () => {
        await server.change(uri, version, { range, text: version % 2 ? 'x' : '' })
        await server.checked(uri)
      }),
    )
  }
  return times
}

/** It wants the whole text after each letter, and sends its findings without being asked. */
async function measureRumdl(rumdl, text, letters) {
  const server = await startServer(rumdl, ['server'])
  const first = server.published(uri)
  await server.open(uri, text)
  await first
  const times = []
  for (let version = 1; version <= letters; version += 1) {
    const sent = server.published(uri, version)
    times.push(
      await time(async () => {
        await server.change(uri, version, { text: version % 2 ? `x${text}` : text })
        await Promise.race([sent, setTimeout(longestWait)])
      }),
    )
  }
  server.stop()
  return round(quantile(times, 0.5))
}

/** Now and then its findings of a version do not come, in milliseconds. */
const longestWait = 5_000

function placeInProse(text) {
  const from = Math.max(0, text.indexOf('## Impact'))
  const at = Math.max(text.indexOf('connection of its own', from), text.indexOf('reads one block'))
  const before = text.slice(0, at)
  return { line: before.split('\n').length - 1, character: at - before.lastIndexOf('\n') - 1 + 3 }
}
