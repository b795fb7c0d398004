// Tests the packed extension in real editors: node client/test/run.mjs [KIND…]
//
//   node     the newest VS Code, as a server with its workbench in Chromium; the suite in the Node.js host
//   web      the same editor; the smaller suite in the web worker host
//   oldest   the oldest VS Code that runs on Node 20; the suite in the Node.js host
//   ui       the newest VS Code, with a person's eyes and hands: what stands on the page, and where screenshots come from
//   desktop  a desktop VS Code: the one that VSCODE_EXECUTABLE names, else a download
//
// Without a kind it is `desktop` where VSCODE_EXECUTABLE is set or an earlier download is at hand, else the other four.
// POSTMORTEM_TEST_VERBOSE=1 shows everything that the editors say, POSTMORTEM_TEST_HEADED=1 shows their windows, one after
// the other, and POSTMORTEM_TEST_VSIX names another packed extension.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildSuites, testFolder } from './build.mjs'
import { cleanUpWhenStopped } from './editor/lifetime.mjs'
import { createTally } from './tally.mjs'
import { findVsix } from './vsix.mjs'

/** One editor computes while another one waits. Windows in sight would take the keyboard from each other. */
const sideBySide = process.env.POSTMORTEM_TEST_HEADED ? 1 : 2

/** Each kind has parts that share nothing, so they run in any order. */
const kinds = {
  node: (vsix) => inServer({ kind: 'node', version: 'newest', host: 'node', vsix }),
  web: (vsix) => inServer({ kind: 'web', version: 'newest', host: 'web', vsix }),
  oldest: (vsix) => inServer({ kind: 'oldest', version: 'oldest', host: 'node', vsix }),
  ui: async (vsix) => (await import('./runPage.mjs')).findPageTests(vsix),
  desktop: onDesktop,
}

cleanUpWhenStopped()
const chosen = process.argv.length > 2 ? process.argv.slice(2) : chooseKinds()
const unknown = chosen.filter((kind) => !Object.hasOwn(kinds, kind))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The kinds are ${Object.keys(kinds).join(', ')}.`)
  process.exit(2)
}
const started = Date.now()
const tallies = await runAll(await findParts().catch(giveUp))
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`all: ${((Date.now() - started) / 1000).toFixed(1)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') > 0 ? 1 : 0)

function chooseKinds() {
  const downloads = path.join(testFolder, '.vscode-test')
  const hasDesktop = Boolean(process.env.VSCODE_EXECUTABLE) || existsSync(downloads)
  return hasDesktop ? ['desktop'] : ['node', 'web', 'oldest', 'ui']
}

async function findParts() {
  await buildSuites()
  const vsix = findVsix()
  return (await Promise.all(chosen.map((kind) => kinds[kind](vsix)))).flat()
}

async function inServer(options) {
  const { runInServer } = await import('./runInServer.mjs')
  return [{ name: options.kind, run: (tally) => runInServer(options, tally) }]
}

async function onDesktop(vsix) {
  const { runDesktop } = await import('./runDesktop.mjs')
  return [{ name: 'desktop', run: (tally) => runDesktop(vsix, tally) }]
}

/** Whoever has finished a part takes the next one that waits. */
async function runAll(parts) {
  const waiting = parts.values()
  const takeTurns = async () => {
    const tallies = []
    for (const part of waiting) tallies.push(await runPart(part))
    return tallies
  }
  return (await Promise.all(Array.from({ length: sideBySide }, takeTurns))).flat()
}

async function runPart({ name, run }) {
  const started = Date.now()
  const tally = createTally(name)
  try {
    await run(tally)
    if (tally.passed + tally.failed === 0) tally.fail('the run itself', 'No test ran.')
  } catch (error) {
    tally.fail('the run itself', describe(error))
  }
  console.log(`  ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return tally
}

function giveUp(error) {
  console.error(describe(error))
  process.exit(1)
}

function describe(error) {
  return process.env.POSTMORTEM_TEST_VERBOSE ? error.stack : error.message
}
