import type { Edit } from '../postmortem/lines/passage.ts'
import type { Finding } from './rule.ts'

export interface SafeEdits {
  readonly edits: readonly Edit[]
  /** The number of findings that they put right. */
  readonly fixed: number
}

/**
 * The edits that may be made together without asking: one safe fix for each finding that has any. A fix whose
 * edits touch those of an earlier one is left for the next time.
 */
export function collectSafeEdits(findings: readonly Finding[]): SafeEdits {
  const edits: Edit[] = []
  let fixed = 0
  for (const { fixes } of findings) {
    const fix = fixes.find((each) => each.safe === true)
    if (fix !== undefined && !fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) {
      edits.push(...fix.edits)
      fixed += 1
    }
  }
  return { edits: edits.sort((a, b) => a.start - b.start), fixed }
}

function touch(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end
}
