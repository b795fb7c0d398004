import { MarkdownDocument } from '../../markdown/document.ts'
import { type SentencePart, sentence } from '../../messages/sentence.ts'
import { type PlacedLine, passage } from '../../postmortem/blocks/placedLine.ts'
import type { Edit, Passage } from '../../postmortem/lines/passage.ts'
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
      /** Times in the text that name no zone. They are not converted, because only the writer knows what they mean. */
      readonly untouched: readonly Passage[]
      /** True if the zone of some time is not certain. */
      readonly isAssumed: boolean
    }
  | { readonly kind: 'refused'; readonly reason: SentencePart }

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
  if (placed === null) return refuse(reasonForRefusal(times, target))
  const changes = placed.flatMap((piece) => smallestEdit(piece) ?? [])
  if (changes.length < placed.filter(({ passage: { text }, piece }) => text !== piece.text).length)
    return refuse(sentence`One of its times contains markup.`)
  const edits = [...changes].sort((one, other) => one.start - other.start)
  if (!keepsInstants(report, edits)) return refuse(reasonForRefusal(times, target))
  return {
    kind: 'converted',
    edits,
    untouched: edits.length === 0 ? [] : timesWithoutZone(report, placed),
    isAssumed: times.some(({ zone }) => zone.certainty !== 'certain'),
  }
}

function refuse(reason: SentencePart): Conversion {
  return { kind: 'refused', reason }
}

function reasonForRefusal(times: readonly ResolvedTime[], { text, meaning }: ConversionTarget): SentencePart {
  const unknown = times.find((time) => time.offsetMinutes === null && time.precision !== 'day')
  if (unknown !== undefined) return sentence`The time zone of ${unknown.written.own.text} is not known.`
  const refusal = times.map(({ zone }) => statedElsewhere[zone.source]).find((reason) => reason !== undefined)
  if (refusal !== undefined) return refusal
  if (meaning.kind === 'region' && times.some(({ instant }) => instant === null))
    return sentence`The clock of ${text} depends on the date, and not every date is known.`
  return sentence`In ${text}, its times would no longer mean the same.`
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
  const own = edits.map((piece) => place(piece, lines[piece.stepIndex] as PlacedLine))
  const mentions = findZoneMentions(report).map((mention) => ({ passage: mention, piece: target }))
  return [...window, ...own, ...mentions].filter(isFirst)
}

function place(piece: Piece, placed: PlacedLine): PlacedPiece {
  return { passage: passage(placed, piece.start, piece.end), piece }
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
    found.push(...converted.map((piece) => place(piece, placed)))
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

/** Null if nothing changes, or if the passage contains markup that would be lost. */
function smallestEdit({ passage: { start, end, text }, piece }: PlacedPiece): Edit | null {
  if (text === piece.text || end - start !== text.length) return null
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
  const convertedTimes = timesOf(readReport(MarkdownDocument.from(after), report.template, [], conventions))
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

function timesWithoutZone({ lines }: Report, changed: readonly PlacedPiece[]): readonly Passage[] {
  const isChanged = (one: Passage) =>
    changed.some(({ passage: other }) => one.start < other.end && other.start < one.end)
  return lines
    .filter(({ line }) => line.kind !== 'code' && line.kind !== 'meta')
    .flatMap((placed) =>
      placed.times.flatMap((time) => {
        const ends = [time, time.until].filter((end) => end !== null)
        const unchanged = ends.filter(({ own }) => !isChanged(passage(placed, own.start, own.end)))
        if (unchanged.some(({ zone }) => zone !== null)) return []
        return unchanged
          .filter(({ clock }) => clock !== null)
          .map(({ own }) => passage(placed, own.start, own.end))
      }),
    )
}
