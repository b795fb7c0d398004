import type { Report } from '../../postmortem/report.ts'
import type { FactId } from '../../postmortem/timeline/facts.ts'
import { isMitigation } from '../../postmortem/times/milestones.ts'
import type { Fields } from '../../postmortem/times/readFields.ts'
import type { Timeline, TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import { offsetName } from '../../time/written/zone.ts'
import { elapsedSince, findOrigin, type Origin, showElapsed } from '../elapsed.ts'

/** The incident on one scale: every moment is a number of minutes from its origin. Made to be drawn. */
export interface Incident {
  readonly title: string | null
  readonly clock: Clock
  /** In the order in which an incident goes through them, those that the report tells. */
  readonly moments: readonly Moment[]
  /** From one moment to the next, without gaps. */
  readonly phases: readonly Phase[]
  /** In the order of time. */
  readonly events: readonly IncidentEvent[]
  /** So many entries have no time, or one that nothing relates to the others. */
  readonly leftOut: number
}

/** What a clock shows at a number of minutes. */
export interface Clock {
  /** What it shows at minute 0, in epoch milliseconds as if it were UTC; null where only the distance is known. */
  readonly wall: number | null
  /** How much of the date is known. */
  readonly calendar: 'dated' | 'yearless' | 'undated'
  readonly zone: string | null
}

export type MomentKind = 'started' | 'detected' | 'escalated' | 'mitigated' | 'resolved'

export interface Moment {
  readonly kind: MomentKind
  readonly minutes: number
  /** The time as the report writes it. */
  readonly label: string
}

export type PhaseKind = 'undetected' | 'responding' | 'mitigated'

export interface Phase {
  readonly kind: PhaseKind
  readonly from: number
  readonly to: number
}

export interface IncidentEvent {
  readonly minutes: number
  /** Where it ends, for an entry that tells a span of time. */
  readonly until: number | null
  readonly label: string
  readonly elapsed: string
  readonly text: string
  readonly facts: readonly FactId[]
}

/** Null where the document is no report, or where too few of its times can be placed. */
export function readIncident(report: Report): Incident | null {
  const origin = report.recognition.postmortem ? findOrigin(report) : null
  if (origin === null) return null
  const { entries } = report.timeline
  const events = entries.flatMap((entry) => toEvent(entry, origin) ?? [])
  const moments = findMoments(report, origin)
  if (events.length === 0 && moments.length < 2) return null
  return {
    title: report.title?.text ?? null,
    clock: clockOf(origin.time),
    moments,
    phases: findPhases(moments),
    events: events.sort((one, other) => one.minutes - other.minutes),
    leftOut: entries.length - events.length,
  }
}

function toEvent(entry: TimelineEntry, origin: Origin): IncidentEvent | null {
  const { time, label, text, facts } = entry
  const distance = time === null ? null : elapsedSince(origin, time)
  if (time === null || distance === null) return null
  const until = time.until === null ? null : (elapsedSince(origin, time.until)?.minutes ?? null)
  return {
    minutes: distance.minutes,
    until: until !== null && until > distance.minutes ? until : null,
    label: label?.text ?? '',
    elapsed: showElapsed(distance),
    text: text.text,
    facts,
  }
}

type Found = Pick<Origin, 'time'>

function findMoments({ fields, timeline }: Report, origin: Origin): readonly Moment[] {
  const found: readonly (readonly [MomentKind, Found | null])[] = [
    ['started', origin.kind === 'start' ? origin : null],
    ['detected', firstTelling(timeline, (entry) => entry.facts.includes('detection'))],
    ['escalated', firstTelling(timeline, isEscalation)],
    ['mitigated', firstTelling(timeline, isMitigation)],
    ['resolved', findResolution(fields, timeline, origin)],
  ]
  return found.flatMap(([kind, each]) => {
    const distance = each === null ? null : elapsedSince(origin, each.time)
    return each === null || distance === null
      ? []
      : [{ kind, minutes: distance.minutes, label: each.time.written.own.text.trim() }]
  })
}

/** The page that an alert sends is the detection; who is called in then is the escalation. */
function isEscalation({ facts }: TimelineEntry): boolean {
  return facts.includes('escalation') && !facts.includes('detection')
}

function firstTelling(timeline: Timeline, tells: (entry: TimelineEntry) => boolean): Found | null {
  const [first] = timeline.entries.filter(tells).flatMap(toFound)
  return first ?? null
}

/** The end that the summary states, or else the last entry that tells the resolution; after the beginning. */
function findResolution({ end }: Fields, { entries }: Timeline, origin: Origin): Found | null {
  const told = entries.filter((entry) => entry.facts.includes('resolution')).flatMap(toFound)
  const stated = end === null ? [] : [{ time: end.time }]
  const after = [...stated, ...told.toReversed()].find(
    ({ time }) => (elapsedSince(origin, time)?.minutes ?? 0) > 0,
  )
  return after ?? null
}

function toFound({ time }: TimelineEntry): readonly Found[] {
  return time === null ? [] : [{ time }]
}

/** An alert may be noticed before users are: phases follow the clock, whatever comes first. */
function findPhases(moments: readonly Moment[]): readonly Phase[] {
  const hasStart = moments.some(({ kind }) => kind === 'started')
  const passed = new Set<MomentKind>()
  const phases: Phase[] = []
  let open = null as Omit<Phase, 'to'> | null
  for (const { kind, minutes } of [...moments].sort((one, other) => one.minutes - other.minutes)) {
    passed.add(kind)
    const next = hasStart && !passed.has('started') ? null : phaseAfter(passed)
    if (next === open?.kind) continue
    if (open !== null && minutes > open.from) phases.push({ ...open, to: minutes })
    open = next === null ? null : { kind: next, from: minutes }
  }
  return phases
}

/** An escalation does not change what users live through. */
function phaseAfter(passed: ReadonlySet<MomentKind>): PhaseKind | null {
  if (passed.has('resolved')) return null
  if (passed.has('mitigated')) return 'mitigated'
  if (passed.has('detected')) return 'responding'
  return passed.has('started') ? 'undetected' : null
}

function clockOf({ wall, date, zone, offsetMinutes }: ResolvedTime): Clock {
  const isRelative = zone.key === 'since the start'
  const offset = offsetMinutes === null ? null : `UTC${offsetMinutes === 0 ? '' : offsetName(offsetMinutes)}`
  return {
    wall: isRelative ? null : wall,
    calendar: date.calendar,
    zone: isRelative ? null : (zone.written?.name ?? offset),
  }
}
