/**
 * "Did you mean this date?": the single change that puts a list back into order. One character of one date,
 * or of a run of dates that share it (the year that was not yet changed in January), or a run that is a day off.
 */

import { largest, smallest } from '../../lists/extremes.ts'
import { findStepsBack } from '../resolved/order.ts'
import { resolveTimes } from '../resolved/resolve.ts'
import { resolveDate } from '../resolved/resolveDate.ts'
import type { ResolvedTime, TimeContext, TimeStep } from '../resolved/resolved.ts'
import { dayFromNumber, dayNumber, millisecondsPerDay } from '../written/calendar.ts'
import { readDate } from '../written/date.ts'
import type { WrittenDate } from '../written/written.ts'
import { type Attempt, attemptAt, maxSteps, placesOfTimes, type TimeRepair, timesAfter } from './attempt.ts'
import { printDateLike } from './printDate.ts'

/** A change is beyond doubt if every other one makes the list this many times longer. */
const clearlyShorter = 4

/** A change is also beyond doubt if every other one rewrites this many times more dates. */
const clearlyFewer = 3

/** The repair, or null if the list is in order, or if no change or more than one could restore the order. */
export function findDateRepair(steps: readonly TimeStep[], context: TimeContext): TimeRepair | null {
  const times = resolveTimes(steps, context)
  const [step, ...others] = findStepsBack(times)
  if (step === undefined || others.length > 1 || steps.length > maxSteps) return null
  const places = placesOfTimes(steps)
  const candidates = [step, ...others].flatMap(({ index, previousIndex }) => [
    ...changes(steps, places[index] ?? -1, 1),
    ...changes(steps, places[previousIndex] ?? -1, -1),
  ])
  return clearWinner(candidates.flatMap((change) => repairIfOrdered(change, steps, context)))
}

/** A repair that restores the order, and the time that the list then spans. */
interface OrderedRepair {
  readonly repair: TimeRepair
  readonly length: number
}

/** The new text of a date; null for a date that the change does not fit. */
type Rewrite = (date: WrittenDate) => string | null

/**
 * Every small change of the date in effect at this step, alone and with the neighbouring dates that it fits.
 */
function changes(steps: readonly TimeStep[], place: number, direction: 1 | -1): readonly Attempt[] {
  const datePlace = findDatePlace(steps, place)
  const date = datePlace === null ? null : dateOf(steps[datePlace])
  if (datePlace === null || date === null) return []
  const likeThis = neighbours(date).map(
    (changed): Rewrite =>
      (other) =>
        changeLike(other, date, changed),
  )
  return [...likeThis, shiftLike(date, direction)].flatMap((rewrite) => {
    const run = runOf(steps, datePlace, direction, rewrite)
    const together = run.length > 1 ? changeAll(steps, run, rewrite) : null
    return [changeAll(steps, [datePlace], rewrite), together].filter((change) => change !== null)
  })
}

/** Moves the dates of the same day by one day: the writer forgot that midnight had passed. */
function shiftLike(date: WrittenDate, days: 1 | -1): Rewrite {
  return (other) => {
    const [reading] = other.readings
    const [model] = date.readings
    if (reading === undefined || model === undefined || reading.year === null || model.year === null)
      return null
    const number = dayNumber({ ...reading, year: reading.year })
    if (number !== dayNumber({ ...model, year: model.year })) return null
    return printDateLike(other, dayFromNumber(number + days))
  }
}

/** An entry without a date inherits the one above it. */
function findDatePlace(steps: readonly TimeStep[], place: number): number | null {
  for (let index = place; index >= 0; index -= 1) {
    if (dateOf(steps[index]) !== null) return index
  }
  return null
}

function dateOf(step: TimeStep | undefined): WrittenDate | null {
  const date = step?.kind === 'time' ? step.time.date : (step?.date ?? null)
  return date === null || date.readings.length === 0 ? null : date
}

/** The texts that differ from the date's in one digit and are real days in the same format. */
function neighbours(date: WrittenDate): readonly string[] {
  const texts: string[] = []
  for (const [index, character] of [...date.text].entries()) {
    if (!/\d/.test(character)) continue
    for (let digit = 0; digit <= 9; digit += 1) {
      const text = date.text.slice(0, index) + digit + date.text.slice(index + 1)
      if (text !== date.text && reread(text, date) !== null) texts.push(text)
    }
  }
  return texts
}

function reread(text: string, model: WrittenDate): WrittenDate | null {
  const date = readDate(text, 0)?.date
  if (date === undefined || date.text !== text || date.form !== model.form || date.readings.length === 0)
    return null
  const order = model.readings[0]?.order
  return date.readings.some((reading) => reading.order === order) ? date : null
}

/** The neighbouring dates, in one direction, that the same change fits. */
function runOf(
  steps: readonly TimeStep[],
  from: number,
  direction: 1 | -1,
  rewrite: Rewrite,
): readonly number[] {
  const run: number[] = []
  for (let index = from; index >= 0 && index < steps.length; index += direction) {
    const other = dateOf(steps[index])
    if (other === null) continue
    if (rewrite(other) === null) break
    run.push(index)
  }
  return run
}

/** The other date with the same character changed at the same place. */
function changeLike(other: WrittenDate, date: WrittenDate, changed: string): string | null {
  const index = [...changed].findIndex((character, place) => character !== date.text[place])
  if (other.form !== date.form || other.text.length !== date.text.length) return null
  if (other.text[index] !== date.text[index]) return null
  const text = other.text.slice(0, index) + changed[index] + other.text.slice(index + 1)
  return reread(text, other) === null ? null : text
}

function changeAll(steps: readonly TimeStep[], places: readonly number[], rewrite: Rewrite): Attempt | null {
  return attemptAt(places, steps, (step) => {
    const old = dateOf(step)
    const text = old === null ? null : rewrite(old)
    const read = text === null || old === null ? null : reread(text, old)
    if (old === null || text === null || read === null) return null
    const { start, end } = old
    const date = { ...read, start, end }
    const changed = step.kind === 'date' ? { ...step, date } : { ...step, time: { ...step.time, date } }
    return { step: changed, start, end, text }
  })
}

/** Empty if the list still steps back after the change. */
function repairIfOrdered(
  attempt: Attempt,
  steps: readonly TimeStep[],
  context: TimeContext,
): readonly OrderedRepair[] {
  const times = timesAfter(attempt, steps, context)
  return findStepsBack(times).length > 0 ? [] : [{ repair: attempt.repair, length: lengthOf(times, context) }]
}

/** In milliseconds. The days in the title and the summary belong to the incident as well. */
function lengthOf(times: readonly ResolvedTime[], context: TimeContext): number {
  const window = [context.window?.start, context.window?.end]
  const walls = [...times, ...window].flatMap((time) => time?.wall ?? [])
  const days = context.dates.flatMap(({ date, source }) => {
    const day = resolveDate(date, source, null, { order: context.settings.dateOrder, year: null })
    return day?.calendar === 'dated' ? day.number * millisecondsPerDay : []
  })
  const starts = [...walls, ...days.map((day) => day + millisecondsPerDay)]
  const ends = [...walls, ...days]
  return largest(ends) - smallest(starts)
}

/** Many changes restore the order by pulling the list apart; the true one brings it together. */
function clearWinner(repairs: readonly OrderedRepair[]): TimeRepair | null {
  const distinct = new Map(repairs.map((one) => [JSON.stringify(one.repair), one]))
  const [best, ...others] = [...distinct.values()].sort(
    (one, other) => one.length - other.length || countOf(one) - countOf(other),
  )
  if (best === undefined) return null
  const isClear = others.every(
    (other) =>
      best.length * clearlyShorter <= other.length - 1 || countOf(best) * clearlyFewer <= countOf(other),
  )
  return isClear ? best.repair : null
}

function countOf({ repair }: OrderedRepair): number {
  return repair.edits.length
}
