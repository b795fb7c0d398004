import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { FramedReader } from '../../../src/lsp/wire/framedReader.ts'
import { keepOrder } from '../../../src/lsp/wire/protocolOrder.ts'

const frame = (message: object) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message })
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** What is handed on, what is answered instead, and how the process ends. */
async function send(...texts: readonly string[]) {
  const stream = new PassThrough()
  const handed: unknown[] = []
  const answered: unknown[] = []
  const writer = {
    onError: () => ({ dispose: () => {} }),
    onClose: () => ({ dispose: () => {} }),
    write: async (message: object) => void answered.push(message),
    end: () => {},
    dispose: () => {},
  }
  const status = await new Promise<number>((exit) => {
    const reader = keepOrder(new FramedReader(stream), writer, exit)
    reader.listen((message) => void handed.push((message as { method?: string }).method))
    for (const text of texts) stream.write(text)
    stream.end()
  })
  return { handed, answered, status }
}

const initialize = frame({ id: 1, method: 'initialize', params: {} })
const hover = frame({ id: 2, method: 'textDocument/hover', params: {} })
const opened = frame({ method: 'textDocument/didOpen', params: {} })
const shutdown = frame({ id: 3, method: 'shutdown' })
const exit = frame({ method: 'exit' })

const refusal = (id: number | null, code: number, message: string) => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})

describe('the order of the protocol', () => {
  it('lets through what comes at its time, and answers of the editor', async () => {
    const answer = frame({ id: 9, result: null })
    const { handed, answered, status } = await send(initialize, opened, hover, answer, shutdown, exit)
    expect(handed).toEqual([
      'initialize',
      'textDocument/didOpen',
      'textDocument/hover',
      undefined,
      'shutdown',
      'exit',
    ])
    expect([answered, status]).toEqual([[], 0])
  })

  it('lets nothing through before initialize', async () => {
    const { handed, answered, status } = await send(opened, hover, initialize)
    expect(handed).toEqual(['initialize'])
    expect(answered).toEqual([refusal(2, -32002, 'The server is not initialized. Send initialize first.')])
    expect(status).toBe(1)
  })

  it('leaves out what would cancel a request without an id', async () => {
    const cancel = (params: object | null) => frame({ method: '$/cancelRequest', params })
    const { handed } = await send(initialize, cancel(null), cancel({ id: null }), cancel({ id: 2 }), hover)
    expect(handed).toEqual(['initialize', '$/cancelRequest', 'textDocument/hover'])
  })

  it('initializes once', async () => {
    const { handed, answered } = await send(initialize, initialize)
    expect(handed).toEqual(['initialize'])
    expect(answered).toEqual([refusal(1, -32600, 'The server is initialized already.')])
  })

  it('lets nothing but exit through after shutdown', async () => {
    const { handed, answered, status } = await send(initialize, shutdown, hover, opened, shutdown, exit)
    expect(handed).toEqual(['initialize', 'shutdown', 'exit'])
    expect(answered).toEqual(
      [2, 3].map((id) => refusal(id, -32600, 'The server has been shut down. Send exit.')),
    )
    expect(status).toBe(0)
  })

  it('ends the process after garbage, and says why', async () => {
    const { handed, answered, status } = await send(initialize, 'hello\r\n\r\n', hover)
    expect(handed).toEqual(['initialize'])
    expect(answered).toEqual([refusal(null, -32700, 'A message has no header such as "Content-Length: 42".')])
    expect(status).toBe(1)
  })

  it('goes on after a message that is not JSON', async () => {
    const { handed, answered } = await send('Content-Length: 1\r\n\r\n{', initialize)
    expect(handed).toEqual(['initialize'])
    expect(answered).toEqual([refusal(null, -32700, 'A message is not JSON.')])
  })
})
