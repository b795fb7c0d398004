import { type FoundFacts, factIds, factsOfEntry } from './facts.ts'
import { lineRange, passage } from './placedLine.ts'
import type { PlacedTimes } from './placedTimes.ts'
import type { Passage, Timeline, TimelineEntry, TimelineStep } from './report.ts'
import { entryEnd, type FoundEntry, type FoundTimeline } from './timeline.ts'

export function readTimeline(
  found: FoundTimeline,
  facts: FoundFacts,
  times: PlacedTimes,
): Omit<Timeline, 'source'> {
  const steps = found.steps.map((step) =>
    step.kind === 'entry' ? { ...step, read: toEntry(step.entry, facts, times) } : step,
  )
  const entries = steps.flatMap((step) => (step.kind === 'entry' ? [step.read] : []))
  const passages = Object.fromEntries(
    factIds.map((fact) => [
      fact,
      facts[fact].map(({ placed, segment }) => passage(placed, segment.textStart, segment.end)),
    ]),
  ) as unknown as Timeline['facts']
  return {
    style: found.style,
    entries,
    facts: passages,
    outOfOrder: findStepsBack(entries),
    steps: steps.flatMap((step): TimelineStep[] => {
      if (step.kind === 'date') {
        const { date, zone, placed } = step
        return [{ step: { kind: 'date', date, zone }, placed, entry: null }]
      }
      const { time, placed } = step.entry
      return time === null ? [] : [{ step: { kind: 'time', time }, placed, entry: step.read }]
    }),
    context: times.context,
  }
}

function toEntry(found: FoundEntry, facts: FoundFacts, times: PlacedTimes): TimelineEntry {
  const { placed, segment } = found
  const isWhole = segment.start === 0
  const start = isWhole ? lineRange(placed).start : passage(placed, segment.start).start
  const last = found.stretches.at(-1) ?? { placed, segment }
  const lastEnd = passage(last.placed, last.segment.start, last.segment.end).end
  const end = Math.max(start, last.segment.end >= last.placed.line.text.length ? entryEnd(found) : lastEnd)
  return {
    start,
    end,
    label: labelOf(found),
    time: times.entries.get(found) ?? null,
    text: textOf(found, end),
    facts: factsOfEntry(found, facts),
  }
}

function labelOf({ placed, segment, time }: FoundEntry): Passage | null {
  if (time !== null) return passage(placed, time.start, time.end)
  const [mark] = placed.marks
  return mark === undefined || segment.textStart === 0 ? null : passage(placed, mark.start, mark.end)
}

function textOf({ placed, segment, stretches }: FoundEntry, end: number): Passage {
  const own = passage(placed, segment.textStart, segment.end)
  const rest = stretches.slice(1).map((stretch) => stretch.segment.text.trim())
  const text = [own.text, ...rest].filter((each) => each !== '').join(' ')
  return { text, start: own.start, end: Math.max(own.end, rest.length > 0 ? end : own.end) }
}

/** Two entries are compared by their instants, or by their clocks where both are in one zone. */
function findStepsBack(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const back: TimelineEntry[] = []
  let latest: TimelineEntry | null = null
  for (const entry of entries) {
    if (entry.time === null || entry.time.wall === null || entry.time.precision === 'day') continue
    if (latest !== null && isBefore(entry, latest)) back.push(entry)
    else latest = entry
  }
  return back
}

function isBefore(entry: TimelineEntry, other: TimelineEntry): boolean {
  const [a, b] = [entry.time, other.time]
  if (a === null || b === null) return false
  if (a.instant !== null && b.instant !== null) return a.instant < b.instant
  if (a.wall === null || b.wall === null || a.date.calendar !== b.date.calendar) return false
  return a.zone.key === b.zone.key && a.wall < b.wall
}
