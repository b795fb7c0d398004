import { joinPrivateKeys } from './privateKeys.ts'
import { findSecrets } from './secrets.ts'

/** Readable in a command, in an address and in prose, and never itself taken for a secret. */
export const secretMask = '[REDACTED]'

export function maskSecrets(text: string): string {
  return joinPrivateKeys(findSecrets(text)).reduceRight(
    (masked, { start, end }) => masked.slice(0, start) + secretMask + masked.slice(end),
    text,
  )
}
