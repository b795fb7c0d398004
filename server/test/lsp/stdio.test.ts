import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { tools } from '../../src/programs/tools.ts'

const server = resolve(import.meta.dirname, '../../../dist/server.js')
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'))

it('answers a plain client over standard input and output', async () => {
  expect(existsSync(server), 'dist/server.js, which npm run build makes').toBe(true)
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const published = new Promise<PublishDiagnosticsParams>((answer) =>
    connection.onNotification('textDocument/publishDiagnostics', answer),
  )
  connection.listen()
  const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  })
  expect(serverInfo?.name).toBe('postmortem')
  await connection.sendNotification('initialized', {})
  const textDocument = { uri: 'untitled:report', languageId: 'markdown', version: 1, text: '# Postmortem\n' }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  const { diagnostics } = await published
  expect(diagnostics.filter(({ code }) => code === 'section-missing')).toHaveLength(4)

  const exited = new Promise((resolveExit) => child.on('exit', resolveExit))
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await exited).toBe(0)
})

it('says what is wrong with the order of messages, and ends after garbage', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`)
  }
  send({ id: 1, method: 'textDocument/hover', params: {} })
  send({ id: 2, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
  child.stdin.write('Content-Length: none\r\n\r\n')
  const [output, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect(output).toMatch(/"id":1,"error":\{"code":-32002,/)
  expect(output).toMatch(/"id":null,"error":\{"code":-32700,/)
  expect({ errors, status }).toEqual({ errors: '', status: 1 })
})

it('ends without a stack trace when nobody reads its answers', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const params = { processId: null, rootUri: null, capabilities: {} }
  const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
  child.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`)
  const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ errors, status }).toEqual({ errors: '', status: 1 })
})

it('answers a program that speaks the Model Context Protocol, as the extension starts it', async () => {
  const child = spawn(process.execPath, [server, 'mcp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const params = { protocolVersion: '2025-06-18', capabilities: { roots: {} } }
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`)
  child.stdin.end(`${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' })}\n`)
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const answers = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers[0].result.serverInfo).toEqual({ name: 'postmortem', title: 'Postmortem', version })
  expect(answers[1].result.tools).toHaveLength(tools.length)
  expect(status).toBe(0)
})
