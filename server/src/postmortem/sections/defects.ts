import { countThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { english } from '../vocabulary/english.ts'

/** True if a heading is the title of what was wrong, such as "Bug 2: a lock that is never released". */
export function namesDefect(lines: readonly PlacedLine[]): boolean {
  return countDefects(lines) > 0
}

const countDefects = countThat(({ line: { text, heading } }) => heading !== null && english.defect.test(text))
