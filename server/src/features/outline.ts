import { findMoves, type SectionMove } from '../editing/sectionMoves.ts'
import { countBelow } from '../postmortem/lines/offsets.ts'
import type { Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import type { Fields } from '../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import type { TemplateSection } from '../templates/template.ts'
import { shortDuration } from '../time/repair/print.ts'
import { elapsedSince, findOrigin, type Origin, showElapsed } from './elapsed.ts'

/** A section of the report, or one that the template requires and the report lacks. */
export interface OutlineSection {
  readonly kind: 'section'
  /** The id of the template's section; two sections of one report may share it. */
  readonly id: string
  readonly title: string
  readonly state: 'complete' | 'incomplete' | 'empty' | 'missing'
  readonly words: number
  /** The number of placeholders left in it. */
  readonly unfilled: number
  /** The range of its title; `null` if the section is missing. */
  readonly range: Range | null
  readonly moves: readonly SectionMove[]
  readonly children: readonly OutlineChild[]
}

/** A child extends from its offset to that of the next child. */
export type OutlineChild = { readonly offset: number } & (
  | { readonly kind: 'field'; readonly field: OutlineField; readonly value: string }
  | {
      readonly kind: 'entry'
      /** Its time as written; `null` if it has none. */
      readonly label: string | null
      readonly text: string
      /** Since the start: `+00:45`. */
      readonly elapsed: string | null
    }
  | {
      readonly kind: 'task'
      readonly text: string
      readonly done: boolean
      readonly owner: string | null
      readonly due: string | null
    }
  /** Something that the template asks for and the section lacks, named by the fix that inserts it. */
  | { readonly kind: 'gap'; readonly title: string }
)

/** Fields are listed whether the report states them under a label or in a sentence. */
type OutlineField = keyof Fields

/** Something that a rule found missing in a section, named by the fix that inserts it. */
export interface Gap {
  readonly title: string
  readonly range: Range
}

/**
 * The sections in the order of the document. A missing one is listed where it would go: after the section that
 * precedes it in the template.
 */
export function outlineReport(report: Report, gaps: readonly Gap[] = []): readonly OutlineSection[] | null {
  if (!report.recognition.postmortem) return null
  const childrenOf = findChildren(report, gaps)
  const unfilledIn = countWithin(report.placeholders.map(({ start }) => start))
  const moves = findMoves(report)
  const entries = report.sections.map((section, index) =>
    presentSection(
      section,
      // A title that names two things makes two sections of one text, whose contents are listed only once.
      section.start === report.sections[index - 1]?.start ? [] : childrenOf(section),
      moves.get(section.title.start) ?? [],
      unfilledIn(section),
    ),
  )
  for (const section of report.missing)
    entries.splice(findIndex(section, entries, report), 0, missingSection(section))
  return entries
}

/** What the report is filed under, for the title of the outline: "SEV1", "draft". */
export function outlineHeadline({ profile: { severity, status } }: Report): readonly string[] {
  return [severity, status].flatMap((each) => (each === null ? [] : [each.text]))
}

function presentSection(
  section: Section,
  children: readonly OutlineChild[],
  moves: readonly SectionMove[],
  unfilled: number,
): OutlineSection {
  const isIncomplete = unfilled > 0 || children.some(({ kind }) => kind === 'gap')
  return {
    kind: 'section',
    id: section.id,
    title: section.title.text,
    state: section.empty ? 'empty' : isIncomplete ? 'incomplete' : 'complete',
    words: section.words,
    unfilled,
    range: { start: section.title.start, end: section.title.end },
    moves,
    children,
  }
}

function missingSection(section: TemplateSection): OutlineSection {
  return {
    kind: 'section',
    id: section.id,
    title: section.title,
    state: 'missing',
    words: 0,
    unfilled: 0,
    range: null,
    moves: [],
    children: [],
  }
}

function findIndex(section: TemplateSection, entries: readonly OutlineSection[], report: Report): number {
  const order = report.template.sections.map((each) => each.id)
  const position = order.indexOf(section.id)
  const predecessor = entries.findLastIndex((entry) => {
    const other = order.indexOf(entry.id)
    return other !== -1 && other < position
  })
  return predecessor + 1
}

/** Finds the contents of a section in reading order, followed by what is missing. */
function findChildren(report: Report, gaps: readonly Gap[]): (section: Range) => readonly OutlineChild[] {
  const origin = findOrigin(report)
  const contents: readonly OutlineChild[] = [
    ...findFields(report),
    ...report.timeline.entries.map((entry) => toEntry(entry, origin)),
    ...report.actionItems.map(toTask),
  ].sort((one, other) => one.offset - other.offset)
  const offsets = contents.map(({ offset }) => offset)
  const missing = gaps.map(({ title, range }): OutlineChild => ({ kind: 'gap', title, offset: range.start }))
  return ({ start, end }) => [
    ...contents.slice(countBelow(start, offsets), countBelow(end, offsets)),
    ...missing.filter(({ offset }) => start <= offset && offset < end),
  ]
}

/** Counts the offsets in a range. They must be sorted. */
function countWithin(offsets: readonly number[]): (range: Range) => number {
  return ({ start, end }) => countBelow(end, offsets) - countBelow(start, offsets)
}

function findFields({ fields, timeline }: Report): readonly OutlineChild[] {
  const { duration } = fields
  const minutes = duration?.computedMinutes ?? duration?.statedMinutes ?? null
  const length = duration?.passage ?? null
  const named: readonly (readonly [OutlineField, Passage | null, (string | null)?])[] = [
    ['duration', length, minutes === null ? null : shortDuration(minutes)],
    ['start', fields.start],
    ['end', fields.end],
    ['timeZone', fields.timeZone],
    ['impact', fields.impact],
    ['affected', fields.affected],
    ['rootCause', fields.rootCause],
    ['resolution', fields.resolution],
  ]
  return named.flatMap(([field, passage, value]): OutlineChild[] => {
    // A field that a timeline entry states is listed as that entry.
    if (passage === null || timeline.entries.some((entry) => holds(entry, passage))) return []
    return [{ kind: 'field', field, value: value ?? passage.text, offset: passage.start }]
  })
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.start < outer.end
}

function toEntry(entry: TimelineEntry, origin: Origin | null): OutlineChild {
  const distance = origin === null || entry.time === null ? null : elapsedSince(origin, entry.time)
  return {
    kind: 'entry',
    label: entry.label?.text ?? null,
    text: entry.text.text,
    elapsed: distance === null ? null : showElapsed(distance),
    offset: entry.start,
  }
}

function toTask({ text, done, owner, due, start }: ActionItem): OutlineChild {
  return {
    kind: 'task',
    text: text.text,
    done,
    owner: owner?.text ?? null,
    due: due?.text ?? null,
    offset: start,
  }
}
