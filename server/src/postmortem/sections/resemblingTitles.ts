import { indexesThat } from '../blocks/lineGroups.ts'
import { findResembling } from '../blocks/misspeltTitles.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { type Candidate, embeddedRank } from './ranks.ts'

/**
 * Headings that several slips keep from being known by their letters alone. Such a heading is the title of the
 * section that it resembles if the text below it is what that section holds, and nothing else in the report has
 * that title.
 */
export function findResemblingTitles(
  lines: readonly PlacedLine[],
  start: number,
  end: number,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const named = new Set(candidates.filter(({ rank }) => rank < embeddedRank).flatMap(({ mark }) => mark.ids))
  const found = new Map<ConceptId, Candidate | null>()
  for (const index of otherHeadings(lines, start, end)) {
    const { line } = lines[index] as PlacedLine
    if (line.heading === null) continue
    const match = readResembling(line)
    const id = match?.ids[0]
    if (match === null || id === undefined || named.has(id)) continue
    if (!holds[id]?.(partBelow(lines, index, end))) continue
    const { text } = line
    const mark = {
      ...match,
      form: 'heading',
      text: text.trim(),
      start: text.length - text.trimStart().length,
      end: text.trimEnd().length,
      value: text.length,
      demanded: false,
    } as const
    // Two that resemble one title are two sections, of which neither is certain.
    found.set(id, found.has(id) ? null : { mark, lineIndex: index, rank: line.heading.level })
  }
  return [...found.values()].filter((each) => each !== null)
}

const otherHeadings = indexesThat(({ line, marks }) => line.heading !== null && marks.length === 0)

const readResembling = perObject(({ text }: Line) => findResembling(text))

/** The lines up to the next heading that is not below this one. */
function partBelow(lines: readonly PlacedLine[], index: number, end: number): readonly PlacedLine[] {
  const level = lines[index]?.line.heading?.level ?? 0
  let next = index + 1
  while (next < end && (lines[next]?.line.heading?.level ?? level + 1) > level) next += 1
  return lines.slice(index + 1, next)
}

const minSigns = 2

/** Tells whether the lines below a title are what a section holds. Any other section has no signs of its own. */
const holds: Readonly<Partial<Record<ConceptId, (part: readonly PlacedLine[]) => boolean>>> = {
  summary: (part) =>
    countLabels(part, ['duration', 'start', 'end', 'impact', 'affected', 'root-cause']) >= minSigns,
  timeline: (part) => part.filter(({ segments }) => segments[0]?.time != null).length >= minSigns,
  'root-cause-and-resolution': (part) => countLabels(part, ['root-cause', 'resolution']) >= minSigns,
  corrective: areTasks,
  actions: areTasks,
}

function areTasks(part: readonly PlacedLine[]): boolean {
  const checkboxes = part.filter(({ line }) => line.item !== null && line.item.done !== null)
  return checkboxes.length >= minSigns || countLabels(part, ['improvements', 'actions']) >= minSigns
}

function countLabels(part: readonly PlacedLine[], ids: readonly ConceptId[]): number {
  const labels = new Set(part.flatMap(({ marks }) => marks.flatMap((mark) => mark.ids)))
  return ids.filter((id) => labels.has(id)).length
}
