import type { Report } from '../../postmortem/report.ts'
import type { FactId } from '../../postmortem/timeline/facts.ts'
import { findMitigation } from '../../postmortem/times/mitigation.ts'
import type { Fields } from '../../postmortem/times/readFields.ts'
import type { Timeline, TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { offsetName } from '../../time/written/zone.ts'
import { elapsedSince, findOrigin, type Origin, showElapsed } from '../elapsed.ts'

/** The incident prepared for drawing: every time is a number of minutes since its origin. */
export interface Incident {
  readonly title: string | null
  readonly clock: Clock
  /** The moments that the report states, in the order in which an incident goes through them. */
  readonly moments: readonly Moment[]
  /** Phases extend from one moment to the next, without gaps. */
  readonly phases: readonly Phase[]
  /** Sorted by time. */
  readonly events: readonly IncidentEvent[]
  /** The number of entries without a time, or with a time that cannot be related to the origin. */
  readonly leftOut: number
}

/** Converts minutes since the origin to the time that a clock shows. */
export interface Clock {
  /** The time shown at minute 0, in epoch milliseconds as if it were UTC; null if only distances are known. */
  readonly wall: number | null
  /** The part of the date that is known. */
  readonly calendar: 'dated' | 'yearless' | 'undated'
  readonly zone: string | null
}

export type MomentKind = 'started' | 'detected' | 'escalated' | 'mitigated' | 'resolved'

export interface Moment {
  readonly kind: MomentKind
  readonly minutes: number
  /** The time as the report writes it. */
  readonly label: string
  /** The same without its date, which the axis shows. */
  readonly shortLabel: string
}

export type PhaseKind = 'undetected' | 'responding' | 'mitigated'

export interface Phase {
  readonly kind: PhaseKind
  readonly from: number
  readonly to: number
}

export interface IncidentEvent {
  readonly minutes: number
  /** The minute at which it ends, for an entry with a time range. */
  readonly until: number | null
  readonly label: string
  readonly elapsed: string
  readonly text: string
  readonly facts: readonly FactId[]
  /** The offset of the entry in the document. */
  readonly start: number
}

/** Null if the document is not a report, or if too few of its times can be placed. */
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
    start: entry.start,
  }
}

type MomentTime = Pick<Origin, 'time'>

function findMoments({ fields, timeline }: Report, origin: Origin): readonly Moment[] {
  const mitigation = findMitigation(timeline.entries, fields.end)
  const found: readonly (readonly [MomentKind, MomentTime | null])[] = [
    ['started', origin.kind === 'start' ? origin : null],
    ['detected', findFirst(timeline, (entry) => entry.facts.includes('detection'))],
    ['escalated', findFirst(timeline, isEscalation)],
    ['mitigated', findFirst(timeline, (entry) => entry === mitigation)],
    ['resolved', findResolution(fields, timeline, origin)],
  ]
  return found.flatMap(([kind, each]) => {
    const distance = each === null ? null : elapsedSince(origin, each.time)
    return each === null || distance === null
      ? []
      : [{ kind, minutes: distance.minutes, ...labelsOf(each.time.written) }]
  })
}

function labelsOf({ own, clock, zone }: WrittenTime): Pick<Moment, 'label' | 'shortLabel'> {
  const label = own.text.trim()
  const parts = clock === null ? [] : [clock, ...(zone === null ? [] : [zone])]
  const short = parts.sort((one, other) => one.start - other.start).map(({ text }) => text)
  return { label, shortLabel: short.length === 0 ? label : short.join(' ') }
}

/** The page that an alert sends is the detection, not an escalation; calling in others is. */
function isEscalation({ facts }: TimelineEntry): boolean {
  return facts.includes('escalation') && !facts.includes('detection')
}

function findFirst(timeline: Timeline, tells: (entry: TimelineEntry) => boolean): MomentTime | null {
  const [first] = timeline.entries.filter(tells).flatMap(toMomentTime)
  return first ?? null
}

/** The stated end, or else the last entry that reports the resolution. Either must be after the origin. */
function findResolution({ end }: Fields, { entries }: Timeline, origin: Origin): MomentTime | null {
  const reported = entries.filter((entry) => entry.facts.includes('resolution')).flatMap(toMomentTime)
  const stated = end === null ? [] : [{ time: end.time }]
  const after = [...stated, ...reported.toReversed()].find(
    ({ time }) => (elapsedSince(origin, time)?.minutes ?? 0) > 0,
  )
  return after ?? null
}

function toMomentTime({ time }: TimelineEntry): readonly MomentTime[] {
  return time === null ? [] : [{ time }]
}

/** An alert may fire before users are affected, so phases follow the clock rather than the usual order. */
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

/** An escalation begins no phase, since nothing changes for users. */
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
