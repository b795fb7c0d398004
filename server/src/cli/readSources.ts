import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { findFiles, type Search, type Target } from './findFiles.ts'
import type { Terminal } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

export interface SourceFile {
  /** As the user would write it. */
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  readonly text: string
  /** What the text was read from. */
  readonly bytes: Uint8Array
}

/** Reading waits for the disk, checking does not; so a few files are read ahead, and no more are held. */
const readAhead = 8

/** The documents that the targets lead to, in order. What cannot be read is complained of and left out. */
export async function* readSources(
  targets: readonly Target[],
  search: Search,
  terminal: Terminal,
): AsyncGenerator<SourceFile> {
  const reading: Promise<SourceFile | string>[] = []
  const next = async function* () {
    const source = await reading.shift()
    if (typeof source === 'string') search.complain(source)
    else if (source !== undefined) yield source
  }
  for await (const path of findFiles(targets, search)) {
    reading.push(readSource(path, terminal))
    if (reading.length >= readAhead) yield* next()
  }
  while (reading.length > 0) yield* next()
}

/** Never rejects, because nobody may be looking yet when it fails: a sentence says what is wrong. */
export async function readSource(
  path: string | null,
  { folder, readInput }: Terminal,
): Promise<SourceFile | string> {
  const name = path === null ? '<stdin>' : relative(folder, path) || path
  try {
    const bytes = path === null ? await readInput() : await readFile(path)
    return { name, path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes }
  } catch (error) {
    return `"${name}" cannot be read: ${describeTrouble(error)}.`
  }
}
