import { createHash } from 'node:crypto'

/** Two lists of parts have the same digest only if they are equal. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  // The length keeps parts apart.
  for (const part of parts) hash.update(`${part.length} `).update(part)
  return hash.digest('hex')
}
