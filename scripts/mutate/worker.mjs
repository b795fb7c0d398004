import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importBundles } from '../loadSource.mjs'
import { root } from '../steps.mjs'
import { switchable } from './mutants.mjs'
import { listMutants } from './rooms.mjs'
import { runTest, tests } from './vitest.mjs'

/**
 * A test that keeps the processor busy for longer, in milliseconds, measures growth, which a mutant seldom changes. On
 * a busy machine, any test may take that long by the clock.
 */
const maxTime = 700
const state = { active: -1, steps: 0, maxSteps: Number.POSITIVE_INFINITY, covered: new Set() }

globalThis.isMutant = (id) => {
  state.steps += 1
  if (state.steps > state.maxSteps) throw new Error('it does not end')
  state.covered.add(id)
  return id === state.active
}

/**
 * Tries the mutants of a room with the tests that come by them, and prints for each whether one fails. Which tests come
 * by which mutants is kept in the file `coverage` for the next process.
 */
const { room, ids, coverage } = JSON.parse(process.argv[2])
const { mutants, testFiles } = listMutants(room)
await load()
if (!existsSync(coverage)) writeFileSync(coverage, JSON.stringify(await runUnchanged()))
const runs = readCoverage()
for (const id of ids) {
  process.stdout.write(`${JSON.stringify({ id, begins: true })}\n`)
  const covering = runs.filter(({ covered }) => covered.has(id)).sort((one, other) => one.time - other.time)
  process.stdout.write(
    `${JSON.stringify({ id, outcome: covering.length === 0 ? 'untouched' : await tryMutant(id, covering) })}\n`,
  )
}
process.exit()

async function load() {
  const names = testFiles.map((_, index) => `test${index}`)
  await importBundles(names, {
    entryPoints: Object.fromEntries(testFiles.map((file, index) => [`test${index}`, join(root, file)])),
    plugins: [{ name: 'mutants', setup }],
  })
}

function setup({ onResolve, onLoad }) {
  const shim = pathToFileURL(join(import.meta.dirname, 'vitest.mjs')).href
  onResolve({ filter: /^vitest$/ }, () => ({ path: shim, external: true }))
  onLoad({ filter: /\.m?ts$/ }, ({ path }) => {
    const file = relative(root, path).replaceAll('\\', '/')
    const own = mutants.filter((mutant) => mutant.file === file)
    const source = readFileSync(path, 'utf8')
    const contents = own.length > 0 ? switchable(source, own) : forgetful(file, source)
    const url = pathToFileURL(path).href
    return {
      contents: contents
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(url)),
      loader: 'ts',
      resolveDir: dirname(path),
    }
  })
}

/** A helper that keeps what it found would not notice what a mutant finds. */
function forgetful(file, source) {
  if (file !== 'server/test/rules/findings.ts') return source
  const kept = 'known.get(question)'
  if (!source.includes(kept)) throw new Error(`${file} does not hold: ${kept}`)
  return source.replace(kept, 'undefined')
}

async function runUnchanged() {
  const results = []
  for (const [index, test] of tests.entries()) {
    Object.assign(state, { steps: 0, covered: new Set() })
    const before = process.cpuUsage()
    try {
      await runTest(test)
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ failing: `${test.name}: ${error.message.slice(0, 200)}` })}\n`)
      continue
    }
    const { user, system } = process.cpuUsage(before)
    const time = (user + system) / 1000
    if (time < maxTime) results.push({ index, time, covered: [...state.covered], steps: state.steps })
  }
  return results
}

function readCoverage() {
  return JSON.parse(readFileSync(coverage, 'utf8')).map(({ index, time, covered, steps }) => ({
    test: tests[index],
    time,
    covered: new Set(covered),
    steps,
  }))
}

async function tryMutant(id, covering) {
  state.active = id
  try {
    for (const { test, steps } of covering) {
      Object.assign(state, { steps: 0, maxSteps: 20 * steps + 100_000 })
      await runTest(test)
    }
    return 'survived'
  } catch {
    return 'caught'
  } finally {
    Object.assign(state, { active: -1, maxSteps: Number.POSITIVE_INFINITY })
  }
}
