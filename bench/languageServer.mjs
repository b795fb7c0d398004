import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

/**
 * Starts a language server over its standard input and output, as an editor does. `listen` may answer and hear more than
 * other editors do.
 */
export async function startServer(command, args, { capabilities = {}, listen = () => {} } = {}) {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  let onFindings = () => {}
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})))
  connection.onRequest('client/registerCapability', () => null)
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => onFindings(uri, version))
  listen(connection)
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  await connection.sendNotification('initialized', {})
  return {
    pid: server.pid,
    request: (method, params) => connection.sendRequest(method, params),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 0, text },
      }),
    change: (uri, version, change) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      }),
    /** Ours is asked for actions of a kind that it has none of: it checks first, and answers with nothing. */
    checked: (uri) => {
      const start = { line: 0, character: 0 }
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start, end: start },
        context: { diagnostics: [], only: ['quickfix.none'] },
      })
    },
    /** When the findings of this version, or of any, are sent without being asked for. */
    published: (uri, version) =>
      new Promise((resolve) => {
        onFindings = (path, found) => {
          if (path === uri && (version === undefined || found === version)) resolve()
        }
      }),
    stop: () => {
      connection.dispose()
      server.kill()
    },
  }
}

export async function time(action) {
  const start = performance.now()
  await action()
  return performance.now() - start
}

export function quantile(times, share) {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export function round(value) {
  return Number(value.toFixed(2))
}
