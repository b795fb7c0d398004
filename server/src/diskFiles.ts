import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { maxConfigurationFileSize } from '@postmortem/shared/files'
import type { Files } from './config/files.ts'
import { pathInside } from './pathInside.ts'

/**
 * Reads configuration files from the disk, for the terminal and for editors that do not read files for the
 * server.
 */
export const diskFiles: Files = {
  read: async (address) => {
    if (!address.startsWith('file:')) return null
    try {
      const path = fileURLToPath(address)
      const found = await stat(path).catch(ignoreDenial)
      if (found === null) return null
      if (!found.isFile()) throw new Error('It is not a file.')
      if (found.size > maxConfigurationFileSize) throw new Error('It is too long.')
      const root = (await repositoryAround(dirname(path))) ?? dirname(path)
      if (pathInside(await realpath(root), await realpath(path)) === null)
        throw new Error('It leads elsewhere.')
      return await readFile(path, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && isAbsence(error.code)) return null
      throw error
    }
  },
  boundary: async (address) => {
    if (!address.startsWith('file:')) return null
    const folder = dirname(fileURLToPath(address))
    return pathToFileURL((await repositoryAround(folder)) ?? folder).href
  },
}

/** The root of the checkout that a folder is in. */
async function repositoryAround(folder: string): Promise<string | null> {
  if (await isThere(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? null : repositoryAround(parent)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Tells whether there is a file or folder at an address. */
export async function hasFileOnDisk(address: string): Promise<boolean> {
  if (!address.startsWith('file:')) throw new Error('The file is not on this disk.')
  try {
    await stat(fileURLToPath(address))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && isAbsence(error.code)) return false
    throw error
  }
}

/** In a folder that may not be entered nobody can tell what there is; most likely it is none of ours. */
function ignoreDenial(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
    return null
  throw error
}

function isAbsence(code: unknown): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}
