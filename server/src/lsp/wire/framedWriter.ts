import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver'

/**
 * Writes messages with headers to a stream, each in one piece. The library's own writer waits until the header is
 * written, so that an answer takes about a third longer.
 */
export class FramedWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream
  #failures = 0

  constructor(stream: NodeJS.WritableStream) {
    super()
    this.#stream = stream
    stream.on('error', (error) => this.fireError(error))
    stream.on('close', () => this.fireClose())
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const body = JSON.stringify(message)
      const header = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`
      this.#stream.write(header + body, (error) => {
        if (error == null) {
          resolve()
          return
        }
        this.#failures += 1
        this.fireError(error, message, this.#failures)
        reject(error)
      })
    })
  }

  end(): void {}
}
