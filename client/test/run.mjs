// Tests the packed extension in real editors: node client/test/run.mjs [KIND…]
//
//   node     the newest VS Code, as a server with its workbench in Chromium; the suite in the Node.js host
//   web      the same editor; the smaller suite in the web worker host
//   oldest   the oldest VS Code that runs on Node 20; the suite in the Node.js host
//   ui       the newest VS Code, with a person's eyes and hands: what stands on the page, and where screenshots come from
//   desktop  a desktop VS Code: the one that VSCODE_EXECUTABLE names, else a download
//
// Without a kind it is `desktop` where VSCODE_EXECUTABLE is set or an earlier download is at hand, else the other four.
// POSTMORTEM_TEST_VERBOSE=1 shows everything that the editors say, POSTMORTEM_TEST_HEADED=1 shows their windows, and
// POSTMORTEM_TEST_VSIX names another packed extension.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildSuites, testFolder } from './build.mjs'
import { cleanUpWhenStopped } from './editor/lifetime.mjs'
import { createTally } from './tally.mjs'
import { findVsix } from './vsix.mjs'

const inServer = async (options, tally) => (await import('./runInServer.mjs')).runInServer(options, tally)

const kinds = {
  node: (vsix, tally) => inServer({ kind: 'node', version: 'newest', host: 'node', vsix }, tally),
  web: (vsix, tally) => inServer({ kind: 'web', version: 'newest', host: 'web', vsix }, tally),
  oldest: (vsix, tally) => inServer({ kind: 'oldest', version: 'oldest', host: 'node', vsix }, tally),
  ui: async (vsix, tally) => (await import('./runPage.mjs')).runPage(vsix, tally),
  desktop: async (vsix, tally) => (await import('./runDesktop.mjs')).runDesktop(vsix, tally),
}

cleanUpWhenStopped()
const chosen = process.argv.length > 2 ? process.argv.slice(2) : chooseKinds()
const unknown = chosen.filter((kind) => !Object.hasOwn(kinds, kind))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The kinds are ${Object.keys(kinds).join(', ')}.`)
  process.exit(2)
}
const total = createTally()
for (const kind of chosen) {
  const started = Date.now()
  console.log(`# ${kind}`)
  const tally = createTally()
  try {
    await buildSuites()
    await kinds[kind](findVsix(), tally)
    if (tally.passed + tally.failed === 0) tally.fail('', 'No test ran.')
  } catch (error) {
    tally.fail('the run itself', process.env.POSTMORTEM_TEST_VERBOSE ? error.stack : error.message)
  }
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  total.add(tally)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

function chooseKinds() {
  const downloads = path.join(testFolder, '.vscode-test')
  const hasDesktop = Boolean(process.env.VSCODE_EXECUTABLE) || existsSync(downloads)
  return hasDesktop ? ['desktop'] : ['node', 'web', 'oldest', 'ui']
}
