import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { maxLength } from '../markdown/document.ts'
import { findFiles, type Search, type Target } from './findFiles.ts'
import { type Stamp, takeStamp } from './linting/stamp.ts'
import type { Terminal } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

export interface SourceFile {
  /** The path as a user would write it, relative to the current folder. */
  readonly name: string
  /** Null for standard input without a name. */
  readonly path: string | null
  readonly isInput: boolean
  readonly text: string
  /** The bytes that the text was decoded from. */
  readonly bytes: Uint8Array
  /** Taken before the file was read; null for standard input. */
  readonly stamp: Stamp | null
}

/** A file that has not been opened yet. */
export interface UnreadFile {
  readonly name: string
  readonly path: string
  readonly stamp: Stamp
}

/** What is known of a file already, so that it need not be opened; null if it must be. */
export type Recall<Known> = (file: UnreadFile) => Promise<Known | null>

const recallNothing: Recall<never> = async () => null

/** Where paths and standard input come from. */
export type InputPlace = Pick<Terminal, 'folder' | 'readInput' | 'now'>

/** Reading waits for the disk and checking does not, so a few files are read ahead, but never more than these. */
const maxReads = 8

/** The documents of the targets, in order. Files that cannot be read are reported and skipped. */
export async function* readSources<Known extends object = never>(
  targets: readonly Target[],
  { inputPath = null, ...search }: Search & { readonly inputPath?: string | null },
  terminal: InputPlace,
  recall: Recall<Known> = recallNothing,
): AsyncGenerator<SourceFile | Known> {
  const reading: Promise<SourceFile | Known | string>[] = []
  const next = async function* () {
    const source = await reading.shift()
    if (typeof source === 'string') search.complain(source)
    else if (source !== undefined) yield source
  }
  for await (const path of findFiles(targets, search)) {
    reading.push(readSource(path, terminal, inputPath, recall))
    if (reading.length >= maxReads) yield* next()
  }
  while (reading.length > 0) yield* next()
}

/**
 * Reads a file, or standard input if it is null; the text is then checked as if it came from `inputPath`. Resolves to a
 * sentence on failure. It never rejects, because nobody may be awaiting it yet.
 */
export async function readSource<Known extends object = never>(
  file: string | null,
  { folder, readInput, now }: InputPlace,
  inputPath: string | null = null,
  recall: Recall<Known> = recallNothing,
): Promise<SourceFile | Known | string> {
  const path = file ?? inputPath
  const name = path === null ? '<stdin>' : relative(folder, path) || path
  try {
    // Handing this over to another thread takes four times as long as doing it.
    const stats = file === null || file.startsWith('/dev/') ? null : statSync(file, { bigint: true })
    // Opening a pipe that nobody writes to would wait forever, and nothing could interrupt it.
    if (stats?.isFIFO()) return `"${name}" is a pipe. Pass what it holds on standard input, with "-".`
    const stamp = stats && takeStamp(stats, now())
    const known = file === null || stamp === null ? null : await recall({ name, path: file, stamp })
    if (known !== null) return known
    const isInput = file === null
    const bytes = isInput ? await readInput() : await readFile(file)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.length <= maxLength) return { name, path, isInput, text, bytes, stamp }
    return `"${name}" is not checked: it has more than ${maxLength / 1_000_000} million characters.`
  } catch (error) {
    return `"${name}" cannot be read: ${describeTrouble(error)}.`
  }
}
