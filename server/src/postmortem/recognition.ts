import type { PlacedLine } from './placedLine.ts'
import type { LineRegion } from './region.ts'
import type { Passage, Recognition } from './report.ts'
import type { FoundSection } from './structure.ts'
import { normalizeTitle } from './titles.ts'
import { english } from './vocabulary/english.ts'
import type { SectionId } from './vocabulary/vocabulary.ts'

/** How much a section of that name says that the document is a postmortem. Unnamed ones say nothing. */
const weights: Readonly<Partial<Record<SectionId, number>>> = {
  'root-cause-and-resolution': 3,
  timeline: 2,
  'root-cause': 2,
  contributing: 2,
  'lessons.lucky': 2,
  'lessons.well': 1,
  'lessons.wrong': 1,
  corrective: 1,
  actions: 1,
  summary: 1,
  'what-happened': 1,
  impact: 1,
  resolution: 1,
  detection: 1,
  lessons: 1,
  trigger: 1,
  duration: 1,
}

const enough = 3
const plainlyEnough = 5

/**
 * Decides by content whether the document is a postmortem. Sections that every readme has ("Overview",
 * "Next steps") count little, and not at all in a document that tells of no incident.
 */
export function recognize(
  sections: readonly FoundSection[],
  title: Passage | null,
  region: LineRegion,
  lines: readonly PlacedLine[],
): Recognition {
  if (region.isAssignment) return { postmortem: false, reason: 'assignment' }
  const ids = new Set(sections.flatMap((section) => section.ids))
  let weight = 0
  for (const id of ids) weight += weights[id] ?? 0
  weight += sections.filter((section) => english.specific.test(normalizeTitle(section.mark.text))).length
  const isPlain = weight >= plainlyEnough || (weight >= enough && tellsOfIncident(lines, region))
  if (ids.size >= 2 && isPlain) return { postmortem: true, reason: 'sections' }
  if (title !== null && english.postmortem.test(title.text) && !english.aboutPostmortems.test(title.text)) {
    return { postmortem: true, reason: 'title' }
  }
  return { postmortem: false, reason: ids.size >= 2 ? 'no-incident' : 'too-few-sections' }
}

/** Empty sections may be a report that is being begun. */
function tellsOfIncident(lines: readonly PlacedLine[], region: LineRegion): boolean {
  let words = 0
  for (const { line } of lines.slice(region.start, region.end)) {
    if (english.incident.test(line.text)) return true
    words += line.words
  }
  return words < 40
}
