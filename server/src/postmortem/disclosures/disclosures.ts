import { isWithin, type Range } from '../lines/passage.ts'
import { type Detail, findConfidential } from './confidential.ts'
import { findSecrets, type Secret } from './secrets.ts'

/** Something that not every reader should see. A secret's own text is nowhere but in the document. */
export type Disclosure = Secret | Detail

/**
 * What a block discloses, in its source as it is: in code, comments and addresses as well as in prose. Nothing
 * is found that goes over the end of a line, so that it makes no difference where a block ends.
 */
export function findDisclosures(source: string): readonly Disclosure[] {
  const secrets = findSecrets(source)
  const details = findConfidential(source).filter((detail) => !overlapsAny(detail, secrets))
  return [...secrets, ...details].sort((a, b) => a.start - b.start)
}

function overlapsAny(range: Range, ranges: readonly Range[]): boolean {
  return ranges.length > 0 && (isWithin(range.start, ranges) || isWithin(range.end - 1, ranges))
}
