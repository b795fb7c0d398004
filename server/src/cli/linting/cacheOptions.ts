import { resolve } from 'node:path'
import type { Values } from '../options.ts'
import type { Terminal } from '../terminal.ts'

export const cacheOptions = {
  cache: { help: 'remembers what was found, so that the next run checks only what has changed' },
  'cache-location': { value: 'FOLDER', help: 'remembers it in this folder, instead of one of your own' },
} as const

/** Null if nothing is to be remembered. */
export function chooseCacheFolder(
  { cache, 'cache-location': location }: Values<typeof cacheOptions>,
  { folder, cacheFolder }: Pick<Terminal, 'folder' | 'cacheFolder'>,
): string | null {
  if (location !== undefined) return resolve(folder, location)
  return cache === true ? cacheFolder : null
}
