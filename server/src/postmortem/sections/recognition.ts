import type { PlacedLine } from '../blocks/placedLine.ts'
import { normalizeTitle } from '../blocks/titles.ts'
import { perLine } from '../lines/perLine.ts'
import { english } from '../vocabulary/english.ts'
import type { LineRegion } from './region.ts'
import type { FoundSection } from './structure.ts'

export interface Recognition {
  readonly postmortem: boolean
  readonly reason: 'sections' | 'title' | 'too-few-sections' | 'no-incident' | 'assignment' | 'configured'
}

/** The weight of two sections that only postmortems have. */
const sufficientWeight = 4
/** A lower weight is enough if the text mentions an incident. */
const sufficientWeightWithIncident = 3

/** A document with fewer words has only just been started. */
const maxDraftWords = 60

/**
 * Decides by content whether the document is a postmortem. The title alone is not enough, because guides to
 * postmortems and collections of them have such titles as well.
 */
export function recognize(
  sections: readonly FoundSection[],
  titles: readonly string[],
  region: LineRegion,
  lines: readonly PlacedLine[],
): Recognition {
  if (region.isAssignment) return { postmortem: false, reason: 'assignment' }
  const weight = weigh(sections)
  const hasSeveralSections = new Set(sections.flatMap((section) => section.ids)).size >= 2
  const inside = lines.slice(region.start, region.end)
  const hasIncident = inside.some(({ line }) => mentionsIncident(line))
  if (
    hasSeveralSections &&
    (weight >= sufficientWeight || (weight >= sufficientWeightWithIncident && hasIncident))
  ) {
    return { postmortem: true, reason: 'sections' }
  }
  const isNamed = titles.some(
    (title) => english.postmortem.test(title) && !english.aboutPostmortems.test(title),
  )
  if (
    isNamed &&
    (hasSeveralSections || weight >= 1 || isDraft(inside) || (hasIncident && hasClock(inside)))
  ) {
    return { postmortem: true, reason: 'title' }
  }
  return { postmortem: false, reason: hasSeveralSections ? 'no-incident' : 'too-few-sections' }
}

const mentionsIncident = perLine((line) => english.incident.test(line.text))

/** Each distinct title counts once. */
function weigh(sections: readonly FoundSection[]): number {
  const titles = new Set(
    sections
      .filter(({ mark }) => mark.suggestion === null || mark.form !== 'label')
      .map(({ mark }) => normalizeTitle(mark.suggestion ?? mark.text)),
  )
  let weight = 0
  for (const title of titles)
    weight += english.titleWeights.find(([pattern]) => pattern.test(title))?.[1] ?? 0
  return weight
}

function isDraft(lines: readonly PlacedLine[]): boolean {
  let words = 0
  for (const { line } of lines) words += line.words
  return words < maxDraftWords
}

function hasClock(lines: readonly PlacedLine[]): boolean {
  return lines.some(({ times }) => times.some((time) => time.clock !== null))
}
