import { existsSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import type { FileLookup } from '../checking/rule.ts'

/** Looks for the files that a report speaks of, from the folder that it is in; what came by pipe has none. */
export function lookUpFrom(folder: string | null): FileLookup {
  return (path) => (folder === null || isAbsolute(path) ? 'unknown' : existsSync(resolve(folder, path)))
}
