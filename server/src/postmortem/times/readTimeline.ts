import type { MarkdownDocument } from '../../markdown/document.ts'
import type { ResolvedTime, TimeContext, TimeStep } from '../../time/resolved/resolved.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { withComputed } from '../lines/computed.ts'
import type { Memory } from '../lines/memory.ts'
import { asMoving, type Passage, passageOver, type Range } from '../lines/passage.ts'
import type { Section } from '../sections/section.ts'
import { type FactId, type FoundFacts, factIds, factsOfEntry } from '../timeline/facts.ts'
import type { FoundEntry, FoundTimeline, TimelineStyle } from '../timeline/timeline.ts'
import type { PlacedTimes } from './placedTimes.ts'

export interface Timeline {
  /** Entries with times, labelled facts, numbered steps or prose; null without a timeline. */
  readonly style: TimelineStyle | null
  readonly entries: readonly TimelineEntry[]
  /** The passages that state each fact; empty for a fact that the report does not state. */
  readonly facts: Readonly<Record<FactId, readonly Passage[]>>
  /** The entries that come before the latest one above them. */
  readonly outOfOrder: readonly TimelineEntry[]
  /** The written times, and the dates between them, in reading order. */
  readonly steps: readonly TimelineStep[]
  /** The context that the steps were resolved in. */
  readonly context: TimeContext
  /** From the first entry's line to the end of the last entry; empty without entries. */
  readonly range: Range
}

/** Offsets of the written time or date are offsets into the text of the line. */
export interface TimelineStep {
  readonly step: TimeStep
  readonly placed: PlacedLine
  /** Null for a date that holds for the entries below it. */
  readonly entry: TimelineEntry | null
}

export interface TimelineEntry extends Range {
  /** The time as written, or the label that takes its place. */
  readonly label: Passage | null
  readonly time: ResolvedTime | null
  /** The description of what happened, without the time before it. */
  readonly text: Passage
  readonly facts: readonly FactId[]
}

export type TimedEntry = TimelineEntry & { readonly time: ResolvedTime }

export function readTimeline(
  found: FoundTimeline,
  facts: FoundFacts,
  times: PlacedTimes,
  sections: readonly Section[],
  document: MarkdownDocument,
  memory: Memory,
): Timeline {
  const read = memory.keep(readSteps, found, facts, times)
  const holder = findHolder(read.entries, sections)
  const range = memory.keepFor(findRange, [read.entries, holder], () =>
    findRange(read.entries, holder, document),
  )
  return { ...read, range }
}

function readSteps(found: FoundTimeline, facts: FoundFacts, times: PlacedTimes): Omit<Timeline, 'range'> {
  const steps = found.steps.map((step) =>
    step.kind === 'entry' ? { ...step, result: toEntry(step.entry, facts, times) } : step,
  )
  const entries = steps.flatMap((step) => (step.kind === 'entry' ? [step.result] : []))
  const passages = Object.fromEntries(
    factIds.map((fact) => [
      fact,
      facts[fact].map(({ placed, segment }) => placed.passage(segment.textStart, segment.end)),
    ]),
  ) as unknown as Timeline['facts']
  return {
    style: found.style,
    entries,
    facts: passages,
    outOfOrder: findOutOfOrder(entries),
    steps: steps.flatMap((step): TimelineStep[] => {
      if (step.kind === 'date') {
        const { date, zone, placed } = step
        return [{ step: { kind: 'date', date, zone }, placed, entry: null }]
      }
      const { time, placed } = step.entry
      return time === null ? [] : [{ step: { kind: 'time', time }, placed, entry: step.result }]
    }),
    context: times.context,
  }
}

function toEntry(found: FoundEntry, facts: FoundFacts, times: PlacedTimes): TimelineEntry {
  const { placed, segment } = found
  const first = segment.start === 0 ? placed.range : placed.passage(segment.start)
  const { placed: lastLine, segment: lastSegment } = found.stretches.at(-1) ?? { placed, segment }
  const isToTheEnd = lastSegment.end >= lastLine.line.text.length
  const last = isToTheEnd ? lastLine.range : lastLine.passage(lastSegment.start, lastSegment.end)
  const entry = {
    label: labelOf(found),
    time: times.entries.get(found) ?? null,
    text: textOf(found, last),
    facts: factsOfEntry(found, facts),
  }
  return withComputed(entry, { start: () => first.start, end: () => Math.max(first.start, last.end) })
}

function labelOf({ placed, segment, time }: FoundEntry): Passage | null {
  if (time !== null) return placed.passage(time.start, time.end)
  const [mark] = placed.marks
  return mark === undefined || segment.textStart === 0 ? null : placed.passage(mark.start, mark.end)
}

function textOf({ placed, segment, stretches }: FoundEntry, last: Range): Passage {
  const own = placed.passage(segment.textStart, segment.end)
  const rest = stretches.slice(1).map((stretch) => stretch.segment.text.trim())
  if (rest.length === 0) return own
  return passageOver([own.text, ...rest].filter((each) => each !== '').join(' '), own, last)
}

/**
 * The entries that come before the latest one above them. `findStepsBack` in `time/resolved/order.ts` answers
 * another question: it compares neighbours, allows for their precision and states how certain the step is.
 */
function findOutOfOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const back: TimelineEntry[] = []
  let latest: TimelineEntry | null = null
  for (const entry of entries) {
    if (entry.time === null || entry.time.wall === null || entry.time.precision === 'day') continue
    if (latest !== null && isBefore(entry, latest)) back.push(entry)
    else latest = entry
  }
  return back
}

/** Compares instants, or clocks if both entries are in one zone. False if neither is possible. */
function isBefore(entry: TimelineEntry, other: TimelineEntry): boolean {
  const [a, b] = [entry.time, other.time]
  if (a === null || b === null) return false
  if (a.instant !== null && b.instant !== null) return a.instant < b.instant
  if (a.wall === null || b.wall === null || a.date.calendar !== b.date.calendar) return false
  return a.zone.key === b.zone.key && a.wall < b.wall
}

/** The innermost section that holds the last entry. */
function findHolder(entries: readonly TimelineEntry[], sections: readonly Section[]): Section | undefined {
  const last = entries.at(-1)
  if (last === undefined) return undefined
  return sections
    .filter((section) => section.start <= last.start && last.end <= section.end)
    .reduce<Section | undefined>(
      (least, each) => (least === undefined || each.end < least.end ? each : least),
      undefined,
    )
}

/**
 * The text that holds the entries, byte for byte: from the line of the first one to the end of the section of
 * the last one, because code and quotations below an entry belong to it although no entry reaches over them.
 */
function findRange(
  entries: readonly TimelineEntry[],
  holder: Section | undefined,
  document: MarkdownDocument,
): Range {
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return { start: 0, end: 0 }
  const { line } = document.positionAt(first.start)
  const indent = first.start - document.offsetAt({ line, character: 0 })
  return withComputed(asMoving({}), {
    start: () => first.start - indent,
    end: () => Math.max(last.end, holder?.end ?? document.length),
  })
}
