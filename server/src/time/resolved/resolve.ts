/**
 * Places the written times of one list: each gets its zone and its day from the strongest source that knows
 * them, passes midnight where the clock falls back by half a day, and becomes an instant where it can.
 */

import { millisecondsPerDay, millisecondsPerMinute } from '../written/calendar.ts'
import type { WrittenTime } from '../written/written.ts'
import { place, unplaced, wallOf } from './place.ts'
import {
  type DateKnowledge,
  gatherDateKnowledge,
  isWeakSource,
  resolveDate,
  undatedDay,
} from './resolveDate.ts'
import {
  leastCertain,
  type ResolvedDate,
  type ResolvedTime,
  type ResolvedZone,
  type TimeContext,
  type TimeStep,
  type ZoneInContext,
} from './resolved.ts'
import { offsetOfMeaning, resolveZone, zonesOfList } from './resolveZone.ts'

/** A clock that falls back by less than this is out of order; by more, the next day has begun. */
const rollOver = 12 * 60 * millisecondsPerMinute

/** One resolved time for each `time` step, in the order of the list. */
export function resolveTimes(steps: readonly TimeStep[], context: TimeContext): readonly ResolvedTime[] {
  const knowledge = gatherDateKnowledge(steps, context)
  const day = startingDay(context, knowledge) ?? followingDay(steps, knowledge)
  const list: ListState = {
    context,
    knowledge,
    zones: zonesOfList(steps, context),
    day,
    previous: startOnDay(context, day),
  }
  const resolved: ResolvedTime[] = []
  for (const step of steps) {
    if (step.kind === 'date') {
      beginDay(step, list)
      continue
    }
    const time = resolveStep(step.time, list)
    resolved.push(time)
    remember(time, list)
  }
  return settleOverlaps(resolved)
}

/** One time on its own: a field of the summary, the front matter. */
export function resolveTime(time: WrittenTime, context: TimeContext): ResolvedTime {
  const [resolved] = resolveTimes([{ kind: 'time', time }], context)
  return resolved ?? unplaced(time, resolveZone(time, null, context.zones, context.settings), undatedDay)
}

interface ListState {
  readonly context: TimeContext
  readonly knowledge: DateKnowledge
  zones: readonly ZoneInContext[]
  /** The day that an entry without a date inherits. */
  day: ResolvedDate | null
  /** The previous entry, which tells when midnight has passed. */
  previous: ResolvedTime | null
}

/**
 * The summary's start is a better source of the day than a title or a file name, but not than the list
 * itself.
 */
function startingDay(context: TimeContext, knowledge: DateKnowledge): ResolvedDate | null {
  const start = context.window?.start?.date ?? null
  const stated: ResolvedDate | null =
    start === null || start.calendar === 'undated' ? null : { ...start, source: 'summary' }
  for (const { date, source } of context.dates) {
    if (stated !== null && isWeakSource(source)) return stated
    const day = resolveDate(date, source, stated, knowledge)
    if (day !== null) return day
  }
  return stated
}

/** The start of the outage counts as the entry before the first if both are on the same day. */
function startOnDay(context: TimeContext, day: ResolvedDate | null): ResolvedTime | null {
  const start = context.window?.start ?? null
  const { calendar, number } = day ?? undatedDay
  return start?.date.calendar === calendar && start.date.number === number ? start : null
}

/** Entries above the first date are taken to be on its day. */
function followingDay(steps: readonly TimeStep[], knowledge: DateKnowledge): ResolvedDate | null {
  for (const step of steps) {
    const date = step.kind === 'date' ? step.date : (step.time.date ?? step.time.until?.date)
    const day = date == null ? null : resolveDate(date, 'following', null, knowledge)
    if (day !== null) return day
  }
  return null
}

function beginDay(step: Extract<TimeStep, { kind: 'date' }>, list: ListState): void {
  const day = resolveDate(step.date, 'heading', list.day, list.knowledge)
  if (day !== null) {
    list.day = day
    list.previous = null
  }
  if (step.zone !== null) list.zones = [{ zone: step.zone, source: 'heading' }, ...list.zones]
}

function remember(time: ResolvedTime, list: ListState): void {
  if (time.wall === null) return
  list.previous = time
  const isRelative = time.written.relativeMinutes !== null
  if (isRelative) return
  const isOwn = time.date.source === 'own' || time.date.source === 'partner'
  const number = Math.floor(time.wall / millisecondsPerDay)
  list.day = { ...time.date, number, source: isOwn ? 'previous' : time.date.source }
}

function resolveStep(written: WrittenTime, list: ListState): ResolvedTime {
  const { settings } = list.context
  if (written.relativeMinutes !== null) return resolveRelative(written, written.relativeMinutes, list)
  const zone = resolveZone(written, written.until, list.zones, settings)
  const { date, rolledOver } = dayOf(written, zone, list)
  const time = place(written, zone, date, rolledOver)
  const { until } = written
  return until === null ? time : { ...time, until: resolveUntil(until, time, list) }
}

interface DayOfTime {
  readonly date: ResolvedDate
  readonly rolledOver: boolean
}

function dayOf(written: WrittenTime, zone: ResolvedZone, list: ListState): DayOfTime {
  const own = written.date === null ? null : resolveDate(written.date, 'own', list.day, list.knowledge)
  if (own !== null) return { date: own, rolledOver: false }
  const shared = written.until?.date ?? null
  const partner = shared === null ? null : resolveDate(shared, 'partner', list.day, list.knowledge)
  if (partner !== null) return { date: partner, rolledOver: false }
  return inheritedDay(written, zone, list)
}

/** The day of the previous entry, or the next day if the clock has passed midnight since. */
function inheritedDay(written: WrittenTime, zone: ResolvedZone, list: ListState): DayOfTime {
  const previousWall = wallInZone(list.previous, zone)
  const isOnOneCalendar = list.previous?.date.calendar === (list.day ?? undatedDay).calendar
  const base = list.day ?? undatedDay
  if (written.clock === null || previousWall === null || !isOnOneCalendar) {
    return { date: written.nextDay ? shift(base, 1) : base, rolledOver: written.nextDay }
  }
  const date = { ...base, number: Math.floor(previousWall / millisecondsPerDay) }
  if (written.nextDay && list.previous?.written.nextDay !== true) {
    return { date: shift(date, 1), rolledOver: true }
  }
  const fallsBack = previousWall - wallOf(date, written.clock) >= rollOver
  if (!fallsBack || endsBefore(list, shift(date, 1))) return { date, rolledOver: false }
  return { date: shift(date, 1), rolledOver: true }
}

function shift(date: ResolvedDate, days: number): ResolvedDate {
  return { ...date, number: date.number + days }
}

/** If the summary says that it was over by then, the clock is wrong and midnight has not passed. */
function endsBefore(list: ListState, date: ResolvedDate): boolean {
  const { start = null, end = null } = list.context.window ?? {}
  if (end === null || end.wall === null || end.date.calendar !== 'dated' || date.calendar !== 'dated')
    return false
  // The report has the name of one day, and its end may be on the next.
  if (isWeakSource(end.date.source)) return false
  // An end before the start is itself the mistake.
  if (start?.date.calendar === 'dated' && start.wall !== null && end.wall < start.wall) return false
  return date.number > Math.floor(end.wall / millisecondsPerDay)
}

/** The wall clock of the previous entry in this entry's zone. */
function wallInZone(previous: ResolvedTime | null, zone: ResolvedZone): number | null {
  if (previous === null || previous.precision === 'day') return previous?.wall ?? null
  if (previous.zone.key === zone.key || zone.meaning === null || previous.offsetMinutes === null)
    return previous.wall
  if (previous.wall === null) return null
  const instant = previous.wall - previous.offsetMinutes * millisecondsPerMinute
  const offset = offsetOfMeaning(zone.meaning, instant)
  return offset === null ? previous.wall : instant + offset * millisecondsPerMinute
}

function resolveUntil(written: WrittenTime, from: ResolvedTime, list: ListState): ResolvedTime {
  const zone = resolveZone(written, from.written, list.zones, list.context.settings)
  const own = written.date === null ? null : resolveDate(written.date, 'own', from.date, list.knowledge)
  const isSharedDate = own !== null && from.date.source === 'partner'
  if (own !== null && !isSharedDate) return place(written, zone, own, false)
  const inZone = wallInZone(from, zone)
  const number = inZone === null ? from.date.number : Math.floor(inZone / millisecondsPerDay)
  const date = { ...from.date, number }
  const isNextDay =
    written.nextDay || (written.clock !== null && inZone !== null && wallOf(date, written.clock) < inZone)
  return place(written, zone, isNextDay ? shift(date, 1) : date, isNextDay)
}

function resolveRelative(written: WrittenTime, minutes: number, list: ListState): ResolvedTime {
  const origin = list.context.window?.start ?? null
  const zone = origin?.zone ?? resolveZone(written, null, list.zones, list.context.settings)
  const base = origin?.date ?? undatedDay
  if (origin === null || origin.wall === null) {
    const wall = minutes * millisecondsPerMinute
    return { ...unplaced(written, { ...zone, key: 'since the start' }, base), wall, precision: 'minute' }
  }
  const wall = origin.wall + minutes * millisecondsPerMinute
  const instant = origin.instant === null ? null : origin.instant + minutes * millisecondsPerMinute
  const date = { ...base, number: Math.floor(wall / millisecondsPerDay) }
  const { offsetMinutes, certainty } = origin
  return { ...unplaced(written, zone, date), wall, precision: 'minute', offsetMinutes, instant, certainty }
}

/**
 * When the clocks were put back an hour, the neighbouring entries may tell which of the two hours is meant.
 */
function settleOverlaps(times: readonly ResolvedTime[]): readonly ResolvedTime[] {
  const settled = [...times]
  for (const [index, time] of settled.entries()) {
    if (time.daylight?.kind !== 'overlap') continue
    const before = settled.slice(0, index).findLast(isCertain)?.instant ?? Number.NEGATIVE_INFINITY
    const after = settled.slice(index + 1).find(isCertain)?.instant ?? Number.POSITIVE_INFINITY
    const possible = time.daylight.instants.filter((instant) => instant >= before && instant <= after)
    const instant = possible[0] ?? time.instant
    if (instant === null || time.wall === null) continue
    const isSettled = possible.length === 1
    settled[index] = {
      ...time,
      instant,
      offsetMinutes: (time.wall - instant) / millisecondsPerMinute,
      certainty: isSettled ? leastCertain(time.date.certainty, time.zone.certainty) : time.certainty,
      daylight: { ...time.daylight, isSettled },
    }
  }
  return settled
}

function isCertain(time: ResolvedTime): boolean {
  return time.instant !== null && time.certainty === 'certain'
}
