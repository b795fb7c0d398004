import { AbstractMessageReader, type DataCallback, type Disposable } from 'vscode-languageserver'

/** After it, nobody knows where the next message begins. */
export class FramingError extends Error {}

const maxHeaderLength = 8 * 1024

/** In bytes. A document of this size is far beyond what is read, and a wrong length must not fill the memory. */
const maxLength = 512 * 1024 * 1024

/**
 * Reads messages with headers from a stream. The library's own reader waits for ever after a header that is wrong. A
 * message that is not JSON is an error, and the next one is read; a wrong header is the end.
 */
export class FramedReader extends AbstractMessageReader {
  readonly #stream: NodeJS.ReadableStream
  #chunks: Buffer[] = []
  #buffered = 0
  /** The length of the message that is being read; null as long as its header is. */
  #wanted: number | null = null
  #isBroken = false

  constructor(stream: NodeJS.ReadableStream) {
    super()
    this.#stream = stream
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#buffered += chunk.length
      this.#readMessages(callback)
    }
    this.#stream.on('data', take)
    this.#stream.on('error', (error) => this.fireError(error))
    this.#stream.on('close', () => this.fireClose())
    return { dispose: () => void this.#stream.off('data', take) }
  }

  #readMessages(callback: DataCallback): void {
    try {
      while (!this.#isBroken) {
        this.#wanted ??= this.#readHeader()
        if (this.#wanted === null || this.#buffered < this.#wanted) return
        const body = this.#take(this.#wanted)
        this.#wanted = null
        this.#deliver(body, callback)
      }
    } catch (error) {
      this.#isBroken = true
      this.#chunks = []
      this.fireError(error)
    }
  }

  #deliver(body: Buffer, callback: DataCallback): void {
    let message: Parameters<DataCallback>[0]
    try {
      message = JSON.parse(body.toString('utf8'))
    } catch {
      this.fireError(new Error('A message is not JSON.'))
      return
    }
    callback(message)
  }

  /** The length that the next header states; null if the header is not complete. Throws a `FramingError`. */
  #readHeader(): number | null {
    const buffered = this.#join()
    const end = buffered.indexOf('\r\n\r\n')
    if (end === -1 && buffered.length <= maxHeaderLength) return null
    const header = buffered.toString('latin1', 0, end === -1 ? maxHeaderLength : end)
    const length = end === -1 ? undefined : /^Content-Length: *(\d{1,10}) *$/im.exec(header)?.[1]
    if (length === undefined || Number(length) > maxLength)
      throw new FramingError('A message has no header such as "Content-Length: 42".')
    this.#take(end + 4)
    return Number(length)
  }

  #take(length: number): Buffer {
    const buffered = this.#join()
    this.#chunks = [buffered.subarray(length)]
    this.#buffered = buffered.length - length
    return buffered.subarray(0, length)
  }

  #join(): Buffer {
    const [only, ...others] = this.#chunks
    const joined = only !== undefined && others.length === 0 ? only : Buffer.concat(this.#chunks)
    this.#chunks = [joined]
    return joined
  }
}
