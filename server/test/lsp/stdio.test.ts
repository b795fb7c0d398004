import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const server = resolve(import.meta.dirname, '../../../dist/server.js')

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
