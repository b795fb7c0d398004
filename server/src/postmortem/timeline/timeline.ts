import type { WrittenDate, WrittenTime, WrittenZone } from '../../time/written/written.ts'
import { findZone } from '../../time/written/zone.ts'
import { readEntryHead } from '../blocks/entryHead.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Segment } from '../blocks/segments.ts'
import type { Memory } from '../lines/memory.ts'
import type { FoundSection, Structure } from '../sections/foundSection.ts'
import { type SectionLines, withLines } from '../sections/sectionLines.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { timeAtEnd, timeInLabel } from './laterTimes.ts'
import { findTimelineShape, isDepthOfEntries, isIntroduction, type TimelineShape } from './timelineShape.ts'

/** An entry before its time is resolved. */
export interface FoundEntry {
  readonly time: WrittenTime | null
  readonly placed: PlacedLine
  readonly segment: Segment
  readonly lineIndex: number
  /** The concept of its label or of the one above it, such as "Detection:". */
  readonly role: ConceptId | null
  /** Its own stretch and those after it, up to the next entry. */
  readonly stretches: Stretch[]
}

export interface Stretch {
  readonly lineIndex: number
  readonly placed: PlacedLine
  readonly segment: Segment
}

/** A date between entries that holds for the entries below it. */
export interface DateStep {
  readonly date: WrittenDate
  readonly zone: WrittenZone | null
  readonly placed: PlacedLine
}

export type FoundStep =
  | { readonly kind: 'entry'; readonly entry: FoundEntry }
  | ({ readonly kind: 'date' } & DateStep)

export type TimelineStyle = 'entries' | 'labels' | 'steps' | 'prose'

export interface FoundTimeline {
  readonly steps: readonly FoundStep[]
  readonly style: TimelineStyle | null
  /** The zone named by the title of the timeline or the header of a column. */
  readonly headingZone: WrittenZone | null
  readonly headingDate: WrittenDate | null
  /** Stretches that belong to no entry, such as an introduction. */
  readonly loose: readonly Stretch[]
}

interface State {
  readonly steps: FoundStep[]
  readonly loose: Stretch[]
  entry: FoundEntry | null
  role: { readonly id: ConceptId; readonly depth: number } | null
  headingZone: WrittenZone | null
  headingDate: WrittenDate | null
}

/** Combines all timelines of the report, in reading order. */
export function findTimeline(
  lines: readonly PlacedLine[],
  structure: Structure,
  memory: Memory,
): FoundTimeline {
  const titled = structure.sections.filter((section) => section.ids.includes('timeline'))
  const sections =
    titled.length > 0 ? titled : structure.sections.filter((section) => hasEntries(section, lines))
  return memory.keep(readSections, withLines(sections, lines))
}

function readSections(sections: readonly SectionLines[]): FoundTimeline {
  const state: State = { steps: [], loose: [], entry: null, role: null, headingZone: null, headingDate: null }
  for (const section of sections) readSection(section, state)
  const entries = state.steps.flatMap((step) => (step.kind === 'entry' ? [step.entry] : []))
  return { ...state, style: sections.length === 0 ? null : findStyle(entries, state.loose) }
}

/** In a report without a section called "Timeline", a section with a list of times is the timeline. */
function hasEntries(section: FoundSection, lines: readonly PlacedLine[]): boolean {
  const timed = lines.slice(section.firstLine + 1, section.endLine).filter((placed) => {
    const [segment] = placed.segments
    if (segment === undefined || placed.line.quoted) return false
    return (
      (segment.time?.clock != null && /\p{L}{3,}/u.test(segment.text)) || timeAtEnd(placed, segment) !== null
    )
  })
  return (
    timed.length >= 2 &&
    !section.ids.some((id) => id === 'supporting' || id === 'corrective' || id === 'actions')
  )
}

function readSection({ section, lines }: SectionLines, state: State): void {
  const [title, ...body] = lines
  if (title === undefined) return
  readTitle(title, section, state)
  state.entry = null
  state.role = null
  const shape = findTimelineShape(body)
  body.forEach((placed, index) => {
    readLine(placed, index, section.firstLine + 1 + index, shape, state)
  })
}

function readTitle(placed: PlacedLine, section: FoundSection, state: State): void {
  const { line } = placed
  state.headingZone ??= findZone(line.text.slice(section.mark.start))
  state.headingDate ??=
    placed.times.find((time) => time.date !== null && time.start >= section.mark.end)?.date ?? null
  if (line.heading !== null) return
  for (const segment of placed.segments) {
    if (segment.time !== null && segment.start >= section.mark.value)
      beginEntry(placed, section.firstLine, segment, segment.time, state)
  }
}

/** The next line of a wrapped list item may begin with a time that belongs to its sentence. */
function continuesItem({ line }: PlacedLine, { entry }: State): boolean {
  if (entry === null || entry.time === null || line.kind !== 'text') return false
  const { item, depth } = entry.placed.line
  return item !== null && line.item === null && !line.opens && line.depth === depth
}

/** The first index is that of the line in the section, the second that in the document. */
function readLine(
  placed: PlacedLine,
  index: number,
  lineIndex: number,
  shape: TimelineShape,
  state: State,
): void {
  const { line, segments, marks } = placed
  if (line.kind === 'header') {
    state.headingZone ??= findZone(line.text)
    return
  }
  const isText = line.kind === 'heading' || line.kind === 'text' || line.kind === 'row'
  if (!isText || line.quoted || line.text.trim() === '') return
  if (continuesItem(placed, state)) {
    for (const segment of segments) addStretch(placed, lineIndex, segment, state)
    return
  }
  if (readDateStep(placed, index, shape, state)) return
  if (segments[0]?.time === null && readRole(placed, lineIndex, state)) return
  if (isRowWithoutTime(placed, state)) state.entry = null
  const isEntry = !isIntroduction(placed, index, shape)
  for (const segment of segments) {
    const time = isEntry ? (segment.time ?? timeAtEnd(placed, segment)) : null
    const isUntimedEntry = line.item !== null && isDepthOfEntries(line.depth, shape)
    if (time !== null || (segment === segments[0] && isUntimedEntry && marks.length === 0)) {
      beginEntry(placed, lineIndex, segment, time, state)
    } else addStretch(placed, lineIndex, segment, state)
  }
}

/** "| some time later | … |" and "| unknown | … |": a row of its own, and not more about the row above it. */
function isRowWithoutTime({ line, segments }: PlacedLine, { entry }: State): boolean {
  if (line.kind !== 'row' || entry?.time == null || segments[0]?.time != null) return false
  const [timeCell] = entry.placed.line.cells
  const [cell] = line.cells
  if (timeCell === undefined || cell === undefined || line.cells.length === 1) return false
  return entry.segment.headStart < timeCell.text.length && /\p{L}/u.test(cell.text)
}

/** A line that is only a date applies to the entries below it, unless they have dates of their own. */
function readDateStep(placed: PlacedLine, index: number, shape: TimelineShape, state: State): boolean {
  const segment = placed.segments[0]
  const time = segment?.time
  if (segment == null || time?.date == null || time.clock !== null || placed.segments.length > 1) return false
  if (/[\p{L}\p{N}]/u.test(segment.text) || placed.line.kind === 'row') return false
  const following = shape.nextTimed[index]
  if (following === undefined) return false
  if (following.segments[0]?.time?.clock == null || following.segments[0]?.time?.date !== null) return false
  state.steps.push({ kind: 'date', date: time.date, zone: time.zone, placed })
  state.entry = null
  return true
}

/** The value of a label such as "Detection:" is an entry with that role, with or without a time. */
function readRole(placed: PlacedLine, lineIndex: number, state: State): boolean {
  const { line } = placed
  const mark = placed.marks[0]
  const id = mark?.ids[0]
  if (mark === undefined || id === undefined || mark.start > 12) return false
  if (line.item === null && line.depth > 0 && state.entry !== null && state.role === null) return false
  const head = readEntryHead(line.text, mark.value) ?? timeInLabel(line.text, mark)
  const isBelowTime = head === null && mark.value < line.text.length && isOnlyTime(state.entry)
  state.role = isBelowTime ? null : { id, depth: line.depth }
  const segment: Segment = {
    start: mark.start,
    end: line.text.length,
    time: head?.time ?? null,
    headStart: head?.time.start ?? mark.start,
    headEnd: head?.time.end ?? mark.end,
    textStart: head?.after ?? mark.value,
    text: line.text.slice(head?.after ?? mark.value),
  }
  if (isBelowTime && state.entry !== null) {
    // The steps were made for this reading, so the last one is that entry.
    const entry = {
      ...state.entry,
      role: id,
      stretches: [...state.entry.stretches, { lineIndex, placed, segment }],
    }
    state.steps[state.steps.length - 1] = { kind: 'entry', entry }
    state.entry = entry
  } else beginEntry(placed, lineIndex, segment, segment.time, state)
  return true
}

/** Below a line that is nothing but a time, a label tells what happened then. */
function isOnlyTime(entry: FoundEntry | null): boolean {
  if (entry === null || entry.time?.clock == null || entry.role !== null) return false
  const { placed, segment, stretches } = entry
  return stretches.length === 1 && placed.line.kind === 'text' && !/[\p{L}\p{N}]/u.test(segment.text)
}

function beginEntry(
  placed: PlacedLine,
  lineIndex: number,
  segment: Segment,
  time: WrittenTime | null,
  state: State,
): void {
  const isRoleOver =
    state.role !== null && time !== null && placed.line.depth <= state.role.depth && placed.marks.length === 0
  if (isRoleOver && placed.line.item !== null) state.role = null
  const role = state.role?.id ?? null
  const entry: FoundEntry = {
    time,
    placed,
    segment,
    lineIndex,
    role,
    stretches: [{ lineIndex, placed, segment }],
  }
  state.steps.push({ kind: 'entry', entry })
  state.entry = entry
}

function addStretch(placed: PlacedLine, lineIndex: number, segment: Segment, state: State): void {
  const stretch = { lineIndex, placed, segment }
  if (state.entry === null) state.loose.push(stretch)
  else state.entry.stretches.push(stretch)
}

function findStyle(entries: readonly FoundEntry[], loose: readonly Stretch[]): TimelineStyle {
  const timed = entries.filter((entry) => entry.time !== null).length
  const labelled = entries.filter((entry) => entry.role !== null).length
  if (labelled > 0 && labelled >= timed) return 'labels'
  if (timed > 0) return 'entries'
  return entries.length > 0 ? 'steps' : loose.length > 0 ? 'prose' : 'entries'
}
