import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import type { Passage } from '../lines/passage.ts'
import { findMitigation } from './mitigation.ts'
import { type Fields, minutesBetween } from './readFields.ts'
import type { TimedEntry, TimelineEntry } from './readTimeline.ts'

/** A moment that a response is measured by, and the passage that states it. */
export interface Milestone {
  readonly passage: Passage
  /** Minutes from the start of the outage. */
  readonly minutes: number
}

export interface Milestones {
  readonly detection: Milestone | null
  readonly mitigation: Milestone | null
  readonly resolution: Milestone | null
}

/** A milestone is null if its distance from the start of the outage is unknown. */
export function findMilestones(
  { start: stated, end }: Pick<Fields, 'start' | 'end'>,
  entries: readonly TimelineEntry[],
): Milestones {
  const start = stated?.time ?? null
  return {
    detection: milestoneOf(findDetection(entries), start),
    mitigation: milestoneOf(findMitigation(entries, end), start),
    resolution:
      end === null ? milestoneOf(findResolution(entries), start) : toMilestone(end, end.time, start),
  }
}

/** The first entry with a time that says how it was noticed. */
export function findDetection(entries: readonly TimelineEntry[]): TimedEntry | undefined {
  return entries.filter(isTimed).find(({ facts }) => facts.includes('detection'))
}

/** The last entry with a time that says that it was resolved. */
export function findResolution(entries: readonly TimelineEntry[]): TimedEntry | undefined {
  return entries.filter(isTimed).findLast(({ facts }) => facts.includes('resolution'))
}

function isTimed(entry: TimelineEntry): entry is TimedEntry {
  return entry.time !== null
}

function milestoneOf(entry: TimelineEntry | undefined, start: ResolvedTime | null): Milestone | null {
  return entry === undefined ? null : toMilestone(entry.label ?? entry.text, entry.time, start)
}

function toMilestone(
  passage: Passage,
  time: ResolvedTime | null,
  start: ResolvedTime | null,
): Milestone | null {
  const minutes = minutesBetween(start, time)
  return minutes === null ? null : { passage, minutes }
}

/** Minutes from the start of the outage; null if the milestone is unknown. */
export interface Metrics {
  readonly timeToDetect: number | null
  readonly timeToMitigate: number | null
  readonly timeToResolve: number | null
}

export function computeMetrics(
  times: Pick<Fields, 'start' | 'end'>,
  entries: readonly TimelineEntry[],
): Metrics {
  const { detection, mitigation, resolution } = findMilestones(times, entries)
  return {
    timeToDetect: detection?.minutes ?? null,
    timeToMitigate: mitigation?.minutes ?? null,
    timeToResolve: resolution?.minutes ?? null,
  }
}
