import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { LintedFile } from './lintedFile.ts'
import { readChoice, readPair } from './options.ts'
import { type Format, formats, reporters } from './reporters/index.ts'
import type { Surroundings } from './reporters/reporter.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

/** A format, and where the text goes. */
export interface Output {
  readonly format: Format
  readonly surroundings: Surroundings
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A format and its file, as `--output FORMAT=FILE` names them. */
export interface ChosenOutput {
  readonly format: Format
  readonly path: string
}

export function readOutputs(written: readonly string[] = []): readonly ChosenOutput[] {
  return written.map((each) => {
    const [format, path] = readPair(each, '--output', 'FORMAT=FILE')
    return { format: readChoice(format, formats, 'format'), path }
  })
}

/** Opens the files before anything is checked, so that a mistake shows at once. */
export async function openOutputs(
  chosen: readonly ChosenOutput[],
  surroundings: Surroundings & Pick<Terminal, 'folder'>,
): Promise<readonly Output[]> {
  return Promise.all(
    chosen.map(async ({ format, path }) => {
      const file = await open(resolve(surroundings.folder, path), 'w').catch((error: unknown) => {
        throw new UsageError(`"${path}" cannot be written: ${describeTrouble(error)}.`)
      })
      return {
        format,
        surroundings: { ...surroundings, color: false, columns: null, quiet: false },
        write: (text: string) => file.appendFile(text),
        close: () => file.close(),
      }
    }),
  )
}

/** Writes all formats in one go, so that every file is checked once. */
export async function writeOutputs(
  files: AsyncIterable<LintedFile>,
  outputs: readonly Output[],
): Promise<void> {
  const branches = split(files, outputs.length)
  await Promise.all(
    outputs.map(async ({ format, surroundings, write, close }, index) => {
      const branch = branches[index] as AsyncIterable<LintedFile>
      for await (const text of reporters[format](branch, surroundings)) await write(text)
      await close()
    }),
  )
}

/** Gives every item to several readers. The slowest one sets the pace, so that no more than one item is held. */
export function split<Item>(source: AsyncIterable<Item>, count: number): readonly AsyncIterable<Item>[] {
  const iterator = source[Symbol.asyncIterator]()
  let waiting: ((result: Promise<IteratorResult<Item>>) => void)[] = []
  const next = () =>
    new Promise<IteratorResult<Item>>((answer) => {
      waiting.push(answer)
      if (waiting.length < count) return
      const [answers, result] = [waiting, iterator.next()]
      waiting = []
      for (const each of answers) each(result)
    })
  return Array.from({ length: count }, () => ({ [Symbol.asyncIterator]: () => ({ next }) }))
}
