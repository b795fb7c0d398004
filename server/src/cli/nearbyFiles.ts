import { existsSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import type { FileLookup } from '../checking/rule.ts'

/** Looks for files relative to the folder of a report; a report from standard input has no folder. */
export function lookUpFrom(folder: string | null): FileLookup {
  return (path) => (folder === null || isAbsolute(path) ? 'unknown' : existsSync(resolve(folder, path)))
}
