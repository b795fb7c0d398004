import { smallest } from '../lists/extremes.ts'
import { type SentencePart, sentence } from '../messages/sentence.ts'
import { isContent } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Timeline, TimelineEntry, TimelineStep } from '../postmortem/times/readTimeline.ts'
import { padsHours, printClockLike, timeOfDay } from '../time/repair/print.ts'
import { printDateLike } from '../time/repair/printDate.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import { resolveTimes } from '../time/resolved/resolve.ts'
import { localDay, type ResolvedTime } from '../time/resolved/resolved.ts'
import { dayNumber } from '../time/written/calendar.ts'
import { readWrittenTime } from '../time/written/readTime.ts'
import type { WrittenTime } from '../time/written/written.ts'
import { findBlankEntries, writeLikeBlank } from './blankEntries.ts'
import { askForDay, readRelativeTime, writeOutDay } from './relativeTime.ts'
import { wallClock, writeTimestamp } from './timestamp.ts'

export type NewEntry =
  | { readonly kind: 'inserted'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: SentencePart }

const unknownEvent = '{{What happened.}}'

/**
 * Inserts a timeline entry in order of time, written like the entry beside it. The text is a time, optionally
 * followed by what happened: "14:05 The alert fired." or "2h ago The alert fired."
 */
export function insertEntry(report: Report, text: string, now: number): NewEntry {
  const input = writeOutTime(text.trim(), report, now)
  const written = readWrittenTime(input)
  const rest = input.slice(written?.end ?? 0)
  if (written === null || written.clock === null || !/^(?:[\s:,–—-]|$)/.test(rest))
    return refuse(sentence`"${input}" is not a time. Write one such as 14:05.`)
  const question = askForDay(written.date)
  if (question !== null && report.timeline.context.settings.dateOrder === null) return refuse(question)
  const event = rest.replace(/^[\s:,–—-]+/, '') || unknownEvent
  const { steps } = report.timeline
  if (steps.every(({ entry }) => entry === null)) return insertFirst(report, written, event)
  if (sharesLines(steps))
    return refuse(sentence`Several timeline entries share one line. Add the new one by hand.`)
  const place = findPlace(written, report.timeline)
  return { kind: 'inserted', edits: [writeEntry(written, place, event, report)] }
}

/** A time that is told from now or from the start, as the report writes times. */
function writeOutTime(text: string, report: Report, now: number): string {
  const { fields, sections } = report
  const start = fields.start?.time.certainty === 'certain' ? fields.start.time.instant : null
  const relative = readRelativeTime(text, now, start)
  if (relative === null) return writeOutDay(text, wallClock(report, now))
  const at = (sections.find(({ id }) => id === 'timeline')?.title.end ?? 0) + 1
  const stamp =
    writeTimestamp(report, at, relative.instant, 'report') ??
    writeTimestamp(report, at, relative.instant, 'utc')
  return `${stamp}${text.slice(relative.length)}`
}

function refuse(reason: SentencePart): NewEntry {
  return { kind: 'refused', reason }
}

/** The first entry goes before those that the template left to be filled in. */
function insertFirst(report: Report, written: WrittenTime, event: string): NewEntry {
  const section = report.sections.find(({ id }) => id === 'timeline')
  if (section === undefined) return refuse(sentence`There is no timeline. Insert the section first.`)
  const { bullet, lineEnding } = report.style
  const [blank] = findBlankEntries(report)
  if (blank !== undefined) {
    const text = `${writeLikeBlank(blank, written, event)}${lineEnding}`
    return { kind: 'inserted', edits: [{ start: blank.start, end: blank.start, text }] }
  }
  const before = section.follows === 'nothing' ? lineEnding + lineEnding : lineEnding
  const after = section.follows === 'text' ? lineEnding + lineEnding : lineEnding
  const text = `${before}${bullet} ${withZone(written, report)} - ${event}${after}`
  return { kind: 'inserted', edits: [{ start: section.next, end: section.next, text }] }
}

/** The zone that readers would take from elsewhere in the report, unless a statement gives it to the whole list. */
function withZone({ text, zone }: WrittenTime, { timeline }: Report): string {
  const [known] = timeline.context.zones
  if (zone !== null || known === undefined) return text
  return known.source === 'heading' || known.source === 'statement' ? text : `${text} ${known.zone.name}`
}

function sharesLines(steps: readonly TimelineStep[]): boolean {
  return new Set(steps.map(({ placed }) => placed.range.start)).size < steps.length
}

interface Place {
  /** The index of the step that the entry goes before. */
  readonly index: number
  /** The time of the entry, resolved at this place. */
  readonly time: ResolvedTime
}

/** The place nearest in time to its neighbours: where the list passes midnight, "00:10" goes after "23:50". */
function findPlace(written: WrittenTime, { steps, context }: Timeline): Place {
  let best: (Place & { readonly gap: number }) | null = null
  let last: Place | null = null
  for (let index = steps.length; index >= 0; index -= 1) {
    if (!canGoAt(written, index, steps)) continue
    const own = { step: { kind: 'time', time: written } } as const
    const list = [...steps.slice(0, index), own, ...steps.slice(index)].map(({ step }) => step)
    const times = resolveTimes(list, context)
    const position = list.slice(0, index).filter(({ kind }) => kind === 'time').length
    const time = times[position]
    if (time === undefined) continue
    last ??= { index, time }
    const gap = gapAround(times, position)
    if (gap !== null && (best === null || gap < best.gap)) best = { index, time, gap }
  }
  return best ?? (last as Place)
}

/** Trying a place means resolving the whole list, so places that the neighbours' clocks rule out are skipped. */
function canGoAt(written: WrittenTime, index: number, steps: readonly TimelineStep[]): boolean {
  const own = minutesOf(written)
  const [before, after] = [clockOf(steps[index - 1]), clockOf(steps[index])]
  if (own === null || before === null || after === null) return true
  if (written.date !== null || isInAnotherZone(written, steps[index - 1])) return true
  const isMidnight = after < before
  return isMidnight ? own >= before || own <= after : before <= own && own <= after
}

/** A clock in another zone cannot be compared with its neighbours. */
function isInAnotherZone({ zone }: WrittenTime, beside: TimelineStep | undefined): boolean {
  const other = beside?.step.kind === 'time' ? beside.step.time.zone : null
  return zone !== null && zone.name !== other?.name
}

function clockOf(step: TimelineStep | undefined): number | null {
  return step?.step.kind === 'time' ? minutesOf(step.step.time) : null
}

function minutesOf({ clock }: WrittenTime): number | null {
  return clock === null ? null : clock.hour * 60 + clock.minute
}

/** Minutes to the nearer neighbour; null if the entry would be out of order. */
function gapAround(times: readonly ResolvedTime[], position: number): number | null {
  const time = times[position] as ResolvedTime
  const [before, after] = [times[position - 1], times[position + 1]]
  const since = before === undefined ? null : (distanceBetween(before, time)?.minutes ?? null)
  const until = after === undefined ? null : (distanceBetween(time, after)?.minutes ?? null)
  if ((since !== null && since < 0) || (until !== null && until < 0)) return null
  const gaps = [since, until].filter((gap) => gap !== null)
  return gaps.length === 0 ? null : smallest(gaps)
}

function writeEntry(written: WrittenTime, place: Place, event: string, report: Report): Edit {
  const { steps } = report.timeline
  const [before, after] = [steps[place.index - 1], steps[place.index]]
  const model = before?.entry ? before : after?.entry ? after : steps.find(({ entry }) => entry !== null)
  const line = report.style.lineEnding
  const gap = model?.placed.line.heading == null ? line : line + line
  const text = model === undefined ? '' : writeLike(model, written, place, event, report)
  if (after?.entry) {
    const start = sourceLineAt(after.placed.range.start, report.source).start
    return { start, end: start, text: `${text}${gap}` }
  }
  const limit = after === undefined ? endOfTimeline(before, report) : after.placed.range.start
  const end = endBefore(limit, report)
  return { start: end, end, text: `${gap}${text}` }
}

/** Entries that the template left to be filled in stay after the known ones. */
function endOfTimeline(last: TimelineStep | undefined, report: Report): number {
  const known = last === undefined ? 0 : last.placed.range.end
  const blank = findBlankEntries(report).find(({ start }) => start >= known)
  return blank?.start ?? report.timeline.range.end
}

/** The end of the last line with content, so that blank lines stay where they are. */
function endBefore(limit: number, report: Report): number {
  const last = report.lines.findLast((placed) => placed.range.end <= limit && isContent(placed))
  return last === undefined ? limit : sourceLineAt(last.range.end, report.source).end
}

/** Copies the line of the model with another time and another event. */
function writeLike(
  model: TimelineStep,
  written: WrittenTime,
  place: Place,
  event: string,
  report: Report,
): string {
  const entry = model.entry as TimelineEntry
  const range = model.placed.range
  const start = sourceLineAt(range.start, report.source).start
  const label = writeLabel(model, written, place, report)
  if (entry.label === null || entry.text.start < entry.label.end)
    return `${report.source.slice(start, range.start)}${label} - ${event}`
  const before = report.source.slice(start, entry.label.start)
  const between = report.source.slice(entry.label.end, entry.text.start)
  const isRow = model.placed.line.kind === 'row'
  return `${before}${label}${between}${event}${isRow ? emptyCells(entry.text.start, range.end, report) : ''}`
}

/** Leaves the other cells of a row empty, to be filled in. */
function emptyCells(start: number, end: number, report: Report): string {
  const cells = report.source.slice(start, sourceLineAt(end, report.source).end)
  const next = cells.search(/(?<!\\)\|/)
  return next === -1 ? '' : ` ${cells.slice(next).replace(/[^|]+/g, ' ').trimEnd()}`
}

/** The time in the format of the model, with a date and a zone if the model has them. */
function writeLabel(
  model: TimelineStep,
  written: WrittenTime,
  { index, time }: Place,
  report: Report,
): string {
  const own = model.step.kind === 'time' ? model.step.time : null
  if (own?.clock == null || time.wall === null) return written.text
  const clocks = report.timeline.steps.flatMap(({ step }) =>
    step.kind === 'time' ? (step.time.clock ?? []) : [],
  )
  const clock = printClockLike(own.clock, timeOfDay(time.wall), padsHours(clocks))
  const day = localDay(time)
  const date = own.date === null || day === null ? null : printDateLike(own.date, day)
  const label = own.own.text.replace(own.clock.text, clock).replace(/^[~≈∼]\s?/, '')
  const typed = written.date !== null && needsDate(time, index, report) ? `${written.date.text} ` : ''
  const dated = own.date === null || date === null ? `${typed}${label}` : label.replace(own.date.text, date)
  if (written.zone === null) return dated
  return own.zone === null ? `${dated} ${written.zone.text}` : dated.replace(own.zone.text, written.zone.text)
}

/** A reader gives an entry without a date the day of the entry above it. */
function needsDate(time: ResolvedTime, index: number, { timeline }: Report): boolean {
  const above = timeline.steps.slice(0, index).findLast(({ entry }) => entry?.time != null)?.entry?.time
  const [day, before] = [localDay(time), above == null ? null : localDay(above)]
  return day === null || before === null || dayNumber(day) !== dayNumber(before)
}
