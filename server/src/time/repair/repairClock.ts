/**
 * "Did you mean this time?": the single digit that puts a list back into order, in one clock or in the same place
 * of a run of clocks that share it (21:31 to 21:50 between 23:21 and 23:55).
 */

import { distanceBetween, findStepsBack } from '../resolved/order.ts'
import { resolveTimes } from '../resolved/resolve.ts'
import type { ResolvedTime, TimeContext, TimeStep } from '../resolved/resolved.ts'
import { readClock } from '../written/clock.ts'
import type { WrittenClock } from '../written/written.ts'
import { type Attempt, attemptAt, maxSteps, placesOfTimes, type TimeRepair, timesAfter } from './attempt.ts'

/** The repair, or null if the list is in order, or if no digit or more than one could be the mistake. */
export function findClockRepair(steps: readonly TimeStep[], context: TimeContext): TimeRepair | null {
  const times = resolveTimes(steps, context)
  const [step, ...others] = findStepsBack(times)
  if (step === undefined || others.length > 0 || steps.length > maxSteps) return null
  const places = placesOfTimes(steps)
  const found = [
    ...repairsFrom(places[step.index] ?? -1, 1, steps, times, context),
    ...repairsFrom(places[step.previousIndex] ?? -1, -1, steps, times, context),
  ]
  return onlyOne(found.filter(({ edits }) => edits.length === 1)) ?? onlyRun(found)
}

/** One clock is more likely wrong than several. */
function onlyRun(found: readonly TimeRepair[]): TimeRepair | null {
  return found.some(({ edits }) => edits.length === 1) ? null : onlyOne(found)
}

function onlyOne(repairs: readonly TimeRepair[]): TimeRepair | null {
  const [repair] = repairs
  return repair !== undefined && repairs.length === 1 ? repair : null
}

interface DigitChange {
  readonly at: number
  readonly from: string
  readonly to: string
}

function repairsFrom(
  place: number,
  direction: 1 | -1,
  steps: readonly TimeStep[],
  times: readonly ResolvedTime[],
  context: TimeContext,
): readonly TimeRepair[] {
  const clock = clockOf(steps[place])
  if (clock === null) return []
  return changesOf(clock).flatMap((change) => {
    const run = runOf(place, direction, change, steps)
    const attempts = run.length > 1 ? [[place], run] : [[place]]
    for (const attempt of attempts) {
      const repair = repairAt(attempt, change, steps)
      if (repair !== null && restoresOrder(repair, steps, times, context)) return [repair.repair]
    }
    return []
  })
}

function clockOf(step: TimeStep | undefined): WrittenClock | null {
  return step?.kind === 'time' && step.time.until === null ? step.time.clock : null
}

function changesOf(clock: WrittenClock): readonly DigitChange[] {
  return [...clock.text].flatMap((from, at) =>
    /\d/.test(from) ? [...'0123456789'].filter((to) => to !== from).map((to) => ({ at, from, to })) : [],
  )
}

/**
 * The clocks in one direction that have the same digit in the same place. Empty if they reach an end of the
 * list: nothing contradicts them on that side, so they may well be right.
 */
function runOf(
  place: number,
  direction: 1 | -1,
  change: DigitChange,
  steps: readonly TimeStep[],
): readonly number[] {
  const run: number[] = []
  for (let index = place; index >= 0 && index < steps.length; index += direction) {
    const clock = clockOf(steps[index])
    if (clock === null || changeClock(clock, change) === null) break
    run.push(index)
  }
  const last = run.at(-1) ?? place
  return last === 0 || last === steps.length - 1 ? [] : run
}

function changeClock(clock: WrittenClock, { at, from, to }: DigitChange): WrittenClock | null {
  if (clock.text[at] !== from) return null
  const text = clock.text.slice(0, at) + to + clock.text.slice(at + 1)
  const read = readClock(text, 0, { atHead: true, followsDate: true })
  if (read === null || read.clock.text !== text || read.problems.length > 0 || read.clock.form !== clock.form)
    return null
  return { ...read.clock, start: clock.start, end: clock.end }
}

function repairAt(
  places: readonly number[],
  change: DigitChange,
  steps: readonly TimeStep[],
): Attempt | null {
  return attemptAt(places, steps, (step) => {
    const old = clockOf(step)
    const clock = old === null ? null : changeClock(old, change)
    if (step.kind !== 'time' || clock === null) return null
    const { start, end, text } = clock
    return { step: { ...step, time: { ...step.time, clock } }, start, end, text }
  })
}

/**
 * The list must be in order, pass midnight at the same entries as before, and have no new time outside the
 * outage.
 */
function restoresOrder(
  attempt: Attempt,
  steps: readonly TimeStep[],
  times: readonly ResolvedTime[],
  context: TimeContext,
): boolean {
  const again = timesAfter(attempt, steps, context)
  if (findStepsBack(again).length > 0) return false
  return again.every((time, index) => {
    const before = times[index]
    if (before === undefined || before.rolledOver !== time.rolledOver) return false
    const isEarly = (each: ResolvedTime) => isAfter(context.window?.start ?? null, each)
    const isLate = (each: ResolvedTime) => isAfter(each, context.window?.end ?? null)
    return (!isEarly(time) || isEarly(before)) && (!isLate(time) || isLate(before))
  })
}

function isAfter(one: ResolvedTime | null, other: ResolvedTime | null): boolean {
  const distance = one === null || other === null ? null : distanceBetween(other, one)
  return distance !== null && distance.minutes > 0
}
