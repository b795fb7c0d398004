import type { BigIntStats } from 'node:fs'

/** Tells whether a file has been written since, without opening it. */
export interface Stamp {
  readonly text: string
  /** False if the file may be written again and keep this stamp. */
  readonly isSettled: boolean
}

/**
 * The stamp of a file that is read after this instant, in milliseconds since 1970. File systems count time in steps, and
 * the clock of a file server may be late, so the stamp of a file that was written shortly before does not tell.
 */
export function takeStamp(
  { size, mtimeNs, ctimeNs, mtimeMs, ctimeMs, ino }: BigIntStats,
  now: number,
): Stamp {
  return {
    text: [size, mtimeNs, ctimeNs, ino].join(' '),
    isSettled: Math.max(Number(mtimeMs), Number(ctimeMs)) < now - settlingTime,
  }
}

/** In milliseconds. The coarsest file system counts in steps of two seconds. */
const settlingTime = 5_000
