// Runs a file of the tests that look at the page, with Node's own test runner.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { testFolder } from './build.mjs'
import { installEditors } from './editor/install.mjs'

const timeLimit = 240_000
const suffix = '.test.mjs'

/** Each file is a part of its own, such as `ui/outline`. */
export function findPageTests(vsix) {
  process.env.POSTMORTEM_TEST_VSIX = vsix
  // Two files that ran side by side would both install what is missing.
  installEditors()
  const folder = path.join(testFolder, 'ui')
  const names = readdirSync(folder).filter((name) => name.endsWith(suffix))
  return names.map((name) => ({
    name: `ui/${path.basename(name, suffix)}`,
    run: (tally) => runFile(path.join(folder, name), tally),
  }))
}

async function runFile(file, tally) {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('exit', stop)
  const said = []
  for await (const { type, data } of run({ files: [file], timeout: timeLimit, signal: stopping.signal })) {
    if (type === 'test:stdout' || type === 'test:stderr') tally.read(data.message)
    if (type === 'test:stderr') said.push(data.message)
    // The file counts as a test of its own only when it failed as a whole.
    const isFile = path.resolve(data.name ?? '') === file
    if (type === 'test:pass' && !isFile && !data.skip) tally.pass(data.name, data.details.duration_ms)
    if (type === 'test:fail') {
      // Why a file failed as a whole is only what it said.
      const reason = describe(data.details.error)
      tally.fail(data.name, isFile ? [reason, ...said].join('\n') : reason)
    }
  }
  process.off('exit', stop)
}

function describe(error) {
  const cause = error.cause ?? error
  return cause.stack ?? cause
}
