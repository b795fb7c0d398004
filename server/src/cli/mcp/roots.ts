import { realpath, stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from '../../config/files.ts'
import { pathInside } from '../../pathInside.ts'
import { UsageError } from '../../usageError.ts'
import { describeTrouble } from '../trouble.ts'

/** The folders that may be read, and nothing outside of them. */
export class Roots {
  readonly folders: readonly string[]

  constructor(folders: readonly string[]) {
    this.folders = folders
  }

  /** The path of a file or folder, which need not exist. Links count for where they lead. */
  async locate(name: string): Promise<string> {
    const candidates = this.folders.map((folder) => resolve(folder, name))
    const allowed = candidates.filter(
      (path, index) => pathInside(this.folders[index] as string, path) !== null,
    )
    if (this.folders.length === 0) throw new UsageError('This server may read no folder.')
    const [first] = allowed
    const path = (await findExisting(allowed)) ?? first
    if (path === undefined || !(await this.holds(path)))
      throw new UsageError(
        `"${name}" is outside of the folders that this server may read: ${this.folders.join(', ')}.`,
      )
    return path
  }

  /** True if nothing at the path leads out of the folders. A path that does not exist is judged by its name. */
  async holds(path: string): Promise<boolean> {
    if (path.includes('\0')) return false
    const real = await realpath(path).catch(() => null)
    for (const folder of this.folders) {
      if (pathInside(folder, path) === null) continue
      if (real === null || pathInside(await realpath(folder).catch(() => folder), real) !== null) return true
    }
    return false
  }

  /** A file that exists and is a file: reading a pipe would wait for ever. */
  async locateFile(name: string): Promise<string> {
    const path = await this.locate(name)
    const found = await stat(path).catch((error: unknown) => {
      throw new UsageError(`"${name}" cannot be read: ${describeTrouble(error)}.`)
    })
    if (!found.isFile()) throw new UsageError(`"${name}" is not a file. Name a Markdown file.`)
    return path
  }

  /** A name that `locate` finds again: relative if there is only one folder. */
  nameOf(path: string): string {
    const [only, ...others] = this.folders
    return only === undefined || others.length > 0 ? path : relative(only, path) || '.'
  }

  /** The configuration files outside of the folders count as absent. */
  restrict({ read, ...others }: Files): Files {
    return {
      ...others,
      read: async (address) => ((await this.#holdsAddress(address)) ? read(address) : null),
    }
  }

  async #holdsAddress(address: string): Promise<boolean> {
    return address.startsWith('file:') && this.holds(fileURLToPath(address))
  }
}

async function findExisting(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await stat(path).then(
      () => true,
      () => false,
    )
    if (exists) return path
  }
  return undefined
}
