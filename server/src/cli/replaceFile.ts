import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathInside } from './pathInside.ts'
import { describeTrouble } from './trouble.ts'

/**
 * Writes a text in place of the bytes that it was made from, or answers why not. The new file is complete before it
 * takes the name of the old one. Nothing here waits, so a signal comes before all of it or behind.
 */
export function replaceFile(path: string, read: Uint8Array, text: string, folder: string): string | null {
  try {
    const file = realpathSync(path)
    const home = pathInside(folder, path) === null ? dirname(path) : folder
    if (pathInside(realpathSync(home), file) === null) return 'it is reached by a link out of its folder'
    accessSync(file, constants.W_OK)
    const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
    try {
      writeLike(file, temporary, hasByteOrderMark(read) ? byteOrderMark + text : text)
      if (!readFileSync(file).equals(read)) return 'it was changed meanwhile'
      renameSync(temporary, file)
      return null
    } finally {
      rmSync(temporary, { force: true })
    }
  } catch (error) {
    return describeTrouble(error)
  }
}

/** Decoding takes it away; it stays in the file. */
export const byteOrderMark = '\ufeff'

export function hasByteOrderMark(read: Uint8Array): boolean {
  return read[0] === 0xef && read[1] === 0xbb && read[2] === 0xbf
}

/** Makes a new file that belongs to those whom the other one belongs to, and that they may use in the same way. */
function writeLike(model: string, path: string, content: string): void {
  const { mode, uid, gid } = statSync(model)
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    const own = statSync(path)
    if (own.uid !== uid || own.gid !== gid) fchownSync(file, uid, gid)
    fchmodSync(file, mode)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
