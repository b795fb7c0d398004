import { formatIso } from '../../../src/time/repair/print.ts'
import { distanceBetween, findStepsBack } from '../../../src/time/resolved/order.ts'
import { resolveTime, resolveTimes } from '../../../src/time/resolved/resolve.ts'
import {
  type DateSource,
  emptyTimeContext,
  type ResolvedTime,
  type TimeContext,
  type TimeSettings,
  type TimeStep,
  type ZoneSource,
} from '../../../src/time/resolved/resolved.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import { readZone } from '../../../src/time/written/zone.ts'

/** What the rest of the report says about the times of a list. */
export interface Given {
  readonly zones?: readonly string[]
  readonly dates?: readonly (readonly [text: string, source: DateSource])[]
  readonly settings?: Partial<TimeSettings>
  readonly window?: string
}

export function read(text: string) {
  const time = readWrittenTime(text)
  if (time === null) throw new Error(`no time in ${text}`)
  return time
}

function context(given: Given): TimeContext {
  const zones = (given.zones ?? []).map((text) => ({
    zone: readZone(text)!,
    source: 'statement' as ZoneSource,
  }))
  const dates = (given.dates ?? []).map(([text, source]) => ({ date: readDate(text, 0)!.date, source }))
  const start = given.window === undefined ? null : resolveTime(read(given.window), emptyTimeContext)
  return {
    zones,
    dates,
    settings: { ...emptyTimeContext.settings, ...given.settings },
    window: start === null ? null : { start, end: start.until },
  }
}

/** The times of a list, resolved together. */
export function resolve(lines: readonly string[], given: Given = {}): readonly ResolvedTime[] {
  return resolveTimes(lines.map(stepOf), context(given))
}

/** A line that begins with `#` is a date heading. */
export function stepOf(line: string): TimeStep {
  if (!line.startsWith('# ')) return { kind: 'time', time: read(line) }
  return { kind: 'date', date: readDate(line, 2)!.date, zone: null }
}

/** Each time as ISO 8601. */
export function print(lines: readonly string[], given: Given = {}): readonly (string | null)[] {
  return resolve(lines, given).map(formatIso)
}

/** Which times step back, and by how many minutes. */
export function steps(lines: readonly string[]): readonly (readonly number[])[] {
  return findStepsBack(resolve(lines)).map((step) => [step.index, step.minutes])
}

/** How many minutes there are between the two times. */
export function minutes(lines: readonly string[], given: Given = {}): number | null {
  const [from, to] = resolve(lines, given)
  return from === undefined || to === undefined ? null : (distanceBetween(from, to)?.minutes ?? null)
}
