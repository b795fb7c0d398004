import type { PlacedLine } from '../blocks/placedLine.ts'
import { normalizeTitle } from '../blocks/titles.ts'
import { perLine } from '../lines/perLine.ts'
import { english } from '../vocabulary/english.ts'
import type { LineRegion } from './region.ts'
import type { FoundSection } from './structure.ts'

/** Whether the document is a postmortem at all, and what decided it. */
export interface Recognition {
  readonly postmortem: boolean
  readonly reason: 'sections' | 'title' | 'too-few-sections' | 'no-incident' | 'assignment' | 'configured'
}

/** So much is said by the titles of two sections that only postmortems have. */
const plainlyEnough = 4
const enough = 3

/** A document with less text is one that is being begun. */
const fewWords = 60

/**
 * Decides by content whether the document is a postmortem. A title that says so needs something below it that
 * bears it out, because guides and collections say so as well.
 */
export function recognize(
  sections: readonly FoundSection[],
  titles: readonly string[],
  region: LineRegion,
  lines: readonly PlacedLine[],
): Recognition {
  if (region.isAssignment) return { postmortem: false, reason: 'assignment' }
  const weight = weigh(sections)
  const several = new Set(sections.flatMap((section) => section.ids)).size >= 2
  const inside = lines.slice(region.start, region.end)
  const tells = inside.some(({ line }) => isOfIncident(line))
  if (several && (weight >= plainlyEnough || (weight >= enough && tells))) {
    return { postmortem: true, reason: 'sections' }
  }
  const isNamed = titles.some(
    (title) => english.postmortem.test(title) && !english.aboutPostmortems.test(title),
  )
  if (isNamed && (several || weight >= 1 || isBegun(inside) || (tells && hasClock(inside)))) {
    return { postmortem: true, reason: 'title' }
  }
  return { postmortem: false, reason: several ? 'no-incident' : 'too-few-sections' }
}

const isOfIncident = perLine((line) => english.incident.test(line.text))

/** The same title twice says nothing more. */
function weigh(sections: readonly FoundSection[]): number {
  const titles = new Set(
    sections
      .filter(({ mark }) => mark.suggestion === null || mark.form !== 'label')
      .map(({ mark }) => normalizeTitle(mark.suggestion ?? mark.text)),
  )
  let weight = 0
  for (const title of titles) weight += english.telling.find(([pattern]) => pattern.test(title))?.[1] ?? 0
  return weight
}

function isBegun(lines: readonly PlacedLine[]): boolean {
  let words = 0
  for (const { line } of lines) words += line.words
  return words < fewWords
}

function hasClock(lines: readonly PlacedLine[]): boolean {
  return lines.some(({ times }) => times.some((time) => time.clock !== null))
}
