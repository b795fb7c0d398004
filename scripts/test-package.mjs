// Packs the command line and runs it as somebody who has never seen it would, with npx in an empty folder, on each
// supported Node.js, and times it against markdownlint-cli2: `npm run test:package`.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './steps.mjs'

const maxPackedSize = 976 * 1024

/** The newest releases that are on npm. The registry has binaries of Node.js for this platform only. */
const newerNodes = { 22: '22.23.5', 24: '24.22.3' }
const rival = 'markdownlint-cli2@0.24.1'

/** Both this project and markdownlint-cli2 find something in it. */
const incomplete = '# Postmortem\n## Issue Summary\n\nThe shop was down for everyone.\n'
const npmScript = process.env.npm_execpath
if (!npmScript?.endsWith('.js')) {
  console.error('Run it with npm: npm run test:package.')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'postmortem-package-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const tally = { passed: 0, failed: 0 }

const { version: packageVersion } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packed = pack(root)
check('the package is small', () => {
  const size = statSync(packed).size
  return size <= maxPackedSize || `${size} bytes are more than ${maxPackedSize}.`
})
for (const node of [process.execPath, ...installNodes()]) await tryWith(node)
compare()

console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 ? 1 : 0

async function tryWith(node) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const empty = join(folder, `empty-${version}`)
  mkdirSync(empty)
  const npx = (...args) =>
    runNpm(node, empty, 'exec', '--yes', '--package', packed, '--', 'postmortem', ...args)
  check(`${version}: npx says its version`, () => isEqual(npx('--version').stdout, `${packageVersion}\n`))
  writeFileSync(join(empty, 'report.md'), incomplete)
  check(`${version}: npx checks a report`, () => {
    const { status, stdout, stderr } = npx('lint', '--format', 'json', 'report.md')
    const [{ findings }] = JSON.parse(stdout)
    const missing = findings.filter(({ rule }) => rule === 'section-missing').length
    return isEqual([status, stderr, missing], [1, '', 3])
  })
  check(`${version}: npx creates a report and explains a rule`, () => {
    const created = npx('new', '--title', 'Checkout down', 'new.md')
    const explained = npx('rules', 'section-missing')
    return isEqual([created.status, explained.status], [0, 0])
  })
  const lsp = {
    command: ['lsp', '--stdio'],
    frame: inHeaders,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }
  await checkLater(`${version}: npx runs the language server`, () => ask(node, empty, lsp))
  const mcp = {
    command: ['mcp', '--stdio'],
    frame: (message) => `${message}\n`,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  }
  await checkLater(`${version}: npx runs the server for programs`, () => ask(node, empty, mcp))
}

function inHeaders(message) {
  return `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`
}

/** Starts a server and waits for its answer to one request. */
function ask(node, cwd, { command, frame, method, params }) {
  const args = [npmScript, 'exec', '--yes', '--package', packed, '--', 'postmortem', ...command]
  const child = spawn(node, args, { cwd, env: environmentFor(node), stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })))
  return new Promise((resolve) => {
    let heard = ''
    child.stdout.on('data', (data) => {
      heard += data
      if (!heard.includes('"result"')) return
      resolve(heard.includes('"name":"postmortem"') || heard)
      child.stdin.end()
      child.kill()
    })
    child.on('exit', (status) => resolve(`It ended with status ${status} after: ${heard}`))
  })
}

/**
 * Compares processor times, because other work on the machine changes all others. Both are installed already, so
 * no download is measured. The least of some rounds is the time without what other work adds; where it adds to all of
 * them, there are more rounds.
 */
function compare() {
  const project = join(folder, 'compare')
  const times = join(folder, 'times.txt')
  const meter = join(folder, 'meter.cjs')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{}')
  writeFileSync(join(project, 'report.md'), incomplete)
  writeFileSync(
    meter,
    `process.on('exit', () => {
      const { user, system } = process.cpuUsage()
      require('node:fs').appendFileSync(${JSON.stringify(times)}, \`\${user + system}\\n\`)
    })`,
  )
  runNpm(process.execPath, project, 'install', '--no-audit', '--no-fund', packed, rival)
  const measure = (...command) => {
    writeFileSync(times, '')
    const args = [npmScript, 'exec', '--offline', '--', ...command]
    const env = { ...environmentFor(process.execPath), NODE_OPTIONS: `--require ${meter}` }
    const { status } = spawnSync(process.execPath, args, { cwd: project, env })
    if (status !== 1) throw new Error(`${command.join(' ')} ended with status ${status}.`)
    const each = readFileSync(times, 'utf8').trim().split('\n').map(Number)
    return each.reduce((sum, time) => sum + time, 0)
  }
  const [own, other] = [[], []]
  let ratio
  do {
    own.push(measure('postmortem', 'lint', 'report.md'))
    other.push(measure('markdownlint-cli2', 'report.md'))
    ratio = Math.min(...own) / Math.min(...other)
  } while (own.length < 4 || (ratio > 1 && own.length < 12))
  console.log(`  npx postmortem takes ${ratio.toFixed(2)} × the processor time of npx ${rival} for one file`)
  check('a file is checked as fast as by markdownlint-cli2', () => ratio <= 1 || `${ratio} × the time`)
}

function pack(project) {
  const { stdout, status, stderr } = runNpm(
    process.execPath,
    project,
    'pack',
    '--json',
    '--silent',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  )
  if (status !== 0) throw new Error(stderr)
  return join(folder, JSON.parse(stdout)[0].filename)
}

function installNodes() {
  if (process.platform !== 'linux') return []
  return Object.entries(newerNodes).map(([major, version]) => {
    const home = join(folder, `node-${major}`)
    mkdirSync(home)
    writeFileSync(join(home, 'package.json'), '{}')
    const name = `node-linux-${process.arch}`
    const { status, stderr } = runNpm(
      process.execPath,
      home,
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `${name}@${version}`,
    )
    if (status !== 0) throw new Error(stderr)
    return join(home, 'node_modules', name, 'bin', 'node')
  })
}

function runNpm(node, cwd, ...args) {
  return spawnSync(node, [npmScript, ...args], { cwd, env: environmentFor(node), encoding: 'utf8' })
}

/** Executables of packages find Node.js on the PATH. What npm tells the scripts of this project is not for others. */
function environmentFor(node) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|INIT_CWD$|NODE_)/i.test(name) || /^npm_config_(?:registry|cache)$/i.test(name),
  )
  return { ...Object.fromEntries(kept), PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
}

function isEqual(actual, wanted) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)]
  return a === b || `${a} instead of ${b}`
}

function check(title, run) {
  let verdict
  try {
    verdict = run()
  } catch (error) {
    verdict = error.stack
  }
  count(title, verdict)
}

async function checkLater(title, run) {
  count(title, await run().catch((error) => error.stack))
}

function count(title, verdict) {
  tally[verdict === true ? 'passed' : 'failed'] += 1
  console.log(`  ${verdict === true ? '✓' : '✗'} ${title}${verdict === true ? '' : `\n      ${verdict}`}`)
}
