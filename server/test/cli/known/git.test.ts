import { expect, it } from 'vitest'
import { readBytes } from '../../../src/cli/known/git.ts'

async function* chunksOf(text: string, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += length) yield Buffer.from(text.slice(at, at + length))
}

it.each([1, 2, 3, 7, 100])('reads lines and bytes from chunks of %i bytes', async (length) => {
  const { line, take } = readBytes(chunksOf('one 3\nabc\ntwo 4\ndefg\nend', length))
  expect(await line()).toBe('one 3')
  expect((await take(4))?.toString()).toBe('abc\n')
  expect(await line()).toBe('two 4')
  expect((await take(5, false))?.length).toBe(0)
  expect((await take(3))?.toString()).toBe('end')
  expect(await line()).toBeNull()
  expect(await take(1)).toBeNull()
})
