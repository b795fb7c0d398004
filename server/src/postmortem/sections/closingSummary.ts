import type { SectionId } from '../vocabulary/vocabulary.ts'
import type { FoundSection } from './foundSection.ts'

/** What may follow the last words of a report. */
const afterTheEnd: ReadonlySet<SectionId> = new Set([
  'conclusion',
  'supporting',
  'people',
  'questions',
  'communication',
])

/** What a report tells before it can be summed up. */
const told: ReadonlySet<SectionId> = new Set([
  'timeline',
  'root-cause-and-resolution',
  'root-cause',
  'resolution',
  'corrective',
  'actions',
  'lessons',
])

/** A second summary at the end of a report is its conclusion. */
export function closeWithConclusion(sections: readonly FoundSection[]): void {
  const main = sections.filter((section) => section.parent === null)
  const last = main.findLastIndex(({ ids }) => !ids.every((id) => afterTheEnd.has(id)))
  const closing = main[last]
  if (closing === undefined || !isSummary(closing)) return
  const first = main.findIndex(isSummary)
  const between = main.slice(first + 1, last)
  if (between.some(({ ids }) => ids.some((id) => told.has(id)))) closing.ids = ['conclusion']
}

function isSummary({ ids }: FoundSection): boolean {
  return ids.every((id) => id === 'summary')
}
