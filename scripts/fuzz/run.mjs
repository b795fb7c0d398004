// Attacks the project with random input for as long as it is told to, one kind after the other or only one:
//
//   npm run fuzz -- [--kind KIND] [--seconds N] [--attempts N] [--seed N] [--path PATH] [--without RULE]
//   npm run fuzz -- --fixed
//
// Each kind is a module in this folder. A failure is shrunk and printed with the command that repeats it, and the
// command fails. With --fixed, the attempts are the same each time, so that they only fail where they did not before.
// Before the kinds that run the bundles, build the project.
import { parseArgs } from 'node:util'
import { attack } from './attack.mjs'

const kinds = {
  lived: async (options) => (await import('./lived.mjs')).fuzz(options),
  documents: async (options) => attack('documents', await import('./documents.mjs'), options),
  sizes: async (options) => attack('sizes', await import('./sizes.mjs'), options),
  configuration: async (options) => attack('configuration', await import('./configuration.mjs'), options),
  paste: async (options) => attack('paste', await import('./paste.mjs'), options),
  protocol: async (options) => attack('protocol', await import('./protocol.mjs'), options),
  fix: async (options) => attack('fix', await import('./fix.mjs'), options),
}

/**
 * The kinds that are run unless one is named: about ten seconds of each, except for those that are slow to find
 * anything.
 */
const fixedAttempts = { lived: 8, documents: 12, configuration: 15_000, paste: 800, protocol: 400, fix: 8 }
const fixedSeed = 1

const options = {
  kind: { type: 'string' },
  seconds: { type: 'string' },
  attempts: { type: 'string' },
  fixed: { type: 'boolean', default: false },
  seed: { type: 'string' },
  path: { type: 'string' },
  without: { type: 'string' },
}
const { values } = parseArgs({ options })
const names = values.kind === undefined ? Object.keys(fixedAttempts) : [values.kind]
if (names.some((name) => kinds[name] === undefined))
  throw new Error(`--kind is one of: ${Object.keys(kinds).join(', ')}`)

const isCounted = values.fixed || values.attempts !== undefined
const seconds = Number(values.seconds ?? (isCounted ? Number.POSITIVE_INFINITY : 60)) / names.length
const randomSeed = Date.now() % 1_000_000

let failures = 0
for (const name of names) {
  failures += await kinds[name]({
    seconds,
    attempts: values.fixed ? (fixedAttempts[name] ?? 1) : Number(values.attempts ?? Number.POSITIVE_INFINITY),
    seed: Number(values.seed ?? (values.fixed ? fixedSeed : randomSeed)),
    path: values.path,
    without: values.without,
  })
}
process.exit(failures > 0 ? 1 : 0)
