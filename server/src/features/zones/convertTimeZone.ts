import { MarkdownDocument } from '../../markdown/document.ts'
import { type SentencePart, sentence } from '../../messages/sentence.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Edit, Passage, Range } from '../../postmortem/lines/passage.ts'
import { readReport } from '../../postmortem/readReport.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TimeField } from '../../postmortem/times/readFields.ts'
import {
  type ConversionTarget,
  convertTime,
  convertTimes,
  type Piece,
  writtenZone,
} from '../../time/repair/convert.ts'
import { padsHours } from '../../time/repair/print.ts'
import { distanceBetween } from '../../time/resolved/order.ts'
import { resolveTime } from '../../time/resolved/resolve.ts'
import type { ResolvedTime, TimeContext, TimeStep, ZoneSource } from '../../time/resolved/resolved.ts'
import { readWrittenTime } from '../../time/written/readTime.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { findZoneMentions } from './zoneMentions.ts'

export type Conversion =
  | {
      readonly kind: 'converted'
      /** Empty if all times are in that zone already. */
      readonly edits: readonly Edit[]
      /** Times that are not converted, because only the writer knows what they mean: those in the text that name no
       * zone, and those that do not exist. */
      readonly untouched: readonly Passage[]
      /** True if the zone of some time is not certain. */
      readonly isAssumed: boolean
    }
  | {
      readonly kind: 'refused'
      readonly reason: SentencePart
      /** The time in doubt; null if no single one is. */
      readonly place: Passage | null
    }

/**
 * Converts the timeline, the start and end of the outage, and every mention of their zone to another zone. The
 * instants must not change, so the result is read again before it is offered.
 */
export function convertTimeZone(report: Report, target: ConversionTarget): Conversion {
  const times = timesOf(report)
  if (times.length === 0) return refuse(sentence`It has no times.`)
  if (times.every(({ offsetMinutes }) => offsetMinutes === null))
    return refuse(sentence`It names no time zone, so its times cannot be converted.`)
  const placed = placePieces(report, target)
  if (placed === null) return refuseFor(report, times, target)
  const marked = placed.find(hasMarkup)
  if (marked !== undefined)
    return refuse(
      sentence`The time ${marked.passage.text} contains markup. Take it out first.`,
      marked.passage,
    )
  const changes = placed.flatMap((piece) => smallestEdit(piece) ?? [])
  const edits = [...changes].sort((one, other) => one.start - other.start)
  if (!keepsInstants(report, edits)) return refuseFor(report, times, target)
  return {
    kind: 'converted',
    edits,
    untouched: edits.length === 0 ? [] : [...impossibleTimes(report), ...timesWithoutZone(report, placed)],
    isAssumed: times.some(({ zone }) => zone.certainty !== 'certain'),
  }
}

function refuse(reason: SentencePart, place: Passage | null = null): Conversion {
  return { kind: 'refused', reason, place }
}

function refuseFor(
  report: Report,
  times: readonly ResolvedTime[],
  { text, meaning }: ConversionTarget,
): Conversion {
  const unknown = times.find((time) => time.offsetMinutes === null && time.precision !== 'day')
  if (unknown !== undefined) {
    const reason = sentence`The time zone of ${unknown.written.own.text} is not known. Write its offset from UTC.`
    return refuse(reason, findPlace(unknown, report))
  }
  const refusal = times.map(({ zone }) => statedElsewhere[zone.source]).find((reason) => reason !== undefined)
  if (refusal !== undefined) return refuse(refusal)
  const undated = times.find(({ instant }) => instant === null)
  if (meaning.kind === 'region' && undated !== undefined) {
    const reason = sentence`The clock of ${text} depends on the date, and the date of ${undated.written.own.text} is not known. Write it beside the time.`
    return refuse(reason, findPlace(undated, report))
  }
  return refuse(sentence`In ${text}, its times would no longer mean the same.`)
}

function findPlace(time: ResolvedTime, { timeline, fields }: Report): Passage | null {
  const entry = timeline.entries.find((each) => each.time === time || each.time?.until === time)
  if (entry !== undefined) return entry.label
  const field = [fields.start, fields.end].find((each) => each?.time === time)
  return field === null || field === undefined ? null : place(time.written.own, field.placed)
}

/** A zone set in one of these places is not converted, and would still apply to times without a zone. */
const statedElsewhere: Readonly<Partial<Record<ZoneSource, SentencePart>>> = {
  frontMatter: sentence`Its time zone is set in the front matter. Write it beside the times first.`,
  configuration: sentence`Its time zone is set in the configuration. Write it beside the times first.`,
}

/** A passage of the source and its replacement. */
interface PlacedPiece {
  readonly passage: Passage
  readonly piece: Pick<Piece, 'text'>
}

function placePieces(report: Report, target: ConversionTarget): readonly PlacedPiece[] | null {
  const window = windowPieces(report, target)
  if (window === null) return null
  const { steps, convertedContext, lines } = listOf(report, target)
  const edits = convertTimes(steps, report.timeline.context, target, convertedContext)
  if (edits === null) return null
  const own = edits.map((piece) => ({ passage: place(piece, lines[piece.stepIndex] as PlacedLine), piece }))
  const mentions = findZoneMentions(report).map((mention) => ({ passage: mention, piece: target }))
  return [...window, ...own, ...mentions].filter(isFirst)
}

function place({ start, end }: Range, placed: PlacedLine): Passage {
  return placed.passage(start, end)
}

/** False for a passage that is found twice, as when the zone of all times is written beside one of them. */
function isFirst({ passage: one }: PlacedPiece, index: number, all: readonly PlacedPiece[]): boolean {
  return all.findIndex(({ passage: other }) => one.start < other.end && other.start < one.end) === index
}

/** The steps to convert, each with the line that it is on. */
interface List {
  readonly steps: readonly TimeStep[]
  readonly lines: readonly PlacedLine[]
  /** The context in which the converted steps will be resolved. */
  readonly convertedContext: TimeContext
}

/** A date in the title of the timeline is converted like a date line above its entries. */
function listOf(report: Report, target: ConversionTarget): List {
  const { context, steps } = report.timeline
  const heading = context.dates.find(({ source }) => source === 'heading')?.date
  const line = report.lines.find(({ times }) => times.some(({ date }) => date === heading))
  const isPlaced = heading !== undefined && line !== undefined
  const first: TimeStep[] = isPlaced ? [{ kind: 'date', date: heading, zone: null }] : []
  const { start, end } = convertWindow(report, target)
  const dates = context.dates.flatMap((known) => {
    if (known.source === 'heading' && isPlaced) return []
    const date = start?.written.date ?? end?.written.date ?? null
    return [known.source === 'summary' && date !== null ? { ...known, date } : known]
  })
  const zones = context.zones.map((known) =>
    known.source === 'frontMatter' ? known : { ...known, zone: writtenZone(target) },
  )
  return {
    steps: [...first, ...steps.map(({ step }) => step)],
    lines: [...(isPlaced ? [line] : []), ...steps.map(({ placed }) => placed)],
    convertedContext: { ...context, dates, zones, window: { start, end } },
  }
}

/** The start and the end of the outage, except those that are timeline entries and are converted with them. */
function windowFields({ fields, timeline }: Report): readonly TimeField[] {
  const entries = new Set(
    timeline.steps.flatMap(({ step }) => (step.kind === 'time' ? [step.time.own, step.time.until?.own] : [])),
  )
  const { start, end } = fields
  const isRange = end !== null && start?.time.until?.written.own === end.time.written.own
  return [start, isRange ? null : end].filter(
    (field) => field !== null && !entries.has(field.time.written.own) && field.time.offsetMinutes !== null,
  ) as readonly TimeField[]
}

function windowPieces(report: Report, target: ConversionTarget): readonly PlacedPiece[] | null {
  const found: PlacedPiece[] = []
  for (const { time, placed } of windowFields(report)) {
    const converted = convertTime(time, target, padsHours(clocksOf(report)))
    if (converted === null) return null
    for (const piece of converted) found.push({ passage: place(piece, placed), piece })
  }
  return found
}

function clocksOf(report: Report) {
  return timesOf(report).flatMap(({ written }) => [written.clock ?? [], written.until?.clock ?? []].flat())
}

/** The start and end as they will be resolved once converted, for entries that take their day from them. */
function convertWindow(
  { fields, timeline }: Report,
  target: ConversionTarget,
): { readonly start: ResolvedTime | null; readonly end: ResolvedTime | null } {
  const zones = [{ zone: writtenZone(target), source: 'summary' as const }]
  const convert = (field: TimeField | null) => {
    if (field === null) return null
    const written = rewrite(field.time, target)
    if (written === null) return field.time
    const dates = written.date === null ? timeline.context.dates : []
    return resolveTime(written, { ...timeline.context, zones, dates, window: null })
  }
  return { start: convert(fields.start), end: convert(fields.end) }
}

function rewrite(time: ResolvedTime, target: ConversionTarget): WrittenTime | null {
  const { start, text } = time.written
  const converted = convertTime({ ...time, until: null }, target, true)
  if (converted === null) return null
  const rewritten = [...converted]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, piece) => result.slice(0, piece.start - start) + piece.text + result.slice(piece.end - start),
      text,
    )
  const reread = readWrittenTime(rewritten)
  return reread === null ? null : { ...reread, until: null }
}

/** True for a passage with markup that a change would lose. */
function hasMarkup({ passage: { start, end, text }, piece }: PlacedPiece): boolean {
  return text !== piece.text && end - start !== text.length
}

/** Null if nothing changes. */
function smallestEdit({ passage: { start, end, text }, piece }: PlacedPiece): Edit | null {
  if (text === piece.text) return null
  let samePrefix = 0
  while (samePrefix < Math.min(text.length, piece.text.length) && text[samePrefix] === piece.text[samePrefix])
    samePrefix += 1
  let sameSuffix = 0
  const maxSuffix = Math.min(text.length, piece.text.length) - samePrefix
  while (sameSuffix < maxSuffix && text.at(-1 - sameSuffix) === piece.text.at(-1 - sameSuffix))
    sameSuffix += 1
  return {
    start: start + samePrefix,
    end: end - sameSuffix,
    text: piece.text.slice(samePrefix, piece.text.length - sameSuffix),
  }
}

function keepsInstants(report: Report, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return true
  const before = report.source.slice(0, report.region.end)
  const after = [...edits]
    .reverse()
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), before)
  const times = timesOf(report)
  const { settings, zones } = report.timeline.context
  const declaredZone = zones.find(({ source }) => source === 'frontMatter')?.zone.text ?? null
  const conventions = { settings, declaredZone }
  const convertedTimes = timesOf(readReport(MarkdownDocument.from(after), report.template, { conventions }))
  return (
    convertedTimes.length === times.length &&
    times.every((time, index) => isSameMoment(time, convertedTimes[index], times, convertedTimes))
  )
}

/** Times without a known date or zone have no instant to compare, so their distances must be unchanged instead. */
function isSameMoment(
  time: ResolvedTime,
  converted: ResolvedTime | undefined,
  times: readonly ResolvedTime[],
  convertedTimes: readonly ResolvedTime[],
): boolean {
  if (converted === undefined) return false
  if (time.instant !== null || time.wall === null) return time.instant === converted.instant
  const from = times.findIndex(({ wall, precision }) => wall !== null && precision !== 'day')
  const [first, firstConverted] = [times[from], convertedTimes[from]]
  if (first === undefined || firstConverted === undefined) return time.precision === converted.precision
  return distanceBetween(first, time)?.minutes === distanceBetween(firstConverted, converted)?.minutes
}

function timesOf({ fields, timeline }: Report): readonly ResolvedTime[] {
  const times = timeline.entries.flatMap(({ time }) => (time === null ? [] : [time, time.until ?? []].flat()))
  const ends = [fields.start, fields.end].flatMap((field) => (field === null ? [] : [field.time]))
  return [...times, ...ends]
}

/** Times that no clock shows, such as 25:10. */
function impossibleTimes({ timeline }: Report): readonly Passage[] {
  return timeline.entries.flatMap(({ time, label }) =>
    time !== null && time.wall === null && label !== null && /\d/.test(label.text) ? [label] : [],
  )
}

function timesWithoutZone({ lines }: Report, changed: readonly PlacedPiece[]): readonly Passage[] {
  const isChanged = (one: Passage) =>
    changed.some(({ passage: other }) => one.start < other.end && other.start < one.end)
  return lines
    .filter(({ line }) => line.kind !== 'code' && line.kind !== 'meta')
    .flatMap((placed) =>
      placed.times.flatMap((time) => {
        const ends = [time, time.until].filter((end) => end !== null)
        const unchanged = ends.filter(({ own }) => !isChanged(placed.passage(own.start, own.end)))
        if (unchanged.some(({ zone }) => zone !== null)) return []
        return unchanged
          .filter(({ clock }) => clock !== null)
          .map(({ own }) => placed.passage(own.start, own.end))
      }),
    )
}
