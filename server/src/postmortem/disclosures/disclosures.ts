import { isWithin, type Range } from '../lines/passage.ts'
import { type Detail, findConfidential } from './confidential.ts'
import { findSecrets, type Secret } from './secrets.ts'

/** Something that not every reader should see. The text of a secret is never copied out of the document. */
export type Disclosure = Secret | Detail

/**
 * Searches the whole source of a block: code, comments and addresses as well as prose. No match spans a line
 * ending, so the result does not depend on where a block ends.
 */
export function findDisclosures(source: string): readonly Disclosure[] {
  const secrets = findSecrets(source)
  const details = findConfidential(source).filter((detail) => !overlapsAny(detail, secrets))
  return [...secrets, ...details].sort((a, b) => a.start - b.start)
}

function overlapsAny(range: Range, ranges: readonly Range[]): boolean {
  return ranges.length > 0 && (isWithin(range.start, ranges) || isWithin(range.end - 1, ranges))
}
