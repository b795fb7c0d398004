import type { PlacedLine } from '../blocks/placedLine.ts'
import { english } from '../vocabulary/english.ts'

const { recommendations, toReaders, useOfVersion } = english.tasks

/**
 * True for recommendations that tell the users of a product which version to use, as in an article about a faulty
 * release. A team that recommends to itself to update something speaks of no users there.
 */
export function advisesReaders(title: PlacedLine, body: readonly PlacedLine[]): boolean {
  const says = (pattern: RegExp) => body.some(({ line }) => pattern.test(line.text))
  return (
    recommendations.test(title.line.text) &&
    says(toReaders) &&
    says(useOfVersion) &&
    !body.some(({ marks }) => marks[0]?.ids.includes('actions'))
  )
}
