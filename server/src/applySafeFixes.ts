import type { Finding } from './checking/rule.ts'
import { collectSafeEdits } from './checking/safeEdits.ts'
import type { OpenDocument } from './openDocument.ts'

/** A document with its findings. */
export interface Checked {
  readonly document: OpenDocument
  readonly findings: readonly Finding[]
  /** Checks the document again after it has been edited. */
  readonly check: () => readonly Finding[]
}

/** Applies safe fixes until there are none, since a fix can lead to another finding. Returns what is left to find. */
export function applySafeFixes({ document, findings, check }: Checked): {
  readonly findings: readonly Finding[]
  /** The number of findings that were fixed. */
  readonly fixed: number
} {
  let left = findings
  let fixed = 0
  for (let round = 0; round < maxRounds; round += 1) {
    const safe = collectSafeEdits(left)
    if (safe.edits.length === 0) break
    fixed += safe.fixed.length
    // From the end, so that the offsets of the edits still to come stay valid.
    document.edit([...safe.edits].reverse())
    left = check()
  }
  return { findings: left, fixed }
}

/** Each fix removes its finding; this only stops one that does not. */
const maxRounds = 10
