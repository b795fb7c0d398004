import type { BigIntStats } from 'node:fs'

/** Tells whether a file has been written since, without opening it. */
export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ')
}

/**
 * False if a file was written so shortly before the instant, in milliseconds since 1970, that it may be written again
 * without another stamp: file systems count time in steps, and the clock of a file server may be late.
 */
export function isSettled({ mtimeMs, ctimeMs }: BigIntStats, now: number): boolean {
  return Math.max(Number(mtimeMs), Number(ctimeMs)) < now - settlingTime
}

/** In milliseconds. The coarsest file system counts in steps of two seconds. */
const settlingTime = 5_000
