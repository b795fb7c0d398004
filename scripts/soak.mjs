// Edits many documents in one language server, and fails if the heap, the listeners or the open handles grow from round to
// round: `npm run soak -- [--edits N] [--seconds N] [--seed N]`. By default it makes as many edits as somebody who types
// for half an hour without a pause, and takes ten minutes at most.
import { parseArgs } from 'node:util'
import { randomFrom } from './fuzz/random.mjs'
import { loadSource } from './loadSource.mjs'

const editsInRound = 100

const option = { type: 'string' }
const { values } = parseArgs({ options: { edits: option, seconds: option, seed: option } })
const edits = Number(values.edits ?? 9000)
const seconds = Number(values.seconds ?? 600)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const warnings = []
process.on('warning', ({ message }) => warnings.push(message))
const { soak, findGrowth } = await loadSource({ 'server/test/lsp/soak.ts': ['soak', 'findGrowth'] })
const end = performance.now() + seconds * 1000
const rounds = []
let made = 0
for await (const round of soak(randomFrom(seed), editsInRound, () => performance.now() < end)) {
  rounds.push(round)
  made += round.edits
  const heap = (round.heap / 1024 / 1024).toFixed(1)
  console.log(`${made} edits: ${heap} MiB, ${round.listeners} listeners, ${round.handles} handles`)
  if (made >= edits) break
}
const reason = warnings[0] ?? findGrowth(rounds)
console.log(reason === null ? `seed ${seed}: nothing grows` : `seed ${seed}: ${reason}`)
process.exit(reason === null ? 0 : 1)
