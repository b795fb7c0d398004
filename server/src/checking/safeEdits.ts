import type { Edit } from '../postmortem/lines/passage.ts'
import type { Finding } from './rule.ts'

/**
 * The edits that may be made together without asking: one safe fix for each finding that has any. A fix whose
 * edits touch those of an earlier one is left for the next time.
 */
export function collectSafeEdits(findings: readonly Finding[]): readonly Edit[] {
  const edits: Edit[] = []
  for (const { fixes } of findings) {
    const fix = fixes.find((each) => each.safe === true)
    if (fix !== undefined && !fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) {
      edits.push(...fix.edits)
    }
  }
  return edits.sort((a, b) => a.start - b.start)
}

function touch(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end
}
