import {
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver'
import { FramingError } from './framedReader.ts'

/** After a cancellation without an id, the library would answer nothing any more. */
function cancelsNothing(message: Message): boolean {
  if (!Message.isNotification(message) || message.method !== '$/cancelRequest') return false
  const { id } = (message.params ?? {}) as { readonly id?: unknown }
  return typeof id !== 'number' && typeof id !== 'string'
}

/**
 * Hands on the messages that come at their time: nothing before `initialize`, and nothing after `shutdown`. Whoever
 * sends a request at another time, or what is no message, is told so. Ends the process when the connection ends.
 */
export function keepOrder(
  reader: MessageReader,
  writer: MessageWriter,
  exit: (status: number) => void,
): MessageReader {
  let stage: 'new' | 'initialized' | 'shut down' = 'new'
  const refuse = (id: RequestMessage['id'], code: number, message: string) => {
    const answer: Message & { readonly id: typeof id; readonly error: object } = {
      jsonrpc: '2.0',
      id,
      error: { code, message },
    }
    return writer.write(answer).catch(() => {})
  }
  const findObjection = ({ method }: RequestMessage): readonly [code: number, message: string] | null => {
    if (stage === 'shut down') return [ErrorCodes.InvalidRequest, 'The server has been shut down. Send exit.']
    if (stage === 'new' && method !== 'initialize')
      return [ErrorCodes.ServerNotInitialized, 'The server is not initialized. Send initialize first.']
    if (stage === 'initialized' && method === 'initialize')
      return [ErrorCodes.InvalidRequest, 'The server is initialized already.']
    return null
  }
  const isDue = (message: Message): boolean => {
    if (cancelsNothing(message)) return false
    if (Message.isNotification(message)) return stage === 'initialized' || message.method === 'exit'
    if (!Message.isRequest(message)) return true
    const objection = findObjection(message)
    if (objection !== null) {
      void refuse(message.id, ...objection)
      return false
    }
    if (message.method === 'initialize') stage = 'initialized'
    if (message.method === 'shutdown') stage = 'shut down'
    return true
  }

  reader.onError(async (error) => {
    await refuse(null, ErrorCodes.ParseError, error.message)
    if (error instanceof FramingError) exit(1)
  })
  reader.onClose(() => exit(stage === 'shut down' ? 0 : 1))
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen((message) => isDue(message) && callback(message)),
    dispose: () => reader.dispose(),
  }
}
