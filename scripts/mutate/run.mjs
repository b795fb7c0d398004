// Changes the project in many small ways, one at a time, and says which changes no test notices:
//
//   npm run mutate -- --room ROOM [--sample N] [--seed N] [--file PART] [--verbose]
//
// The changes are all compiled into one program, in which one is switched on at a time, and only the tests that come
// by it are run, in one process. So a change takes milliseconds. They come in random order: Ctrl+C ends the run, and
// what was tried until then is a fair sample.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { randomFrom } from '../fuzz/random.mjs'
import { listMutants, rooms } from './rooms.mjs'

/** A change that keeps the process busy for longer never ends. */
const maxSeconds = 60

const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string' },
  },
})
if (rooms[values.room] === undefined) throw new Error(`--room is one of: ${Object.keys(rooms).join(', ')}`)

const { mutants } = listMutants(values.room)
const candidates = mutants.filter(({ file }) => values.file === undefined || file.includes(values.file))
const scratch = mkdtempSync(join(tmpdir(), 'postmortem-mutate-'))
const outcomes = new Map()
let left = chooseSample(candidates, Number(values.sample ?? candidates.length))
const total = left.length
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
const progress = setInterval(() => console.error(`${outcomes.size} of ${total} tried`), 60_000)
while (left.length > 0 && !stop.signal.aborted) {
  const stuck = await tryAll(left.map(({ id }) => id))
  if (stuck !== null && !stop.signal.aborted) outcomes.set(stuck, 'caught')
  left = left.filter(({ id }) => !outcomes.has(id))
}
clearInterval(progress)
rmSync(scratch, { recursive: true })
report()

function chooseSample(all, count) {
  const random = randomFrom(Number(values.seed))
  return all
    .map((mutant) => ({ mutant, order: random.below(1e9) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, count)
    .map(({ mutant }) => mutant)
}

/** Resolves to the mutant that the process never came back from, or null. */
async function tryAll(ids) {
  const worker = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'worker.mjs'),
      JSON.stringify({ room: values.room, ids, coverage: join(scratch, 'coverage.json') }),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, POSTMORTEM_RUNS: '0.2' },
    },
  )
  const end = () => worker.kill('SIGKILL')
  stop.signal.addEventListener('abort', end)
  let current = null
  let timer
  for await (const line of createInterface({ input: worker.stdout })) {
    const { id, begins, outcome, failing } = JSON.parse(line)
    if (failing !== undefined) console.log(`Fails unchanged, so it is left out: ${failing}`)
    clearTimeout(timer)
    current = begins ? id : null
    if (begins) timer = setTimeout(end, maxSeconds * 1000)
    if (outcome !== undefined) outcomes.set(id, outcome)
  }
  clearTimeout(timer)
  stop.signal.removeEventListener('abort', end)
  if (stop.signal.aborted) return null
  if (current === null && ids.some((id) => !outcomes.has(id))) throw new Error('The tests could not be run.')
  return current
}

function report() {
  const counts = { caught: 0, survived: 0, untouched: 0 }
  for (const { id, file, line, original, replacement } of candidates) {
    const outcome = outcomes.get(id)
    if (outcome === undefined) continue
    counts[outcome] += 1
    if (outcome === 'survived')
      console.log(`${file}:${line}  ${brief(original)}  →  ${brief(replacement) || 'nothing'}`)
  }
  const { caught, survived, untouched } = counts
  const score = ((100 * caught) / Math.max(1, caught + survived)).toFixed(1)
  console.log(
    `${values.room}: ${caught} of ${caught + survived} changes noticed (${score} %), ${untouched} that no test comes by; ` +
      `${outcomes.size} of ${candidates.length} tried, seed ${values.seed}`,
  )
}

function brief(text) {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}
