import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { type Terminal, UsageError } from './terminal.ts'

export interface SourceFile {
  /** As the user would write it. */
  readonly name: string
  readonly text: string
  /** The one that it is in; null for standard input. */
  readonly folder: string | null
}

/** The documents that the arguments name, in a stable order. Folders are searched for Markdown files. */
export async function* readSources(paths: readonly string[], terminal: Terminal): AsyncGenerator<SourceFile> {
  for (const path of paths) {
    if (path === '-') {
      yield { name: '<stdin>', text: await terminal.readInput(), folder: null }
      continue
    }
    for (const file of await findFiles(resolve(terminal.folder, path), path)) {
      yield {
        name: relative(terminal.folder, file) || file,
        text: await readText(file, path),
        folder: dirname(file),
      }
    }
  }
}

async function findFiles(file: string, asGiven: string): Promise<readonly string[]> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) throw new UsageError(`There is no file or folder "${asGiven}".`)
  return found.isDirectory() ? findMarkdown(file) : [file]
}

async function findMarkdown(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !isSkipped(entry.name)) found.push(...(await findMarkdown(path)))
    if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) found.push(path)
  }
  return found
}

/** Nobody keeps reports of their own in hidden folders or among installed packages. */
function isSkipped(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules'
}

async function readText(file: string, asGiven: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : (error as Error).message
    throw new UsageError(`"${asGiven}" cannot be read: ${reason}.`)
  }
}
