import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { complete } from './reports.ts'
import { makeFolderForTest } from './terminal.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Loaded before the program: whatever would reach out of the process says so on standard error instead. */
const trap = String.raw`
const guard = (name, holder, method) => {
  holder[method] = () => { process.stderr.write('REACHED OUT: ' + name + '.' + method + '\n'); process.exit(99) }
}
const { Socket, Server } = require('node:net')
guard('Socket', Socket.prototype, 'connect')
guard('Server', Server.prototype, 'listen')
for (const name of ['lookup', 'resolve']) guard('dns', require('node:dns'), name)
guard('dgram', require('node:dgram'), 'createSocket')
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync']) guard('child_process', require('node:child_process'), name)
globalThis.fetch = globalThis.WebSocket = () => { process.stderr.write('REACHED OUT: fetch\n'); process.exit(99) }
`

const files = {
  'trap.cjs': trap,
  'report.md': `${complete}\nSee https://shop.dev/runbook, [a page](http://shop.dev), ![a chart](https://shop.dev/a.png).\n`,
  '.postmortem.yml': 'extends: https://shop.dev/team.yml\nlinks:\n  tickets: https://shop.dev/{ticket}\n',
}

function run(program: readonly string[]) {
  const folder = makeFolderForTest(files)
  const args = ['--require', join(folder, 'trap.cjs'), ...program]
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
}

it('opens no socket and starts no process, on the command line', () => {
  for (const command of ['lint', 'lint --fix', 'inspect', 'timeline']) {
    const { stderr, status } = run([join(root, 'dist/cli.js'), ...command.split(' '), 'report.md'])
    expect(stderr).not.toContain('REACHED OUT')
    expect(status).not.toBe(99)
  }
})

it('opens no socket and starts no process, in the server', async () => {
  const folder = makeFolderForTest(files)
  const args = ['--require', join(folder, 'trap.cjs'), join(root, 'dist/server.js'), '--stdio']
  const child = spawn(process.execPath, args, { cwd: folder })
  const errors = text(child.stderr)
  const exited = once(child, 'exit')
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const published = new Promise((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  )
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const uri = pathToFileURL(join(folder, 'report.md')).href
  const textDocument = { uri, languageId: 'markdown', version: 1, text: files['report.md'] }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  await published
  const place = { textDocument, position: { line: 0, character: 3 } }
  for (const method of ['documentLink', 'hover', 'completion']) {
    await connection.sendRequest(`textDocument/${method}`, place)
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await exited).toEqual([0, null])
  expect(await errors).toBe('')
})

it('is caught by this test if it reaches out', () => {
  const { stderr, status } = run(['-e', "require('node:net').connect(9)"])
  expect({ stderr, status }).toEqual({ stderr: 'REACHED OUT: Socket.connect\n', status: 99 })
})

/** `lint --since` asks git, which it takes from outside the workspace; tests beside it say what it keeps from running. */
const runsGit = 'server/src/cli/known/git.ts'

it('has no source that could, but for the one that asks git', () => {
  const reaches =
    /\bfrom 'node:(?:net|https?|http2|tls|dgram|dns|child_process)'|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/
  const found = ['server/src', 'client/src', 'shared/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => reaches.test(readFileSync(join(root, file), 'utf8'))),
  )
  expect(found).toEqual([runsGit])
})
