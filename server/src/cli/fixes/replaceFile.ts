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
import { pathInside } from '../../pathInside.ts'
import { describeTrouble } from '../trouble.ts'

/**
 * Replaces a file unless it has changed since it was read; returns the reason if it was not replaced. The new file is
 * complete before it takes the name of the old one. All of this is synchronous, so no signal handler can interrupt it.
 */
export function replaceFile(path: string, original: Uint8Array, text: string, folder: string): string | null {
  try {
    const file = realpathSync(path)
    const home = pathInside(folder, path) === null ? dirname(path) : folder
    if (pathInside(realpathSync(home), file) === null) return 'a link leads out of its folder'
    accessSync(file, constants.W_OK)
    const content = hasByteOrderMark(original) ? byteOrderMark + text : text
    const { nlink } = statSync(file)
    if (nlink > 1) return overwrite(file, original, content)
    const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
    try {
      writeLike(file, temporary, content)
      const refusal = refuseChanged(file, original, content)
      if (refusal === null) renameSync(temporary, file)
      return refusal
    } finally {
      rmSync(temporary, { force: true })
    }
  } catch (error) {
    return describeTrouble(error)
  }
}

/** A file with several names keeps them all only if it is written where it is. */
function overwrite(file: string, original: Uint8Array, content: string): string | null {
  const refusal = refuseChanged(file, original, content)
  if (refusal === null) writeFileSync(file, content, { flag: 'r+', flush: true })
  return refusal
}

/** It is no change in the meantime if somebody else has made the same one. */
function refuseChanged(file: string, original: Uint8Array, content: string): string | null {
  const present = readFileSync(file)
  return present.equals(original) || present.equals(Buffer.from(content))
    ? null
    : 'it has changed in the meantime'
}

/** Decoding drops it, so it has to be put back. */
export const byteOrderMark = '\ufeff'

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** Creates a file with the owner and the mode of the model. */
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
