import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { FramedReader } from '../../../src/lsp/wire/framedReader.ts'
import { FramedWriter } from '../../../src/lsp/wire/framedWriter.ts'

const message = (text: string) => ({ jsonrpc: '2.0', method: 'tell', params: { text } })

describe('a message', () => {
  it('is written in one piece', async () => {
    const pieces: string[] = []
    const stream = new Writable({
      write: (piece, _, done) => {
        pieces.push(String(piece))
        done()
      },
    })
    await new FramedWriter(stream).write(message('Zürich 😀'))
    const body = JSON.stringify(message('Zürich 😀'))
    expect(pieces).toEqual([`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`])
  })

  it('is read as it was written, in the order of writing', async () => {
    const stream = new PassThrough()
    const writer = new FramedWriter(stream)
    const written = ['', 'Zürich 😀', '\r\n\r\n', '\ud800'].map(message)
    const read: unknown[] = []
    new FramedReader(stream).listen((each) => void read.push(each))
    await Promise.all(written.map((each) => writer.write(each)))
    expect(read).toEqual(written)
  })

  it('that cannot be written is an error for whoever wrote it, and for the connection', async () => {
    const stream = new Writable({ write: (_, __, done) => done(new Error('The pipe is gone.')) })
    const writer = new FramedWriter(stream)
    const errors: string[] = []
    writer.onError(([error]) => void errors.push(error.message))
    await expect(writer.write(message('lost'))).rejects.toThrow('The pipe is gone.')
    expect(errors).toContain('The pipe is gone.')
  })
})
