/** The order and distance of resolved times. Two that cannot be compared have neither. */

import { countWhile } from '../../lists/countWhile.ts'
import { millisecondsPerDay, millisecondsPerMinute } from '../written/calendar.ts'
import { type Certainty, leastCertain, type ResolvedDate, type ResolvedTime } from './resolved.ts'

export interface Distance {
  /** Negative if the second time comes before the first. */
  readonly minutes: number
  /** The distance can be certain although neither instant is, if both lack the same date or zone. */
  readonly certainty: Certainty
  readonly approximate: boolean
}

/** The distance from one time to the other, or null if nothing relates them or only one is a whole day. */
export function distanceBetween(from: ResolvedTime, to: ResolvedTime): Distance | null {
  return (from.precision === 'day') === (to.precision === 'day') ? relate(from, to) : null
}

function relate(from: ResolvedTime, to: ResolvedTime): Distance | null {
  const milliseconds = millisecondsBetween(from, to)
  if (milliseconds === null) return null
  return {
    minutes: milliseconds / millisecondsPerMinute,
    certainty: leastCertain(
      dateCertainty(from.date, to.date),
      zoneCertainty(from, to),
      daylightCertainty(from, to),
    ),
    approximate: from.written.approximate || to.written.approximate,
  }
}

export interface StepBack {
  /** The index of the earlier time in the given list. */
  readonly index: number
  /** The index of the later time above it. */
  readonly previousIndex: number
  readonly minutes: number
  readonly certainty: Certainty
}

/** The number of minutes by which an approximate time may be off. */
const approximateSlack = 10

/** The entries that are earlier than the entry above them. Those that cannot be compared are skipped. */
export function findStepsBack(times: readonly ResolvedTime[]): readonly StepBack[] {
  const steps: StepBack[] = []
  let previousIndex = -1
  for (const [index, time] of times.entries()) {
    if (time.wall === null) continue
    const previous = times[previousIndex]
    const distance = previous === undefined ? null : relate(previous, time)
    if (distance !== null && previous !== undefined && isBackwards(distance, time)) {
      const certainty = leastCertain(distance.certainty, zoneDoubt(previous, time))
      steps.push({ index, previousIndex, minutes: -distance.minutes, certainty })
    }
    if (previous === undefined || distance !== null) previousIndex = index
  }
  return steps
}

/**
 * The fewest entries that must move to restore the order: those outside the longest run that never steps
 * back. Null if two of the times cannot be compared.
 */
export function findMisplaced(times: readonly ResolvedTime[]): readonly number[] | null {
  const order = sortedIndexes(times)
  if (order === null) return null
  const rankOf = new Map<number, number>()
  for (const [rank, index] of order.entries()) rankOf.set(index, rank)
  const ranks = times.map((_, index) => rankOf.get(index) ?? 0)
  const kept = new Set(longestIncreasing(ranks))
  return times.flatMap((_, index) => (kept.has(index) ? [] : [index]))
}

/**
 * The indexes in the order of time, with equal times in the order of the list. Null as for `findMisplaced`.
 */
export function sortedIndexes(times: readonly ResolvedTime[]): readonly number[] | null {
  const [first] = times
  if (first === undefined) return []
  const distances: number[] = []
  for (const time of times) {
    const milliseconds = millisecondsBetween(first, time)
    if (milliseconds === null || !sharesMeasure(times, time)) return null
    distances.push(milliseconds)
  }
  return times
    .map((_, index) => index)
    .sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0) || one - other)
}

/** If the clocks are in order and only their zones say otherwise, a zone may be the mistake. */
function zoneDoubt(previous: ResolvedTime, time: ResolvedTime): Certainty {
  const isInOrder = (previous.wall ?? 0) <= (time.wall ?? 0)
  return previous.zone.key !== time.zone.key && isInOrder ? 'assumed' : 'certain'
}

/** A step back is at least as long as the times are precise: 14:05 does not step back from 14:05:30. */
function isBackwards(distance: Distance, later: ResolvedTime): boolean {
  const slack = distance.approximate ? approximateSlack : 0
  return (
    distance.minutes + Math.max(slack, precisionMinutes[later.precision]) <= 0 && distance.minutes < -slack
  )
}

const precisionMinutes = {
  second: 1 / 60,
  minute: 1,
  hour: 1,
  day: millisecondsPerDay / millisecondsPerMinute,
} as const

function millisecondsBetween(from: ResolvedTime, to: ResolvedTime): number | null {
  if (from.wall === null || to.wall === null || from.date.calendar !== to.date.calendar) return null
  if (from.instant !== null && to.instant !== null) return to.instant - from.instant
  if (from.zone.key === to.zone.key || from.precision === 'day' || to.precision === 'day')
    return to.wall - from.wall
  if (from.offsetMinutes === null || to.offsetMinutes === null) return null
  return to.wall - from.wall - (to.offsetMinutes - from.offsetMinutes) * millisecondsPerMinute
}

/** If some are instants and some only wall clocks, they have no common measure. */
function sharesMeasure(times: readonly ResolvedTime[], time: ResolvedTime): boolean {
  return times.every((other) => millisecondsBetween(time, other) !== null)
}

/** A date that both inherit from one source cancels out, however uncertain that source is. */
function dateCertainty(from: ResolvedDate, to: ResolvedDate): Certainty {
  const isShared = from.source === to.source && from.source !== 'own' && from.source !== 'previous'
  if (isShared) return 'certain'
  // Neither has a year, so it is probably the same one.
  if (from.calendar === 'yearless' && to.calendar === 'yearless') return 'assumed'
  return leastCertain(from.certainty, to.certainty)
}

function zoneCertainty(from: ResolvedTime, to: ResolvedTime): Certainty {
  return from.zone.key === to.zone.key ? 'certain' : leastCertain(from.zone.certainty, to.zone.certainty)
}

function daylightCertainty(from: ResolvedTime, to: ResolvedTime): Certainty {
  return isDoubtful(from) || isDoubtful(to) ? 'assumed' : 'certain'
}

function isDoubtful({ daylight }: ResolvedTime): boolean {
  return daylight !== null && !(daylight.kind === 'overlap' && daylight.isSettled)
}

/** The indexes of a longest increasing subsequence, by patience sorting. */
function longestIncreasing(values: readonly number[]): readonly number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [index, value] of values.entries()) {
    const length = countWhile(ends, (end) => (values[end] ?? 0) < value)
    before.push(ends[length - 1] ?? -1)
    ends[length] = index
  }
  const run: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(index)
  return run.reverse()
}
