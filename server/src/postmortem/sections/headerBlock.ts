import { groupBy } from '../../lists/groupBy.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'
import { isSectionId } from './containment.ts'
import type { FoundSection, Structure } from './foundSection.ts'

/**
 * A summary that contains a label "Summary", or a trigger, is the list of sections at the head of a report
 * in the form of the SRE book. Its labels become sections inside it.
 */
export function promoteHeaderBlock({ sections: found, labels }: Structure): readonly FoundSection[] {
  const labelsOf = groupBy(
    labels.filter(({ isTitle }) => !isTitle),
    (label) => label.section,
  )
  const sections: FoundSection[] = []
  for (const section of found) {
    sections.push(section)
    if (!section.ids.includes('summary')) continue
    const inside = labelsOf.get(section) ?? []
    const ids = new Set(inside.flatMap((label) => label.mark.ids))
    if (!ids.has('trigger') && !(ids.has('summary') && ids.size > 3)) continue
    const promoted = inside.filter(
      (label) => label.mark.ids.every(isSectionId) && !label.mark.ids.includes('summary'),
    )
    promoted.forEach((label, index) => {
      sections.push({
        ids: label.mark.ids as readonly SectionId[],
        mark: label.mark,
        rank: section.rank + 1,
        firstLine: label.lineIndex,
        endLine: promoted[index + 1]?.lineIndex ?? section.endLine,
        parent: section,
      })
    })
  }
  return sections
}
