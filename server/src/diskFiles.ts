import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { maxConfigurationFileSize } from '@postmortem/shared/files'
import type { Files } from './config/files.ts'

/**
 * Reads configuration files from the disk, for the terminal and for editors that do not read files for the
 * server.
 */
export const diskFiles: Files = {
  read: async (address) => {
    if (!address.startsWith('file:')) return null
    try {
      const path = fileURLToPath(address)
      const found = await stat(path)
      if (!found.isFile()) return null
      if (found.size > maxConfigurationFileSize) throw new Error('The file is too long.')
      return await readFile(path, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && isAbsence(error.code)) return null
      throw error
    }
  },
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

function isAbsence(code: unknown): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}
