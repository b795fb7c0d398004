import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { LintedFile } from '../checking/lintedFile.ts'
import { readChoice } from '../readChoice.ts'
import { UsageError } from '../usageError.ts'
import { readPair } from './options.ts'
import { type Format, formats, reporters } from './reporters/index.ts'
import type { Surroundings } from './reporters/reporter.ts'
import type { Terminal } from './terminal.ts'
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
      const refuse = (error: unknown): never => {
        throw new UsageError(`"${path}" cannot be written: ${describeTrouble(error)}.`)
      }
      const file = await open(resolve(surroundings.folder, path), 'w').catch(refuse)
      return {
        format,
        surroundings: { ...surroundings, color: false, columns: null, quiet: false },
        write: (text: string) => file.appendFile(text).catch(refuse),
        close: () => file.close().catch(refuse),
      }
    }),
  )
}

/** Writes all formats in one go, so that every file is checked once. One that fails does not spoil the others. */
export async function writeOutputs(
  files: AsyncIterable<LintedFile>,
  outputs: readonly Output[],
): Promise<void> {
  const branches = split(files, outputs.length)
  const outcomes = await Promise.allSettled(
    outputs.map(async ({ format, surroundings, write, close }, index) => {
      const branch = branches[index] as AsyncIterable<LintedFile>
      try {
        for await (const text of reporters[format](branch, surroundings)) await write(text)
      } finally {
        await close()
      }
    }),
  )
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failure !== undefined) throw failure.reason
}

/**
 * Gives every item to several readers. The slowest one sets the pace, so that no more than one item is held. A reader
 * that leaves lets the others go on.
 */
export function split<Item>(source: AsyncIterable<Item>, count: number): readonly AsyncIterable<Item>[] {
  const iterator = source[Symbol.asyncIterator]()
  let readers = count
  let waiting: ((result: Promise<IteratorResult<Item>>) => void)[] = []
  const answerIfAllWait = () => {
    if (waiting.length < readers || readers === 0) return
    const [answers, result] = [waiting, iterator.next()]
    waiting = []
    for (const each of answers) each(result)
  }
  const next = () =>
    new Promise<IteratorResult<Item>>((answer) => {
      waiting.push(answer)
      answerIfAllWait()
    })
  const leave = async (): Promise<IteratorResult<Item>> => {
    readers -= 1
    answerIfAllWait()
    if (readers === 0) await iterator.return?.()
    return { done: true, value: undefined }
  }
  return Array.from({ length: count }, () => ({ [Symbol.asyncIterator]: () => ({ next, return: leave }) }))
}
