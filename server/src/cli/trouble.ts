import { toVisible } from './reporters/visible.ts'
import { status, type Terminal } from './terminal.ts'

/** Reports a problem with one input; the command goes on with the others. */
export type Complain = (sentence: string) => void

export interface Troubles {
  readonly complain: Complain
  /** Says what does not keep the command from doing all that it was asked for. */
  readonly warn: (sentence: string) => void
  /** The exit status of the command: that of trouble if there was any, else `otherwise`. */
  readonly statusOr: (otherwise: number) => number
}

/** Writes each complaint at once, and remembers for the exit status that there was one. */
export function noteTroubles({ writeError }: Terminal, beforeWriting: () => void = () => {}): Troubles {
  let hasTrouble = false
  const warn = (sentence: string) => {
    beforeWriting()
    // A file's name may hold anything, even what a workflow takes for a command.
    writeError(`postmortem: ${toVisible(sentence)}\n`)
  }
  return {
    complain: (sentence) => {
      hasTrouble = true
      warn(sentence)
    },
    warn,
    statusOr: (otherwise) => (hasTrouble ? status.usage : otherwise),
  }
}

/** The reason why something could not be read or written, worded to follow a colon. */
export function describeTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'it does not exist',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a loop',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
}
