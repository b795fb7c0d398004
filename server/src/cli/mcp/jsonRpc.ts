/** The codes of JSON-RPC for what is wrong with a message. */
export const rpcErrors = {
  parse: -32700,
  invalidRequest: -32600,
  unknownMethod: -32601,
  invalidParams: -32602,
  internal: -32603,
} as const

/** Its message goes to the other side, as the answer to a request. */
export class RpcError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

export type Params = Readonly<Record<string, unknown>>

/** Answers what the other side requests. The signal tells that it no longer waits for the answer. */
export type Answer = (method: string, params: Params, signal: AbortSignal) => Promise<object>

/** The side of the connection that this process is: it can also request something, and notify the other side. */
export interface Peer {
  readonly request: (method: string, params: Params) => Promise<unknown>
  readonly notify: (method: string, params: Params) => Promise<void>
}

type Id = string | number

/** Longer lines end the connection, so that a sender without line ends cannot fill the memory. In UTF-16 units. */
const maxLineLength = 64 * 1024 * 1024

/**
 * Speaks JSON-RPC with one message a line, as the Model Context Protocol does over standard input and output. Ends
 * with the input. Requests are answered as soon as each is done, not in their order.
 */
export async function speakJsonRpc(
  chunks: AsyncIterable<Uint8Array>,
  writeLine: (line: string) => Promise<void>,
  answerWith: (peer: Peer) => Answer,
): Promise<void> {
  const running = new Map<Id, AbortController>()
  const waiting = new Map<Id, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let hasEnded = false

  const send = (message: Params) => writeLine(JSON.stringify({ jsonrpc: '2.0', ...message }))
  const answer = answerWith({
    request: async (method, params) => {
      if (hasEnded) throw new Error(endOfInput)
      lastId += 1
      const id = lastId
      const result = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      await send({ id, method, params })
      return result
    },
    notify: (method, params) => send({ method, params }),
  })

  const handleRequest = async (id: Id, method: string, params: Params): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    const reply = await answer(method, params, controller.signal).then(
      (result) => ({ id, result }),
      (error: unknown) => ({ id, error: toRpcError(error) }),
    )
    running.delete(id)
    // Nobody waits for the answer to a request that was cancelled.
    if (!controller.signal.aborted) await send(reply)
  }

  const handleResponse = (id: Id, { result, error }: Params): void => {
    const request = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) request?.resolve(result)
    else request?.reject(new Error(`The client refused: ${String(toRecord(error).message)}`))
  }

  const handle = async (line: string): Promise<void> => {
    const message = toRecord(parse(line))
    const { id, method } = message
    const hasId = typeof id === 'string' || typeof id === 'number'
    if (message === malformed)
      return send({ id: null, error: { code: rpcErrors.parse, message: 'This is not JSON.' } })
    if (typeof method === 'string' && hasId) return handleRequest(id, method, toRecord(message.params))
    if (method === 'notifications/cancelled')
      return running.get(toRecord(message.params).requestId as Id)?.abort()
    if (typeof method === 'string') return
    if (hasId && ('result' in message || 'error' in message)) return handleResponse(id, message)
    const error = {
      code: rpcErrors.invalidRequest,
      message: 'A message is an object with a method, or an answer.',
    }
    return send({ id: null, error })
  }

  const handled = new Set<Promise<void>>()
  for await (const line of linesOf(chunks)) {
    if (line.trim() === '') continue
    const handling = handle(line).finally(() => handled.delete(handling))
    handled.add(handling)
  }
  hasEnded = true
  for (const { reject } of waiting.values()) reject(new Error(endOfInput))
  await Promise.all(handled)
}

const endOfInput = 'The program has closed the input of this server.'

const malformed: Params = {}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return malformed
  }
}

export function toRecord(value: unknown): Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : {}
}

function toRpcError(error: unknown): { readonly code: number; readonly message: string } {
  if (error instanceof RpcError) return { code: error.code, message: error.message }
  return { code: rpcErrors.internal, message: error instanceof Error ? error.message : String(error) }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    rest.push(first)
    length += first.length
    if (length > maxLineLength) throw new Error(`A message is longer than ${maxLineLength} characters.`)
    for (const next of others) {
      yield rest.join('')
      rest = [next]
      length = next.length
    }
  }
  yield rest.join('')
}
