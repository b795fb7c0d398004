/**
 * One decision with many cases: is a mark the title of a section? They are easier to compare side by side.
 */

import { indexesThat } from '../blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../blocks/placedLine.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { closeWithConclusion } from './closingSummary.ts'
import { canBeginParts, canContain, endsEntries, isSectionId, mainIds, onlyAsHeading } from './containment.ts'
import type { FoundSection, Label, Structure } from './foundSection.ts'
import { promoteHeaderBlock } from './headerBlock.ts'
import { namesPartOf } from './partNames.ts'
import {
  boldRank,
  type Candidate,
  embeddedRank,
  findCandidates,
  findMainRank,
  isItemWithValue,
  valueRank,
} from './ranks.ts'
import { findResemblingTitles } from './resemblingTitles.ts'

interface State {
  readonly lines: readonly PlacedLine[]
  readonly end: number
  readonly candidates: readonly Candidate[]
  readonly mainRank: number
  /** The rank of the strongest mark of each concept. */
  readonly strongest: ReadonlyMap<ConceptId, number>
  readonly hasCombinedCause: boolean
  readonly sections: FoundSection[]
  readonly found: Set<SectionId>
  readonly labels: Label[]
  current: FoundSection | null
  /**
   * True if a part directly follows the title of the current section: then later parts may have any level.
   */
  chained: boolean
  /** The headings that begin with a time in the current section: their level, and how many there are. */
  entries: { readonly level: number; readonly count: number }
}

/**
 * Decides which marks are titles of sections. Meaning determines nesting: something that a section may
 * contain is a part of it if its markup is weaker, if it directly follows the title, or if the document has a
 * section of that name elsewhere. Levels alone decide nothing.
 */
export function findStructure(lines: readonly PlacedLine[], start: number, end: number): Structure {
  const named = findCandidates(lines, start, end)
  const resembling = findResemblingTitles(lines, start, end, named)
  const candidates = [...named, ...resembling].sort((one, other) => one.lineIndex - other.lineIndex)
  const state: State = {
    lines,
    end,
    candidates,
    mainRank: findMainRank(candidates),
    strongest: findStrongest(candidates),
    hasCombinedCause: candidates.some(({ mark }) => mark.ids.includes('root-cause-and-resolution')),
    sections: [],
    found: new Set(),
    labels: [],
    current: null,
    chained: false,
    entries: noEntries,
  }
  let next = 0
  for (const index of headingsAndMarks(lines, start, end)) {
    const placed = lines[index] as PlacedLine
    const marks: Candidate[] = []
    while (next < candidates.length && candidates[next]?.lineIndex === index)
      marks.push(candidates[next++] as Candidate)
    if (marks.length === 0 && isForeignHeading(placed, state)) {
      closeSections(index, state, (section) => !endsSection(placed, section, state))
    }
    countEntry(placed, state)
    for (const [at, candidate] of marks.entries()) place(candidate, next - marks.length + at, state)
  }
  closeSections(end, state, () => false)
  closeWithConclusion(state.sections)
  return { sections: promoteHeaderBlock(state), labels: state.labels }
}

const headingsAndMarks = indexesThat(({ line, marks }) => line.heading !== null || marks.length > 0)

const noEntries = { level: 0, count: 0 }

function countEntry({ line, segments }: PlacedLine, state: State): void {
  if (line.heading === null || segments[0]?.time == null) return
  const { level } = line.heading
  state.entries = { level, count: state.entries.level === level ? state.entries.count + 1 : 1 }
}

function findStrongest(candidates: readonly Candidate[]): ReadonlyMap<ConceptId, number> {
  const strongest = new Map<ConceptId, number>()
  for (const { mark, rank } of candidates)
    for (const id of mark.ids) strongest.set(id, Math.min(rank, strongest.get(id) ?? rank))
  return strongest
}

/** A heading without a known name that is not an entry of a timeline either. */
function isForeignHeading({ line, segments }: PlacedLine, state: State): boolean {
  return (
    state.current !== null &&
    line.heading !== null &&
    line.text.trim() !== '' &&
    segments[0]?.time == null &&
    !isSentence(line)
  )
}

const minSentenceWords = 8

/** Text that was made a heading by mistake is still text of the section. */
function isSentence({ text, words }: PlacedLine['line']): boolean {
  return words >= minSentenceWords && /[.!?](?:\s|$)/.test(text)
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

function place(candidate: Candidate, position: number, state: State): void {
  const { mark, lineIndex, rank } = candidate
  const ids = mark.ids.filter((id) => isSectionId(id))
  const isNamedPart = ids.length > 0 && !mark.demanded && isPartByName(candidate, ids, position, state)
  const isAfterEntries = !isNamedPart && endsTimeline(candidate, ids, state)
  const isTitle = isAfterEntries || (!isNamedPart && ids.length > 0 && isSectionTitle(candidate, ids, state))
  if (isTitle) {
    closeSections(lineIndex, state, (section) => !isAfterEntries && canNest(section, ids, rank))
    const section: FoundSection = {
      ids,
      mark,
      rank,
      firstLine: lineIndex,
      endLine: -1,
      parent: state.current,
    }
    state.sections.push(section)
    for (const id of ids) state.found.add(id)
    state.current = section
    state.chained = false
    state.entries = noEntries
  } else if (isNamedPart && state.current !== null) {
    if (rank < state.current.rank && hasNoTextBefore(candidate, state.current, state)) state.chained = true
  } else if (state.current !== null && followsDirectly(candidate, state.current, state)) {
    if (rank <= state.current.rank) state.chained = true
  } else if (rank <= 6 && !state.chained) closeSections(lineIndex, state, (section) => section.rank < rank)
  state.labels.push({ mark, lineIndex, section: state.current, isTitle })
}

/**
 * True if the title names a part of the current section in the words of its title. If that section has no
 * text of its own, so does what is between its title and such a part.
 */
function isPartByName(
  candidate: Candidate,
  ids: readonly SectionId[],
  position: number,
  state: State,
): boolean {
  const { current } = state
  if (current === null || candidate.rank === embeddedRank) return false
  if (namesPartOf(candidate.mark, current.mark)) return true
  if (candidate.rank !== current.rank || !ids.every((id) => canContain(current.ids, id))) return false
  if (!hasNoTextBefore(candidate, current, state)) return false
  for (const next of state.candidates.slice(position + 1, position + 1 + maxPartsAhead)) {
    if (namesPartOf(next.mark, current.mark)) return next.rank >= current.rank
    if (next.rank < candidate.rank) return false
    if (next.rank === candidate.rank && !next.mark.ids.every((id) => canContain(current.ids, id)))
      return false
  }
  return false
}

/** A section has few parts. */
const maxPartsAhead = 12

/** A title without a time after entries that are headings of its level is not an entry. */
function endsTimeline({ rank, lineIndex }: Candidate, ids: readonly SectionId[], state: State): boolean {
  const { current, entries } = state
  if (current === null || !current.ids.includes('timeline') || entries.count < 2) return false
  if (rank > entries.level || state.lines[lineIndex]?.segments[0]?.time != null) return false
  return ids.length > 0 && ids.every((id) => endsEntries.has(id))
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
    return isMainRank(candidate.rank, state) || isLoneCause(candidate, ids, state)
  return candidate.rank <= 6 || !onlyAsHeading.has(ids[0] as SectionId)
}

/** Among items with a label and a value, one with its value below it is a title like theirs. */
function isMainRank(rank: number, { mainRank }: State): boolean {
  return rank === mainRank || (rank === mainRank - 1 && isItemWithValue(mainRank))
}

/** A labelled cause or resolution outside any known section is a section if the report has no other one. */
function isLoneCause(candidate: Candidate, ids: readonly SectionId[], state: State): boolean {
  if (candidate.rank >= embeddedRank || state.hasCombinedCause) return false
  if (state.current !== null && !state.current.ids.includes('what-happened')) return false
  if (!ids.every((id) => id === 'root-cause' || id === 'resolution')) return false
  return state.sections.length > 0 && !ids.some((id) => state.found.has(id))
}

/** If the same section is marked more strongly elsewhere, a label of that name is a field or a remark. */
function isMainTitle(candidate: Candidate, ids: readonly SectionId[], state: State): boolean {
  const { current, mainRank } = state
  if (current !== null && ids.some((id) => current.ids.includes(id)) && candidate.rank > current.rank)
    return false
  if (isSummaryOfPart(candidate, ids, state)) return false
  if (candidate.rank < valueRank) {
    const contained = current !== null && ids.every((id) => canContain(current.ids, id))
    return !contained || (candidate.rank <= current.rank && !followsDirectly(candidate, current, state))
  }
  const hasValue = candidate.rank >= valueRank && candidate.mark.value < lineLength(candidate, state)
  if (hasValue && current !== null && isFieldOnly(candidate, ids, current, state)) return false
  if (candidate.rank <= mainRank) return true
  return !ids.some((id) => (state.strongest.get(id) ?? embeddedRank) < candidate.rank)
}

/** Below another section, the summary of a report that already has one is that of the section. */
function isSummaryOfPart({ rank }: Candidate, ids: readonly SectionId[], state: State): boolean {
  return (
    state.current !== null &&
    rank > state.current.rank &&
    ids.every((id) => id === 'summary') &&
    state.found.has('summary')
  )
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
  return hasNoTextBefore(candidate, current, state)
}

function hasNoTextBefore(candidate: Candidate, current: FoundSection, state: State): boolean {
  if (current.mark.value < (state.lines[current.firstLine]?.line.text.length ?? 0)) return false
  for (let index = current.firstLine + 1; index < candidate.lineIndex; index += 1) {
    const placed = state.lines[index]
    if (placed !== undefined && isContent(placed)) return false
  }
  return true
}
