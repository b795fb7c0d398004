import { indexesThat } from '../blocks/lineGroups.ts'
import type { Mark } from '../blocks/marks.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Line } from '../lines/line.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { isSectionId, mainIds } from './containment.ts'
import { isDocumentTitle } from './documentTitle.ts'
import { headingsOf } from './headings.ts'

/** A mark that may be the title of a section, with its prominence. */
export interface Candidate {
  readonly mark: Mark
  readonly lineIndex: number
  readonly rank: number
}

export function findCandidates(
  lines: readonly PlacedLine[],
  start: number,
  end: number,
): readonly Candidate[] {
  const candidates: Candidate[] = []
  const listed = findListedNames(lines, start, end)
  const [firstHeading] = headingsOf(lines, start, end)
  for (const index of markedLines(lines, start, end)) {
    const placed = lines[index] as PlacedLine
    if (listed.has(index) || (index === firstHeading && isDocumentTitle(placed))) continue
    placed.marks.forEach((mark, position) => {
      candidates.push({ mark, lineIndex: index, rank: rankOf(placed, mark, position) })
    })
  }
  return candidates
}

const markedLines = indexesThat(({ marks }) => marks.length > 0)

const minListedNames = 3

/**
 * The lines of lists of bare names without anything below them. They name what a report has, or what is to be done,
 * but are the titles of nothing.
 */
function findListedNames(lines: readonly PlacedLine[], start: number, end: number): ReadonlySet<number> {
  const listed = new Set<number>()
  let run: number[] = []
  for (const index of bareNames(lines, start, end)) {
    run.push(index)
    const { depth } = (lines[index] as PlacedLine).line
    const next = lineAfter(index, lines, end)
    const isBeside = next !== null && isItem(next) && next.depth === depth
    if (isBeside && isBareName(next)) continue
    const isLastEmpty = next === null || isBeside || next.depth < depth
    const names = isLastEmpty ? run : run.slice(0, -1)
    if (names.length >= minListedNames) for (const name of names) listed.add(name)
    run = []
  }
  return listed
}

/** The next line that is not blank. */
function lineAfter(index: number, lines: readonly PlacedLine[], end: number): Line | null {
  for (let next = index + 1; next < end; next += 1) {
    const { line } = lines[next] as PlacedLine
    if (line.kind !== 'text' || line.text.trim() !== '') return line
  }
  return null
}

function isItem(line: Line): boolean {
  return line.kind === 'text' && line.item !== null
}

const maxNameWords = 8

/** Neither a label with a value, nor a sentence. */
export function isBareName({ text, words, item, bold }: Line): boolean {
  return item?.done == null && bold === 0 && words <= maxNameWords && !/[:：]|[.!?]\s*$|\d/.test(text)
}

const bareNames = indexesThat(({ line }) => isItem(line) && line.text.trim() !== '' && isBareName(line))

export const boldRank = 7
const plainRank = 8
export const valueRank = 9
const itemRank = 10
export const embeddedRank = 30

/**
 * The prominence of a mark; 1 is the highest. Headings by level, then bold lines, bare lines, labels, items.
 */
function rankOf({ line }: PlacedLine, mark: Mark, position: number): number {
  if (position > 0) return embeddedRank
  if (line.heading !== null) return line.heading.level
  if (line.kind === 'row') return embeddedRank
  const isAlone = mark.value >= line.text.length
  if (line.item !== null || line.depth > 0) return itemRank + 2 * line.depth + (isAlone ? 0 : 1)
  if (!isAlone) return valueRank
  return mark.form === 'bold' ? boldRank : plainRank
}

/** True for the rank of "- **Impact:** all users saw errors", and not for that of a label with its value below it. */
export function isItemWithValue(rank: number): boolean {
  return rank >= itemRank && rank < embeddedRank && (rank - itemRank) % 2 === 1
}

/** The rank that most of the main sections have. */
export function findMainRank(candidates: readonly Candidate[]): number {
  const byRank = new Map<number, Set<ConceptId>>()
  for (const { mark, rank } of candidates) {
    if (rank === embeddedRank || mark.demanded) continue
    for (const id of mark.ids) {
      if (!isSectionId(id)) continue
      const ids = byRank.get(rank) ?? new Set()
      byRank.set(rank, ids.add(id))
    }
  }
  let best = { rank: embeddedRank, weight: 0 }
  for (const [rank, ids] of [...byRank].sort(([a], [b]) => a - b)) {
    const main = [...ids].filter((id) => mainIds.has(id)).length
    const weight = main * 3 + ids.size
    if (weight > best.weight) best = { rank, weight }
  }
  return best.rank
}
