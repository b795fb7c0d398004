import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FramedReader, FramingError } from '../../../src/lsp/wire/framedReader.ts'

const frame = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`

/** What the reader makes of these chunks, one after the other. */
async function read(chunks: readonly (string | Uint8Array)[]) {
  const stream = new PassThrough()
  const reader = new FramedReader(stream)
  const messages: unknown[] = []
  const errors: Error[] = []
  reader.onError((error) => void errors.push(error))
  reader.listen((message) => void messages.push(message))
  const closed = new Promise<void>((resolve) => reader.onClose(() => resolve()))
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  await closed
  return { messages, errors: errors.map(({ message }) => message), isBroken: errors.some(isFraming) }
}

const isFraming = (error: Error) => error instanceof FramingError

describe('messages with headers', () => {
  it('are read however the stream cuts them', async () => {
    const texts = [{ text: 'Zürich 😀' }, { text: '' }, { list: [1, 2] }]
    const bytes = Buffer.from(texts.map((each) => frame(JSON.stringify(each))).join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (places) => {
        const cuts = [0, ...places.sort((one, other) => one - other), bytes.length]
        const chunks = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
        expect(await read(chunks)).toEqual({ messages: texts, errors: [], isBroken: false })
      }),
      { numRuns: 30 },
    )
  })

  it('may have another header, and the name in any case', async () => {
    const { messages } = await read(['Content-Type: x\r\ncontent-length: 2\r\n\r\n{}'])
    expect(messages).toEqual([{}])
  })

  it('are passed over if they are not JSON', async () => {
    const { messages, errors, isBroken } = await read([frame('{"a":'), frame('{}')])
    expect({ messages, errors, isBroken }).toEqual({
      messages: [{}],
      errors: ['A message is not JSON.'],
      isBroken: false,
    })
  })

  it.each([
    ['a length that is too short', `Content-Length: 4\r\n\r\n{"a":1}${frame('{}')}`],
    ['no length', `Content-Type: x\r\n\r\n${frame('{}')}`],
    ['a length that is no number', `Content-Length: many\r\n\r\n${frame('{}')}`],
    ['a negative length', `Content-Length: -2\r\n\r\n${frame('{}')}`],
    ['a length that nothing has', `Content-Length: 99999999999999\r\n\r\n${frame('{}')}`],
    ['garbage', `hello\r\n\r\n${frame('{}')}`],
    ['garbage without an end', 'x'.repeat(10_000)],
  ])('end with %s, and nothing after it is read', async (_, text) => {
    const { messages, errors, isBroken } = await read([text])
    expect({ messages, isBroken }).toEqual({ messages: [], isBroken: true })
    expect(errors.at(-1)).toBe('A message has no header such as "Content-Length: 42".')
  })

  it('are read although they come in a thousand pieces', async () => {
    const long = frame(JSON.stringify('x'.repeat(4_000_000)))
    const chunks = long.match(/[\s\S]{1,4096}/g)!
    const { messages } = await read(chunks)
    expect(messages).toEqual(['x'.repeat(4_000_000)])
  })
})
