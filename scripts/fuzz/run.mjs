// Attacks the project with random input for as long as it is told to, one kind after the other or only one:
//
//   npm run fuzz -- [--kind KIND] [--seconds N] [--seed N] [--path PATH] [--without RULE]
//
// Each kind is a module in this folder. A failure is shrunk and printed with the command that repeats it, and the
// command fails. Before the kinds that run the bundles, build the project.
import { parseArgs } from 'node:util'
import { attack } from './attack.mjs'

const kinds = {
  lived: async (options) => (await import('./lived.mjs')).fuzz(options),
  documents: async (options) => attack('documents', await import('./documents.mjs'), options),
  configuration: async (options) => attack('configuration', await import('./configuration.mjs'), options),
  paste: async (options) => attack('paste', await import('./paste.mjs'), options),
  protocol: async (options) => attack('protocol', await import('./protocol.mjs'), options),
  fix: async (options) => attack('fix', await import('./fix.mjs'), options),
}

const options = {
  kind: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  path: { type: 'string' },
  without: { type: 'string' },
}
const { values } = parseArgs({ options })
const names = values.kind === undefined ? Object.keys(kinds) : [values.kind]
if (names.some((name) => kinds[name] === undefined))
  throw new Error(`--kind is one of: ${Object.keys(kinds).join(', ')}`)

let failures = 0
for (const name of names) {
  failures += await kinds[name]({
    seconds: Number(values.seconds ?? 60) / names.length,
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    path: values.path,
    without: values.without,
  })
}
process.exit(failures > 0 ? 1 : 0)
