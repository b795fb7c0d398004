import { toLintedFile } from '../../checking/lintedFile.ts'
import type { Finding } from '../../checking/rule.ts'
import { type CheckedDocument, narrow } from '../documents.ts'
import type { FindFormerly } from '../linting/compareFiles.ts'
import { type Fingerprint, fingerprintsOf } from './fingerprints.ts'
import { matchKnown } from './matchKnown.ts'

/** The findings that a document had before. */
export type FindKnown = (checked: CheckedDocument) => Promise<readonly Fingerprint[]>

/** What is known from before. */
export interface Known {
  readonly findKnown: FindKnown
  readonly findFormerly: FindFormerly
}

/** Leaves out the findings that a document had before, and counts them. */
export async function* holdBack(
  documents: AsyncIterable<CheckedDocument>,
  findKnown: FindKnown,
): AsyncGenerator<CheckedDocument> {
  for await (const checked of documents) {
    // There is nothing to look up for most documents.
    const known = checked.findings.length === 0 ? [] : await findKnown(checked)
    const fresh = narrow(checked, (findings, text) => {
      const isKnown = matchKnown(fingerprint(findings, text), known)
      return findings.filter((_, index) => !isKnown[index])
    })
    const heldBack = (checked.heldBack ?? 0) + checked.findings.length - fresh.findings.length
    yield { ...fresh, heldBack }
  }
}

export function fingerprint(findings: readonly Finding[], text: string): readonly Fingerprint[] {
  return fingerprintsOf(toLintedFile({ name: '', path: null, text, report: null, findings, fixed: 0 }))
}
