// Runs what looks at the page, file by file, with Node's own test runner.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { testFolder } from './build.mjs'

const timeLimit = 240_000

export async function runPage(vsix, tally) {
  process.env.POSTMORTEM_TEST_VSIX = vsix
  const folder = path.join(testFolder, 'ui')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name))
  // Each file listens for the end on a signal of its own, or there would be one more listener with each file.
  for (const file of files) await runFile(file, tally)
}

async function runFile(file, tally) {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('exit', stop)
  for await (const { type, data } of run({ files: [file], timeout: timeLimit, signal: stopping.signal })) {
    if (type === 'test:stdout' || type === 'test:stderr') tally.read(data.message)
    // The file counts as a test of its own only when it failed as a whole.
    const isFile = path.resolve(data.name ?? '') === file
    if (type === 'test:pass' && !isFile && !data.skip) tally.pass(data.name, data.details.duration_ms)
    if (type === 'test:fail') tally.fail(data.name, describe(data.details.error))
  }
  process.off('exit', stop)
}

function describe(error) {
  const cause = error.cause ?? error
  return cause.stack ?? cause
}
