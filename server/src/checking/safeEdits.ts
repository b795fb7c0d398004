import { countWhile } from '../lists/countWhile.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Finding } from './rule.ts'

export interface SafeEdits {
  readonly edits: readonly Edit[]
  /** The findings that they put right. */
  readonly fixed: readonly Finding[]
}

/**
 * The edits that may be made together without asking: one safe fix for each finding that has any. A fix whose
 * edits touch those of an earlier one is left for the next time.
 */
export function collectSafeEdits(findings: readonly Finding[]): SafeEdits {
  /** In the order of the text, and none overlaps another. */
  const edits: Edit[] = []
  const fixed: Finding[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find((each) => each.safe === true)
    if (fix === undefined || fix.edits.some((edit) => touchesAny(edit, edits))) continue
    for (const edit of fix.edits)
      edits.splice(
        countWhile(edits, ({ start }) => start <= edit.start),
        0,
        edit,
      )
    fixed.push(finding)
  }
  return { edits, fixed }
}

function touchesAny(edit: Edit, edits: readonly Edit[]): boolean {
  const next = edits[countWhile(edits, ({ end }) => end < edit.start)]
  return next !== undefined && next.start <= edit.end
}
