import type { Report } from '../../postmortem/report.ts'
import type { TimelineStep } from '../../postmortem/times/readTimeline.ts'
import { padsHours, printClockLike, timeOfDay } from '../../time/repair/print.ts'
import { printDateLike } from '../../time/repair/printDate.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import { offsetOfMeaning, type SettledMeaning, settle } from '../../time/resolved/resolveZone.ts'
import { dayFromNumber, millisecondsPerDay, millisecondsPerMinute } from '../../time/written/calendar.ts'
import type { WrittenClock, WrittenDate, WrittenTime } from '../../time/written/written.ts'

/** The format of the timeline's entries, so that new ones look as if the author had written them. */
export interface EntryStyle {
  /** The text from the beginning of the line to the time. */
  readonly before: string
  /** The text between the time and the event. */
  readonly between: string
  /** The text after the event. */
  readonly after: string
  /** Converts to the wall clock of the entries' zone, in milliseconds as if it were UTC. */
  readonly wallOf: (instant: number) => number
  /** Includes a date if the model has one or if `withDate` is true. */
  readonly writeTime: (wall: number, withDate: boolean) => string
}

const utc: SettledMeaning = { kind: 'fixed', offsetMinutes: 0 }

/** The last plainly written entry is the model; without one, entries are written as templates write them. */
export function findEntryStyle(report: Report): EntryStyle {
  const { steps } = report.timeline
  const models = steps.flatMap((step) => toModel(step, report) ?? [])
  return models.at(-1) ?? defaultStyle(report)
}

type Affixes = Pick<EntryStyle, 'before' | 'between' | 'after'>

function toModel({ entry, step, placed }: TimelineStep, report: Report): EntryStyle | null {
  if (entry?.label == null || entry.time === null || step.kind !== 'time') return null
  const { time } = step
  const { clock, problems, until, alternative, approximate } = time
  if (clock === null || until !== null || alternative !== null || approximate || problems.length > 0)
    return null
  const affixes = findAffixes(report, entry.label, entry.text.start, placed.line.cells.length)
  if (affixes === null) return null
  const meaning = entry.time.zone.meaning
  const clocks = report.timeline.steps.flatMap((each) =>
    each.step.kind === 'time' ? (each.step.time.clock ?? []) : [],
  )
  return {
    ...affixes,
    wallOf: (instant) => wallIn(meaning ?? utc, instant),
    writeTime: (wall, withDate) =>
      writeLike({ time, clock }, wall, { withDate, padHour: padsHours(clocks), needsZone: meaning === null }),
  }
}

/** Null if the report does not say it. */
export function dayOf({ wall, date }: Pick<ResolvedTime, 'wall' | 'date'>): number | null {
  return wall === null || date.calendar !== 'dated' ? null : Math.floor(wall / millisecondsPerDay)
}

/** Null if the time is not at the beginning of a line or if its markup is too complex to copy. */
function findAffixes(
  { source }: Report,
  label: { readonly start: number; readonly end: number },
  textStart: number,
  cells: number,
): Affixes | null {
  const before =
    source
      .slice(Math.max(0, label.start - 200), label.start)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  const between = source.slice(label.end, textStart)
  const emphasis = /(?<![*_`~])[*_`~]+$/.exec(before)?.[0] ?? ''
  if (/[\r\n]/.test(between) || between.length > 20) return null
  const closing = between.slice(0, emphasis.length)
  if (closing !== [...emphasis].reverse().join('') || /[*_`~]/.test(between.slice(emphasis.length)))
    return null
  const bare = before.slice(0, before.length - emphasis.length)
  if (cells > 0)
    return /^\s*\|\s*$/.test(bare) ? { before, between, after: ` |${' |'.repeat(cells - 2)}` } : null
  return /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[([]?$/.test(bare) && between !== ''
    ? { before, between, after: '' }
    : null
}

interface WriteOptions {
  readonly withDate: boolean
  readonly padHour: boolean
  /** The zone of the list is unknown, so a new time has to state its own. */
  readonly needsZone: boolean
}

interface TimeModel {
  readonly time: WrittenTime
  readonly clock: WrittenClock
}

function writeLike(
  { time, clock }: TimeModel,
  wall: number,
  { withDate, padHour, needsZone }: WriteOptions,
): string {
  const { own, date, zone } = time
  const iso = new Date(wall).toISOString().slice(0, 10)
  const printed = printClockLike(clock, timeOfDay(wall), padHour)
  const zoned = needsZone && zone === null ? `${printed} UTC` : printed
  const pieces = [
    { ...clock, text: withDate && date === null ? `${iso} ${zoned}` : zoned },
    ...(date === null ? [] : [{ ...date, text: writeDate(date, wall) ?? iso }]),
    ...(needsZone && zone !== null ? [{ ...zone, text: 'UTC' }] : []),
  ]
  return pieces
    .filter(({ start, end }) => own.start <= start && end <= own.end)
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, piece) =>
        text.slice(0, piece.start - own.start) + piece.text + text.slice(piece.end - own.start),
      own.text,
    )
}

function writeDate(date: WrittenDate, wall: number): string | null {
  return date.readings.length === 0
    ? null
    : printDateLike(date, dayFromNumber(Math.floor(wall / millisecondsPerDay)))
}

/** `- 14:32 UTC - What happened`, in the zone of the report. A zone that is stated for the whole list is omitted. */
function defaultStyle({ style, timeline }: Report): EntryStyle {
  const { zones, settings } = timeline.context
  const [first] = zones
  const resolved = first === undefined ? null : settle(first.zone, first.source, settings)
  const meaning = resolved?.meaning ?? utc
  const isStated = resolved?.meaning != null && (first?.source === 'heading' || first?.source === 'statement')
  const name = resolved?.meaning == null ? 'UTC' : (first?.zone.name ?? 'UTC')
  return {
    before: `${style.bullet} `,
    between: ' - ',
    after: '',
    wallOf: (instant) => wallIn(meaning, instant),
    writeTime: (wall, withDate) => {
      const [date, clock = ''] = new Date(wall).toISOString().split('T')
      return `${withDate ? `${date} ` : ''}${clock.slice(0, 5)}${isStated ? '' : ` ${name}`}`
    },
  }
}

function wallIn(meaning: SettledMeaning, instant: number): number {
  return instant + (offsetOfMeaning(meaning, instant) ?? 0) * millisecondsPerMinute
}
