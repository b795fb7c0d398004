import { joinPrivateKeys } from './privateKeys.ts'
import { findSecrets } from './secrets.ts'

/** Reads as what it is in a command, in an address and in prose, and is not taken for a secret again. */
export const secretMask = '[REDACTED]'

/** The text with every secret in it masked. */
export function maskSecrets(text: string): string {
  return joinPrivateKeys(findSecrets(text)).reduceRight(
    (masked, { start, end }) => masked.slice(0, start) + secretMask + masked.slice(end),
    text,
  )
}
