import { resolveTimes } from '../../time/resolved/resolve.ts'
import {
  type DateInContext,
  defaultTimeSettings,
  type ResolvedTime,
  type TimeContext,
  type TimeSettings,
  type TimeStep,
  type ZoneInContext,
} from '../../time/resolved/resolved.ts'
import { readZone } from '../../time/written/zone.ts'
import type { FoundZone } from '../fields/fields.ts'
import type { FoundWindow } from '../fields/window.ts'
import type { FoundEntry, FoundTimeline } from '../timeline/timeline.ts'

export interface PlacedTimes {
  readonly start: ResolvedTime | null
  readonly end: ResolvedTime | null
  readonly entries: ReadonlyMap<FoundEntry, ResolvedTime>
  /** The context that the entries were resolved in. */
  readonly context: TimeContext
}

/** Settings for what the text itself leaves open about its times. */
export interface TimeConventions {
  readonly settings: TimeSettings
  /** The zone that the document's front matter declares. */
  readonly declaredZone: string | null
}

export const defaultTimeConventions: TimeConventions = { settings: defaultTimeSettings, declaredZone: null }

/**
 * Puts both ends of the outage and all entries on the calendar; each may take its date or zone from the
 * others.
 */
export function placeTimes(
  window: FoundWindow,
  timeline: FoundTimeline,
  zone: FoundZone | null,
  contextDates: readonly DateInContext[],
  conventions: TimeConventions,
): PlacedTimes {
  const context = contextOf(timeline, zone, contextDates, conventions.settings)
  const declared = conventions.declaredZone === null ? null : readZone(conventions.declaredZone)
  const declaredZones: readonly ZoneInContext[] =
    declared === null ? [] : [{ zone: declared, source: 'frontMatter' }]
  const [start, end] = placeWindow(window, { ...context, zones: [...context.zones, ...declaredZones] })
  const zones: ZoneInContext[] = [...context.zones]
  const summaryZone = window.start?.time.zone ?? window.end?.time.zone ?? null
  if (summaryZone !== null) zones.push({ zone: summaryZone, source: 'summary' })
  for (const each of declaredZones) zones.push(each)
  // An end that only an entry tells is weak evidence of the day that the entries before it are on.
  const isEndStated = window.end?.basis !== 'entry'
  const endDate = window.end?.time.date ?? null
  const startDate = window.start?.time.date ?? (isEndStated ? endDate : null)
  const dates: DateInContext[] =
    startDate === null ? [...context.dates] : [{ date: startDate, source: 'summary' }, ...context.dates]
  if (startDate === null && endDate !== null) dates.push({ date: endDate, source: 'following' })
  if (timeline.headingDate !== null) dates.unshift({ date: timeline.headingDate, source: 'heading' })
  const steps: TimeStep[] = []
  const timed: FoundEntry[] = []
  for (const step of timeline.steps) {
    if (step.kind === 'date') steps.push({ kind: 'date', date: step.date, zone: step.zone })
    else if (step.entry.time !== null) {
      steps.push({ kind: 'time', time: step.entry.time })
      timed.push(step.entry)
    }
  }
  const whole: TimeContext = { ...context, zones, dates, window: { start, end: isEndStated ? end : null } }
  const resolved = resolveTimes(steps, whole)
  const entries = new Map(timed.map((entry, index) => [entry, resolved[index] as ResolvedTime]))
  return {
    start,
    end: endInList(window.end, entries) ?? end,
    context: whole,
    entries,
  }
}

/** An end that an entry tells is on the day that the entries before it lead to. */
function endInList(
  end: FoundWindow['end'],
  entries: ReadonlyMap<FoundEntry, ResolvedTime>,
): ResolvedTime | null {
  if (end?.basis !== 'entry' || end.time.date !== null) return null
  const [, time] = [...entries].find(([entry]) => entry.time === end.time) ?? []
  return time ?? null
}

function contextOf(
  timeline: FoundTimeline,
  zone: FoundZone | null,
  dates: readonly DateInContext[],
  settings: TimeSettings,
): TimeContext {
  const zones: ZoneInContext[] = []
  if (timeline.headingZone !== null) zones.push({ zone: timeline.headingZone, source: 'heading' })
  if (zone?.isStatement) zones.push({ zone: zone.zone, source: 'statement' })
  return {
    zones,
    dates,
    settings,
    window: null,
  }
}

/** The two ends are resolved as one short list, so that either can take its day and zone from the other. */
function placeWindow(
  window: FoundWindow,
  context: TimeContext,
): readonly [ResolvedTime | null, ResolvedTime | null] {
  const { start, end } = window
  const others: DateInContext[] = [start, end].flatMap((found) =>
    found?.time.date ? [{ date: found.time.date, source: 'summary' as const }] : [],
  )
  const zones: ZoneInContext[] = [start, end].flatMap((found) =>
    found?.time.zone ? [{ zone: found.time.zone, source: 'partner' as const }] : [],
  )
  const whole = { ...context, dates: [...others, ...context.dates], zones: [...zones, ...context.zones] }
  const found = [start, end].filter((each) => each !== null)
  const isRange = start !== null && end !== null && start.time.until === end.time
  if (isRange) {
    const [range] = resolveTimes([{ kind: 'time', time: start.time }], whole)
    return [range ?? null, range?.until ?? null]
  }
  const resolved = resolveTimes(
    found.map(({ time }) => ({ kind: 'time', time: { ...time, until: null } })),
    whole,
  )
  return [start === null ? null : (resolved[0] ?? null), end === null ? null : (resolved.at(-1) ?? null)]
}
