import { status, type Terminal } from './terminal.ts'

/** Hears of what is wrong with one input, while the others go on. */
export type Complain = (sentence: string) => void

export interface Troubles {
  readonly complain: Complain
  /** What a command ends with when it would have ended with `otherwise`. */
  readonly statusOr: (otherwise: number) => number
}

/** Tells of troubles as they come; the exit status remembers that there were any. */
export function noteTroubles({ writeError }: Terminal, beforehand: () => void = () => {}): Troubles {
  let hasTrouble = false
  return {
    complain: (sentence) => {
      hasTrouble = true
      beforehand()
      writeError(`postmortem: ${sentence}\n`)
    },
    statusOr: (otherwise) => (hasTrouble ? status.usage : otherwise),
  }
}

/** Why something could not be read or written, to stand behind a colon. */
export function describeTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
}
