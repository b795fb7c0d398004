/**
 * Converts a list of times to another zone: the instants stay the same, and every clock, date and zone keeps
 * its format. The words around them are not touched. The result is read and resolved again before it is
 * offered.
 */

import { resolveTimes } from '../resolved/resolve.ts'
import type { ResolvedDate, ResolvedTime, TimeContext, TimeStep } from '../resolved/resolved.ts'
import { offsetOfMeaning, type SettledMeaning } from '../resolved/resolveZone.ts'
import { dayFromNumber, millisecondsPerDay, millisecondsPerMinute } from '../written/calendar.ts'
import { readDate } from '../written/date.ts'
import { readWrittenTime } from '../written/readTime.ts'
import type { DateOrder, WrittenClock, WrittenDate, WrittenTime, WrittenZone } from '../written/written.ts'
import { offsetName } from '../written/zone.ts'
import { padsHours, printClockLike, timeOfDay } from './print.ts'
import { printDateLike } from './printDate.ts'

export interface ConversionTarget {
  /** The zone as it will be written: `UTC`, `EAT`, `Europe/Paris`. */
  readonly text: string
  readonly meaning: SettledMeaning
}

/** Offsets refer to the text that the step was read from. */
export interface TimeEdit {
  readonly stepIndex: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The edits that convert the list to the target, or null if an entry's offset is unknown or the result would
 * mean something else. `contextAfter` is the context once its own statements have been converted; by default,
 * its zone is the target.
 */
export function convertTimes(
  steps: readonly TimeStep[],
  context: TimeContext,
  target: ConversionTarget,
  contextAfter: TimeContext = withZone(context, target),
): readonly TimeEdit[] | null {
  const times = resolveTimes(steps, context)
  if (times.some((time) => endsOf(time).some((one) => one.wall !== null && wallIn(target, one) === null)))
    return null
  const plain = editsFor(steps, times, target, new Set())
  const wrong = plain === null ? null : findChangedTimes(steps, times, plain, target, contextAfter)
  if (plain === null || wrong === null) return null
  if (wrong.size === 0) return plain
  // Midnight is at another instant in the target zone. Where that would mislead, the date is written out.
  const dated = editsFor(steps, times, target, wrong)
  const left = dated === null ? null : findChangedTimes(steps, times, dated, target, contextAfter)
  return left !== null && left.size === 0 ? dated : null
}

/** The wall clock of a resolved time in the target zone, on the same calendar. */
export function wallIn(target: ConversionTarget, time: ResolvedTime): number | null {
  if (time.wall === null) return null
  if (time.precision === 'day') return time.wall
  if (time.instant !== null) {
    const offset = offsetOfMeaning(target.meaning, time.instant)
    return offset === null ? null : time.instant + offset * millisecondsPerMinute
  }
  if (time.offsetMinutes === null || target.meaning.kind !== 'fixed') return null
  return time.wall + (target.meaning.offsetMinutes - time.offsetMinutes) * millisecondsPerMinute
}

/** The target zone as if it had been read on its own. */
export function writtenZone({ text, meaning }: ConversionTarget): WrittenZone {
  return { start: 0, end: text.length, text, name: text, meaning, statedOffset: null, isContradictory: false }
}

/** Converts a time outside any list, such as the start in a summary. Null as for a list. */
export function convertTime(
  time: ResolvedTime,
  target: ConversionTarget,
  padHour: boolean,
): readonly Piece[] | null {
  if (endsOf(time).some((one) => one.wall !== null && wallIn(target, one) === null)) return null
  return timePieces(time, { target, padHour }, false)
}

function withZone(context: TimeContext, target: ConversionTarget): TimeContext {
  const zone = writtenZone(target)
  const zones = context.zones.slice(0, 1).map(({ source }) => ({ zone, source }))
  return { ...context, zones, window: null }
}

function endsOf(time: ResolvedTime): readonly ResolvedTime[] {
  return time.until === null ? [time] : [time, time.until]
}

function editsFor(
  steps: readonly TimeStep[],
  times: readonly ResolvedTime[],
  target: ConversionTarget,
  needsDate: ReadonlySet<number>,
): readonly TimeEdit[] | null {
  const clocks = times.flatMap((time) => endsOf(time).flatMap(({ written }) => written.clock ?? []))
  const style: Style = { target, padHour: padsHours(clocks) }
  const edits: TimeEdit[] = []
  let timeIndex = 0
  for (const [stepIndex, step] of steps.entries()) {
    const time = times[timeIndex]
    const pieces =
      step.kind === 'date'
        ? headingPieces(step, steps[stepIndex + 1], time, style)
        : time === undefined
          ? []
          : timePieces(time, style, needsDate.has(timeIndex))
    if (pieces === null) return null
    for (const piece of pieces) edits.push({ ...piece, stepIndex })
    if (step.kind === 'time') timeIndex += 1
  }
  return edits
}

interface Style {
  readonly target: ConversionTarget
  readonly padHour: boolean
}

export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A date heading moves with the first time below it, and its zone applies to all of them. */
function headingPieces(
  { date, zone }: Extract<TimeStep, { kind: 'date' }>,
  next: TimeStep | undefined,
  first: ResolvedTime | undefined,
  style: Style,
): readonly Piece[] | null {
  const { text } = style.target
  const zones = zone === null ? [] : [{ start: zone.start, end: zone.end, text }]
  if (next?.kind !== 'time' || first === undefined || first.wall === null || next.time.date !== null)
    return zones
  const wall = wallIn(style.target, first)
  if (wall === null) return null
  const days = Math.floor(wall / millisecondsPerDay) - Math.floor(first.wall / millisecondsPerDay)
  const number = first.date.number - (first.rolledOver ? 1 : 0)
  const dates = datePieces(date, { ...first.date, number }, number + days)
  return dates === null ? null : [...dates, ...zones]
}

function timePieces(time: ResolvedTime, style: Style, needsDate: boolean): readonly Piece[] | null {
  const own = piecesOfEnd(time, time.until, style)
  const until = time.until === null ? [] : piecesOfEnd(time.until, time, style)
  if (own === null || until === null) return null
  const wall = wallIn(style.target, time)
  const { clock, date } = time.written
  if (!needsDate || wall === null || clock === null || date !== null) return [...own, ...until]
  if (time.written.nextDay) return null
  const day = new Date(wall).toISOString().slice(0, 10)
  return [
    ...own.map((piece) => (piece.start === clock.start ? { ...piece, text: `${day} ${piece.text}` } : piece)),
    ...until,
  ]
}

function piecesOfEnd(
  time: ResolvedTime,
  partner: ResolvedTime | null,
  style: Style,
): readonly Piece[] | null {
  const wall = wallIn(style.target, time)
  const { clock, date, zone } = time.written
  if (wall === null || time.wall === null) return []
  const partnerWall = partner === null ? null : wallIn(style.target, partner)
  const clocks =
    clock === null ? [] : [clockPiece(clock, wall, partner?.written ?? null, partnerWall, style.padHour)]
  const before = { ...time.date, number: Math.floor(time.wall / millisecondsPerDay) }
  const dates = date === null ? [] : datePieces(date, before, Math.floor(wall / millisecondsPerDay))
  if (dates === null) return null
  return [...clocks, ...dates, ...(zone === null ? [] : [zonePiece(zone, time, style.target)])].filter(
    (piece) => piece !== null,
  )
}

/** In `9:00 - 11:00 AM` the first end omits AM or PM as long as both ends are in the same half of the day. */
function clockPiece(
  clock: WrittenClock,
  wall: number,
  partner: WrittenTime | null,
  partnerWall: number | null,
  padHour: boolean,
): Piece {
  const time = timeOfDay(wall)
  const { start, end } = clock
  const tail = clock.meridiemIsImplied
    ? (/\s{0,2}[ap]\s?\.?m\.?$/i.exec(partner?.clock?.text ?? '')?.[0] ?? '')
    : ''
  const text = printClockLike({ ...clock, text: clock.text + tail }, time, padHour)
  const isSameHalf = partnerWall !== null && timeOfDay(partnerWall).hour < 12 === time.hour < 12
  return { start, end, text: tail !== '' && isSameHalf ? text.slice(0, text.length - tail.length) : text }
}

/** The weekday of a date without a year is unknown, so the date can stay but not move. */
function datePieces(date: WrittenDate, before: ResolvedDate, number: number): readonly Piece[] | null {
  if (number === before.number) return []
  if (date.readings.length === 0) return date.form === 'weekday' ? null : []
  if (date.weekday !== null && before.calendar !== 'dated') return null
  const text = printDateLike(date, dayFromNumber(number), orderOf(date, before.number))
  return text === null ? null : [{ start: date.start, end: date.end, text }]
}

/** The order in which the date was read as this day. */
function orderOf(date: WrittenDate, number: number): DateOrder | null {
  const day = dayFromNumber(number)
  const taken = date.readings.find((reading) => reading.month === day.month && reading.day === day.day)
  return taken?.order ?? date.readings[0]?.order ?? null
}

/** A bare offset attached to the clock, or the Z of ISO 8601, is replaced by one of the two. */
function zonePiece(zone: WrittenZone, time: ResolvedTime, target: ConversionTarget): Piece | null {
  const { start, end } = zone
  const isAttached = time.written.clock?.end === start
  if (!isAttached || !/^(?:Z|[+\-−].*)$/.test(zone.text)) return { start, end, text: target.text }
  const offset = time.instant === null ? null : offsetOfMeaning(target.meaning, time.instant)
  if (offset === null) return null
  return { start, end, text: offset === 0 ? 'Z' : offsetName(offset) }
}

/** The indexes of the times that would no longer be the same moments. Null if one cannot be read. */
function findChangedTimes(
  steps: readonly TimeStep[],
  times: readonly ResolvedTime[],
  edits: readonly TimeEdit[],
  target: ConversionTarget,
  context: TimeContext,
): ReadonlySet<number> | null {
  const converted: TimeStep[] = []
  for (const [index, step] of steps.entries()) {
    const after = readAgain(
      step,
      edits.filter(({ stepIndex }) => stepIndex === index),
      target,
    )
    if (after === null) return null
    converted.push(after)
  }
  const again = resolveTimes(converted, context)
  const shift = dayShift(times, again, target)
  return new Set(
    times.flatMap((time, index) => {
      const other = again[index]
      return other !== undefined && isSame(time, other, target, shift) ? [] : [index]
    }),
  )
}

function readAgain(step: TimeStep, edits: readonly TimeEdit[], target: ConversionTarget): TimeStep | null {
  if (step.kind === 'date') {
    const { date, zone } = step
    const own = edits.filter(({ start, end }) => date.start <= start && end <= date.end)
    const again = readDate(applyEdits(date.text, date.start, own), 0)?.date
    return again === undefined ? null : { ...step, date: again, zone: zone && writtenZone(target) }
  }
  const time = readWrittenTime(applyEdits(step.time.text, step.time.start, edits))
  return time === null ? null : { kind: 'time', time }
}

function applyEdits(text: string, offset: number, edits: readonly TimeEdit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, edit) => result.slice(0, edit.start - offset) + edit.text + result.slice(edit.end - offset),
      text,
    )
}

/** An undated list may begin on any day, so only the distance from its first time counts. */
function dayShift(
  times: readonly ResolvedTime[],
  again: readonly ResolvedTime[],
  target: ConversionTarget,
): number {
  const [first] = times
  const [other] = again
  if (first === undefined || first.date.calendar === 'dated' || other?.wall == null) return 0
  return other.wall - (wallIn(target, first) ?? other.wall)
}

function isSame(time: ResolvedTime, other: ResolvedTime, target: ConversionTarget, shift: number): boolean {
  if (time.until !== null && (other.until === null || !isSame(time.until, other.until, target, shift)))
    return false
  if (time.wall === null || time.precision === 'day') return true
  if (time.instant !== null) return other.instant === time.instant
  return other.wall === (wallIn(target, time) ?? 0) + shift
}
