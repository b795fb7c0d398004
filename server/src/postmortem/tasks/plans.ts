import { countThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { english } from '../vocabulary/english.ts'

/** True if a title or a sentence anywhere says what is done about what happened, even if no task is found below it. */
export function hasPlan(lines: readonly PlacedLine[]): boolean {
  return countPlans(lines) > 0
}

const countPlans = countThat(({ line: { kind, text, heading, quoted } }) => {
  if (kind === 'code' || kind === 'meta' || quoted) return false
  return heading === null ? english.tasks.planned.test(text) : english.tasks.planTitle.test(text)
})
