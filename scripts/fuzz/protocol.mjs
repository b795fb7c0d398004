import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { root } from '../steps.mjs'
import { pieces, report } from './material.mjs'

const uri = 'file:///report.md'
const requests = [
  'hover',
  'completion',
  'codeAction',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'inlayHint',
  'codeLens',
  'documentLink',
]
const odd = [null, 0, -1, 1e9, 1.5, 'x', [], {}, true]

/** Messages that an editor should not send, in an order that it should not: the server must go on answering. */
export async function createKind() {
  let server
  return {
    make: (random) => ({
      messages: Array.from({ length: 1 + random.below(20) }, () => makeMessage(random)),
    }),
    check: async ({ messages }) => {
      server = server?.isAlive() ? server : await startServer()
      try {
        for (const { method, params, isRequest } of messages) {
          if (isRequest) void server.connection.sendRequest(method, params).catch(() => {})
          else void server.connection.sendNotification(method, params)
        }
        return await server.findings()
      } catch (error) {
        return `the server does not answer: ${error.message}`
      } finally {
        await server.connection
          .sendNotification('textDocument/didClose', { textDocument: { uri } })
          .catch(() => {})
      }
    },
  }
}

function makeMessage(random) {
  const position = () => ({ line: place(random), character: place(random) })
  const range = () => ({ start: position(), end: position() })
  const textDocument = { uri: random.chance(0.9) ? uri : random.pick(odd), version: place(random) }
  switch (random.below(5)) {
    case 0: {
      const text = random.chance(0.9) ? report.slice(0, random.below(report.length)) : random.pick(odd)
      return {
        method: 'textDocument/didOpen',
        params: { textDocument: { ...textDocument, languageId: 'markdown', text } },
      }
    }
    case 1:
    case 2: {
      const change = () => ({
        ...(random.chance(0.9) && { range: range() }),
        text: random.chance(0.95) ? random.text(pieces, 4) : random.pick(odd),
      })
      const contentChanges = random.chance(0.95)
        ? Array.from({ length: random.below(4) }, change)
        : random.pick(odd)
      return { method: 'textDocument/didChange', params: { textDocument, contentChanges } }
    }
    case 3:
      return random.chance(0.3)
        ? { method: 'textDocument/didClose', params: { textDocument } }
        : {
            method: `workspace/${random.pick(['didChangeConfiguration', 'didChangeWatchedFiles'])}`,
            params: random.pick([{}, { changes: [] }, { changes: [{ uri, type: 9 }] }]),
          }
    default: {
      const params = {
        textDocument,
        position: position(),
        range: range(),
        positions: [position()],
        context: { diagnostics: [] },
      }
      return {
        isRequest: true,
        method: `textDocument/${random.pick(requests)}`,
        params: random.chance(0.9) ? params : { textDocument },
      }
    }
  }
}

function place(random) {
  return random.chance(0.85) ? random.below(24) : random.pick(odd)
}

async function startServer() {
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting = new Map()
  connection.onNotification('textDocument/publishDiagnostics', ({ uri: of, diagnostics }) =>
    waiting.get(of)?.(diagnostics),
  )
  connection.onError(() => {})
  connection.listen()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const ended = once(child, 'exit').then(() => {
    throw new Error('it has ended')
  })
  // It may end while nobody asks anything.
  ended.catch(() => {})
  let count = 0
  return {
    connection,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Null if a document that is opened now has the findings that it always has. */
    async findings() {
      count += 1
      const fresh = `untitled:report-${count}.md`
      const published = new Promise((resolve) => waiting.set(fresh, resolve))
      const textDocument = { uri: fresh, languageId: 'markdown', version: 1, text: '# Postmortem\n' }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      const late = new Promise((_, reject) =>
        setTimeout(() => reject(new Error('two minutes have passed')), 120_000).unref(),
      )
      const diagnostics = await Promise.race([published, late, ended])
      waiting.delete(fresh)
      await connection.sendNotification('textDocument/didClose', { textDocument })
      const missing = diagnostics.filter(({ code }) => code === 'section-missing').length
      return missing === 4
        ? null
        : `a document that is opened afterwards has ${missing} missing sections, not 4`
    },
  }
}
