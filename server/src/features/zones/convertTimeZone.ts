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
      /** None where all times are in that zone. */
      readonly edits: readonly Edit[]
      /** Times in the text that name no zone. They stand as they were, for only the writer knows what they mean. */
      readonly left: readonly Passage[]
      /** Not every time is in a zone that is certain. */
      readonly isAssumed: boolean
    }
  | { readonly kind: 'refused'; readonly reason: SentencePart }

/**
 * Writes the timeline, the start and the end of the outage and all that is said of their zone in another zone.
 * The instants stay what they are: the result is read again before it is offered.
 */
export function convertTimeZone(report: Report, target: ConversionTarget): Conversion {
  const times = timesOf(report)
  if (times.length === 0) return refuse(sentence`It has no times.`)
  if (times.every(({ offsetMinutes }) => offsetMinutes === null))
    return refuse(sentence`It names no time zone, so nobody knows which moments its times are.`)
  const placed = pieces(report, target)
  if (placed === null) return refuse(whyNot(times, target))
  const changes = placed.flatMap((piece) => smallest(piece) ?? [])
  if (changes.length < placed.filter(({ passage: { text }, piece }) => text !== piece.text).length)
    return refuse(sentence`Markup stands within one of its times.`)
  const edits = [...changes].sort((one, other) => one.start - other.start)
  if (!saysTheSame(report, edits)) return refuse(whyNot(times, target))
  return {
    kind: 'converted',
    edits,
    left: edits.length === 0 ? [] : timesWithoutZone(report, placed),
    isAssumed: times.some(({ zone }) => zone.certainty !== 'certain'),
  }
}

function refuse(reason: SentencePart): Conversion {
  return { kind: 'refused', reason }
}

function whyNot(times: readonly ResolvedTime[], { text, meaning }: ConversionTarget): SentencePart {
  const unknown = times.find((time) => time.offsetMinutes === null && time.precision !== 'day')
  if (unknown !== undefined) return sentence`The time zone of ${unknown.written.own.text} is not known.`
  const refusal = times.map(({ zone }) => elsewhere[zone.source]).find((reason) => reason !== undefined)
  if (refusal !== undefined) return refusal
  if (meaning.kind === 'region' && times.some(({ instant }) => instant === null))
    return sentence`The clock of ${text} depends on the date, and not every date is known.`
  return sentence`In ${text} it would not say the same any more.`
}

/** What is said there is not changed, and would still hold for times without a zone. */
const elsewhere: Readonly<Partial<Record<ZoneSource, SentencePart>>> = {
  frontMatter: sentence`Its time zone stands in the front matter. Write it beside the times first.`,
  configuration: sentence`Its time zone stands in the configuration. Write it beside the times first.`,
}

/** A stretch of the source, and what is written there instead. */
interface PlacedPiece {
  readonly passage: Passage
  readonly piece: Pick<Piece, 'text'>
}

function pieces(report: Report, target: ConversionTarget): readonly PlacedPiece[] | null {
  const window = windowPieces(report, target)
  if (window === null) return null
  const { steps, after, lines } = listOf(report, target)
  const edits = convertTimes(steps, report.timeline.context, target, after)
  if (edits === null) return null
  const own = edits.map((piece) => place(piece, lines[piece.stepIndex] as PlacedLine))
  const mentions = findZoneMentions(report).map((mention) => ({ passage: mention, piece: target }))
  return [...window, ...own, ...mentions].filter(isFirst)
}

function place(piece: Piece, placed: PlacedLine): PlacedPiece {
  return { passage: passage(placed, piece.start, piece.end), piece }
}

/** A zone that is said of all times may stand beside one of them as well. */
function isFirst({ passage: one }: PlacedPiece, index: number, all: readonly PlacedPiece[]): boolean {
  return all.findIndex(({ passage: other }) => one.start < other.end && other.start < one.end) === index
}

interface List {
  readonly steps: readonly TimeStep[]
  readonly lines: readonly PlacedLine[]
  /** What the steps will be resolved with. */
  readonly after: TimeContext
}

/** A date in the title of the timeline moves as one above its entries does. */
function listOf(report: Report, target: ConversionTarget): List {
  const { context, steps } = report.timeline
  const heading = context.dates.find(({ source }) => source === 'heading')?.date
  const line = report.lines.find(({ times }) => times.some(({ date }) => date === heading))
  const isPlaced = heading !== undefined && line !== undefined
  const first: TimeStep[] = isPlaced ? [{ kind: 'date', date: heading, zone: null }] : []
  const { start, end } = windowAfter(report, target)
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
    after: { ...context, dates, zones, window: { start, end } },
  }
}

/** The start and the end of the outage, unless they are entries: those are converted with the list. */
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

/** The ends of the outage as they will be read, for the entries that take their day from them. */
function windowAfter(
  { fields, timeline }: Report,
  target: ConversionTarget,
): { readonly start: ResolvedTime | null; readonly end: ResolvedTime | null } {
  const zones = [{ zone: writtenZone(target), source: 'summary' as const }]
  const read = (field: TimeField | null) => {
    if (field === null) return null
    const written = rewrite(field.time, target)
    if (written === null) return field.time
    const dates = written.date === null ? timeline.context.dates : []
    return resolveTime(written, { ...timeline.context, zones, dates, window: null })
  }
  return { start: read(fields.start), end: read(fields.end) }
}

function rewrite(time: ResolvedTime, target: ConversionTarget): WrittenTime | null {
  const { start, text } = time.written
  const converted = convertTime({ ...time, until: null }, target, true)
  if (converted === null) return null
  const after = [...converted]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, piece) => result.slice(0, piece.start - start) + piece.text + result.slice(piece.end - start),
      text,
    )
  const read = readWrittenTime(after)
  return read === null ? null : { ...read, until: null }
}

/** Null where nothing changes, and where markup stands within the passage and would be lost. */
function smallest({ passage: { start, end, text }, piece }: PlacedPiece): Edit | null {
  if (text === piece.text || end - start !== text.length) return null
  let before = 0
  while (before < Math.min(text.length, piece.text.length) && text[before] === piece.text[before]) before += 1
  let behind = 0
  const most = Math.min(text.length, piece.text.length) - before
  while (behind < most && text.at(-1 - behind) === piece.text.at(-1 - behind)) behind += 1
  return {
    start: start + before,
    end: end - behind,
    text: piece.text.slice(before, piece.text.length - behind),
  }
}

function saysTheSame(report: Report, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return true
  const before = report.source.slice(0, report.region.end)
  const after = [...edits]
    .reverse()
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), before)
  const times = timesOf(report)
  const { settings, zones } = report.timeline.context
  const declaredZone = zones.find(({ source }) => source === 'frontMatter')?.zone.text ?? null
  const conventions = { settings, declaredZone }
  const again = timesOf(readReport(MarkdownDocument.from(after), report.template, [], conventions))
  return (
    again.length === times.length &&
    times.every((time, index) => isSameMoment(time, again[index], times, again))
  )
}

/** Where the date or the zone of all is unknown, the distances between them must be what they were. */
function isSameMoment(
  time: ResolvedTime,
  again: ResolvedTime | undefined,
  times: readonly ResolvedTime[],
  timesAgain: readonly ResolvedTime[],
): boolean {
  if (again === undefined) return false
  if (time.instant !== null || time.wall === null) return time.instant === again.instant
  const from = times.findIndex(({ wall, precision }) => wall !== null && precision !== 'day')
  const [first, firstAgain] = [times[from], timesAgain[from]]
  if (first === undefined || firstAgain === undefined) return time.precision === again.precision
  return distanceBetween(first, time)?.minutes === distanceBetween(firstAgain, again)?.minutes
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
        const stood = ends.filter(({ own }) => !isChanged(passage(placed, own.start, own.end)))
        if (stood.some(({ zone }) => zone !== null)) return []
        return stood
          .filter(({ clock }) => clock !== null)
          .map(({ own }) => passage(placed, own.start, own.end))
      }),
    )
}
