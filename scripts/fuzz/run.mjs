// Attacks the project with random input for as long as it is told to:
//
//   npm run fuzz -- --kind KIND [--seconds N] [--seed N] [--path PATH] [--without RULE]
//
// Each kind is a module in this folder. A failure is shrunk and printed with the command that repeats it, and the
// command fails.
import { parseArgs } from 'node:util'

const kinds = {
  lived: () => import('./lived.mjs'),
}

const options = {
  kind: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  path: { type: 'string' },
  without: { type: 'string' },
}
const { values } = parseArgs({ options })
const load = kinds[values.kind]
if (load === undefined) throw new Error(`--kind is one of: ${Object.keys(kinds).join(', ')}`)

const { fuzz } = await load()
const failures = await fuzz({
  seconds: Number(values.seconds ?? 60),
  seed: Number(values.seed ?? Date.now() % 1_000_000),
  path: values.path,
  without: values.without,
})
process.exit(failures > 0 ? 1 : 0)
