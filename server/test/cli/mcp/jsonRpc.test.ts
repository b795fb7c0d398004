import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { postmortem } from '../terminal.ts'

/** What the server answers to chunks of input. */
async function hear(...chunks: (string | Uint8Array)[]) {
  const lines: string[] = []
  const { status } = await postmortem('mcp --stdio', {
    readChunks: () => Readable.from(chunks.map((each) => Buffer.from(each as string))),
    write: async (line) => void lines.push(line),
  })
  expect(status).toBe(0)
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  return lines.map((line) => JSON.parse(line))
}

const ping = (id: number | string) => `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"method":"ping"}\n`

describe('the wire', () => {
  it('takes messages in pieces and several at once, and ends with the input', async () => {
    const both = Buffer.from(`${ping('ä€😀')}\n${ping(2)}`)
    const answers = await hear(...Array.from(both, (byte) => new Uint8Array([byte])))
    expect(answers).toEqual([
      { jsonrpc: '2.0', id: 'ä€😀', result: {} },
      { jsonrpc: '2.0', id: 2, result: {} },
    ])
    expect(await hear(ping(1).trim())).toHaveLength(1)
    expect(await hear()).toEqual([])
  })

  it('asks nobody for folders once the input has ended', async () => {
    const initialize = { id: 1, method: 'initialize', params: { capabilities: { roots: {} } } }
    const list = { id: 2, method: 'tools/call', params: { name: 'list_reports' } }
    const answers = await hear(`${JSON.stringify(initialize)}\n${JSON.stringify(list)}\n`)
    expect(answers.at(-1)).toMatchObject({ id: 2, result: { isError: true } })
  })

  it('answers what is wrong, and goes on', async () => {
    const answers = await hear(
      'not JSON\n',
      '[]\n',
      'null\n',
      '{"id":{},"method":"ping"}\n',
      '{"id":7}\n',
      '{"id":1,"method":"toString"}\n',
      '{"id":2,"method":"tools/call","params":["x"]}\n',
      '{"method":"notifications/unknown"}\n',
      '{"method":"notifications/cancelled","params":{"requestId":99}}\n',
      '{"id":50,"result":{}}\n',
      ping(3),
    )
    const codes = answers.map(({ id, error }) => [id, error?.code ?? 'fine'])
    expect(codes).toEqual([
      [null, -32700],
      [null, -32600],
      [null, -32600],
      [null, -32600],
      [1, -32601],
      [2, -32602],
      [3, 'fine'],
    ])
  })

  it('agrees on a revision of the protocol that both know, or offers its newest', async () => {
    const agree = async (protocolVersion: string) => {
      const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } }
      const [answer] = await hear(`${JSON.stringify({ id: 1, method: 'initialize', params })}\n`)
      return answer.result.protocolVersion
    }
    expect(await agree('2024-11-05')).toBe('2024-11-05')
    expect(await agree('1999-01-01')).toBe('2025-11-25')
  })

  it('has to be asked for, and reads folders that exist', async () => {
    expect(await postmortem('mcp')).toMatchObject({ status: 2, errors: expect.stringContaining('--stdio') })
    expect(await postmortem('mcp --stdio absent')).toMatchObject({
      status: 2,
      errors: 'postmortem: There is no folder "absent".\n',
    })
  })
})
