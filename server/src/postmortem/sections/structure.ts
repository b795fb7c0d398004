/**
 * One decision with many cases: is a mark the title of a section? They are easier to compare side by side.
 */

import type { Mark } from '../blocks/marks.ts'
import { isContent, type PlacedLine } from '../blocks/placedLine.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { canBeginParts, canContain, isSectionId, onlyAsHeading } from './containment.ts'

/** A mark that has been classified. */
export interface Label {
  readonly mark: Mark
  readonly lineIndex: number
  /** The section around it; for the title of a section, that section. */
  readonly section: FoundSection | null
  readonly isTitle: boolean
}

export interface FoundSection {
  readonly ids: readonly SectionId[]
  readonly mark: Mark
  readonly rank: number
  readonly firstLine: number
  /** The first line that is not part of it. */
  endLine: number
  /** The section around it: a summary that lists all sections is the parent of its `Root Cause`. */
  readonly parent: FoundSection | null
}

export interface Structure {
  readonly sections: readonly FoundSection[]
  /** All marks, in reading order. */
  readonly labels: readonly Label[]
}

interface Candidate {
  readonly mark: Mark
  readonly lineIndex: number
  readonly rank: number
}

interface State {
  readonly lines: readonly PlacedLine[]
  readonly end: number
  readonly candidates: readonly Candidate[]
  readonly mainRank: number
  readonly hasCombinedCause: boolean
  readonly sections: FoundSection[]
  readonly labels: Label[]
  current: FoundSection | null
  /**
   * True if a part directly follows the title of the current section: then later parts may have any level.
   */
  chained: boolean
}

/**
 * Decides which marks are titles of sections. Meaning determines nesting: something that a section may
 * contain is a part of it if its markup is weaker, if it directly follows the title, or if the document has a
 * section of that name elsewhere. Levels alone decide nothing.
 */
export function findStructure(lines: readonly PlacedLine[], start: number, end: number): Structure {
  const candidates = findCandidates(lines, start, end)
  const state: State = {
    lines,
    end,
    candidates,
    mainRank: findMainRank(candidates),
    hasCombinedCause: candidates.some(({ mark }) => mark.ids.includes('root-cause-and-resolution')),
    sections: [],
    labels: [],
    current: null,
    chained: false,
  }
  let next = 0
  for (let index = start; index < end; index += 1) {
    const placed = lines[index] as PlacedLine
    const marks: Candidate[] = []
    while (next < candidates.length && candidates[next]?.lineIndex === index)
      marks.push(candidates[next++] as Candidate)
    if (marks.length === 0 && isForeignHeading(placed, state)) {
      closeSections(index, state, (section) => !endsSection(placed, section, state))
    }
    for (const candidate of marks) place(candidate, state)
  }
  closeSections(end, state, () => false)
  return { sections: promoteHeaderBlock(state), labels: state.labels }
}

function findCandidates(lines: readonly PlacedLine[], start: number, end: number): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (let index = start; index < end; index += 1) {
    const placed = lines[index] as PlacedLine
    placed.marks.forEach((mark, position) => {
      candidates.push({ mark, lineIndex: index, rank: rankOf(placed, mark, position) })
    })
  }
  return candidates
}

const boldRank = 7
const plainRank = 8
const valueRank = 9
const itemRank = 10
const embeddedRank = 30

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

const mainIds: ReadonlySet<ConceptId> = new Set([
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'corrective',
])

/** The rank that most of the main sections have. */
function findMainRank(candidates: readonly Candidate[]): number {
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

/** A heading without a known name that is not an entry of a timeline either. */
function isForeignHeading({ line, segments }: PlacedLine, state: State): boolean {
  return (
    state.current !== null && line.heading !== null && line.text.trim() !== '' && segments[0]?.time == null
  )
}

/** A heading without a known name ends the sections that it is not nested in. */
function endsSection({ line }: PlacedLine, section: FoundSection, state: State): boolean {
  const level = line.heading?.level ?? 0
  if (section.rank > 6) return level <= 2 || state.mainRank > 6
  if (level > section.rank) return false
  return !(state.chained && level < section.rank)
}

/** Closes the open sections from the innermost outwards, up to the first one that is kept. */
function closeSections(index: number, state: State, isKept: (section: FoundSection) => boolean): void {
  const before = state.current
  while (state.current !== null && !isKept(state.current)) {
    state.current.endLine = index
    state.current = state.current.parent
  }
  if (state.current !== before) state.chained = false
}

function place(candidate: Candidate, state: State): void {
  const { mark, lineIndex, rank } = candidate
  const ids = mark.ids.filter((id) => isSectionId(id))
  const isTitle = ids.length > 0 && isSectionTitle(candidate, ids, state)
  if (isTitle) {
    closeSections(lineIndex, state, (section) => canNest(section, ids, rank))
    const section: FoundSection = {
      ids,
      mark,
      rank,
      firstLine: lineIndex,
      endLine: -1,
      parent: state.current,
    }
    state.sections.push(section)
    state.current = section
    state.chained = false
  } else if (state.current !== null && followsDirectly(candidate, state.current, state)) state.chained = true
  else if (rank <= 6 && !state.chained) closeSections(lineIndex, state, (section) => section.rank < rank)
  state.labels.push({ mark, lineIndex, section: state.current, isTitle })
}

/** A section nests in another if its heading is deeper; a main section never does. */
function canNest(section: FoundSection, ids: readonly SectionId[], rank: number): boolean {
  if (ids.some((id) => mainIds.has(id))) return false
  if (rank <= 6 && section.rank <= 6) return rank > section.rank
  return (
    section.ids.includes('lessons') && ids.every((id) => id.startsWith('lessons.')) && rank >= section.rank
  )
}

function isSectionTitle(candidate: Candidate, ids: readonly SectionId[], state: State): boolean {
  const { current } = state
  if (candidate.mark.demanded) return true
  if (ids.some((id) => mainIds.has(id))) return isMainTitle(candidate, ids, state)
  if (current !== null && ids.every((id) => canContain(current.ids, id)))
    return !isPart(candidate, ids, current, state)
  if (candidate.rank >= valueRank)
    return candidate.rank === state.mainRank || isLoneCause(candidate, ids, state)
  return candidate.rank <= 6 || !onlyAsHeading.has(ids[0] as SectionId)
}

/** A labelled cause or resolution outside any known section is a section if the report has no other one. */
function isLoneCause(candidate: Candidate, ids: readonly SectionId[], state: State): boolean {
  if (candidate.rank >= embeddedRank || state.hasCombinedCause) return false
  if (state.current !== null && !state.current.ids.includes('what-happened')) return false
  if (!ids.every((id) => id === 'root-cause' || id === 'resolution')) return false
  return (
    state.sections.length > 0 && !state.sections.some((section) => ids.some((id) => section.ids.includes(id)))
  )
}

/** If the same section is marked more strongly elsewhere, a label of that name is a field or a remark. */
function isMainTitle(candidate: Candidate, ids: readonly SectionId[], state: State): boolean {
  const { current, mainRank } = state
  if (current !== null && ids.some((id) => current.ids.includes(id)) && candidate.rank > current.rank)
    return false
  if (candidate.rank < valueRank) {
    const contained = current !== null && ids.every((id) => canContain(current.ids, id))
    return !contained || (candidate.rank <= current.rank && !followsDirectly(candidate, current, state))
  }
  const hasValue = candidate.rank >= valueRank && candidate.mark.value < lineLength(candidate, state)
  if (hasValue && current !== null && isFieldOnly(candidate, ids, current, state)) return false
  if (candidate.rank <= mainRank) return true
  const isStrongerElsewhere = state.candidates.some(
    (other) => other.rank < candidate.rank && other.mark.ids.some((id) => ids.includes(id as SectionId)),
  )
  return !isStrongerElsewhere && (candidate.mark.end - candidate.mark.start > 8 || candidate.mark.value >= 0)
}

function lineLength(candidate: Candidate, state: State): number {
  return state.lines[candidate.lineIndex]?.line.text.length ?? 0
}

/**
 * In a summary, `Timeline: 08:00 - 10:30` is a duration, and a label "Summary" does not begin another
 * summary.
 */
function isFieldOnly(
  { mark, lineIndex }: Candidate,
  ids: readonly SectionId[],
  current: FoundSection,
  state: State,
): boolean {
  if (!current.ids.includes('summary')) return false
  if (ids.every((id) => id === 'summary')) return true
  const placed = state.lines[lineIndex]
  const times = placed?.times.filter((time) => time.start >= mark.value) ?? []
  const isRange = times.length === 2 || times.some((time) => time.until !== null)
  return ids.every((id) => id === 'timeline') && isRange && (placed?.line.words ?? 0) <= maxRangeWords
}

const maxRangeWords = 16

function isPart(
  candidate: Candidate,
  ids: readonly SectionId[],
  current: FoundSection,
  state: State,
): boolean {
  if (candidate.rank > current.rank) return true
  if (state.chained || followsDirectly(candidate, current, state)) return true
  if (state.hasCombinedCause && ids.every((id) => id === 'root-cause' || id === 'resolution')) return true
  return candidate.rank < current.rank && current.rank === state.mainRank && current.rank > 6
}

/** True if there is no content between the title of the section and this mark. */
function followsDirectly(candidate: Candidate, current: FoundSection, state: State): boolean {
  if (candidate.rank > current.rank && candidate.rank > boldRank) return false
  if (candidate.rank === current.rank && !canBeginParts(current.ids, candidate.mark.ids)) return false
  if (current.mark.value < (state.lines[current.firstLine]?.line.text.length ?? 0)) return false
  for (let index = current.firstLine + 1; index < candidate.lineIndex; index += 1) {
    const placed = state.lines[index]
    if (placed !== undefined && isContent(placed)) return false
  }
  return true
}

/**
 * A summary that contains a label "Summary", or a trigger, is the list of sections at the head of a report
 * in the form of the SRE book. Its labels become sections inside it.
 */
function promoteHeaderBlock(state: State): readonly FoundSection[] {
  const sections: FoundSection[] = []
  for (const section of state.sections) {
    sections.push(section)
    if (!section.ids.includes('summary')) continue
    const inside = state.labels.filter((label) => label.section === section && !label.isTitle)
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
