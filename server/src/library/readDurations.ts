import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Mark } from '../postmortem/blocks/marks.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { findStatedMetrics, type StatedMetric } from '../postmortem/fields/statedMetrics.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findMitigation } from '../postmortem/times/milestones.ts'
import type { DurationField, TimeField } from '../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { isDurationConsistent } from '../time/repair/checks.ts'
import { shortDuration } from '../time/repair/print.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { minutesPerDay } from '../time/written/calendar.ts'
import { findDurations } from '../time/written/duration.ts'
import type { Incident, Known, Unread } from './incident.ts'

type Durations = Pick<Incident, 'duration' | 'timeToDetect' | 'timeToMitigate' | 'timeToResolve'>

type LineAt = (offset: number) => number

interface Reading {
  readonly known: Known<number> | null
  readonly unread: readonly Unread[]
}

/** How long it lasted, and how long the response took: as stated, or else from the times of the report. */
export function readDurations(
  report: Report,
  lineAt: LineAt,
): { readonly values: Durations; readonly unread: readonly Unread[] } {
  const stated = findStatedMetrics(report.lines)
  const ofKind = (kind: StatedMetric['kind']) => stated.find((each) => each.kind === kind)
  const isStartKnown = !startsTooLate(report)
  const duration = isStartKnown ? readDuration(report, lineAt) : nothing('duration', unknownStart)
  const fromTimes = (read: () => Reading) => (isStartKnown ? read() : unknown)
  const detect = fromStated(ofKind('detect'), lineAt) ?? fromTimes(() => readDetection(report, lineAt))
  const mitigate = fromStated(ofKind('mitigate'), lineAt) ?? fromTimes(() => readMitigation(report, lineAt))
  const resolve =
    fromStated(ofKind('resolve'), lineAt) ?? fromTimes(() => readResolution(report, duration, lineAt))
  return {
    values: {
      duration: duration.known,
      timeToDetect: detect.known,
      timeToMitigate: mitigate.known,
      timeToResolve: resolve.known,
    },
    unread: [...duration.unread, ...detect.unread, ...resolve.unread],
  }
}

const unknown: Reading = { known: null, unread: [] }

const unknownStart = sentence`The report does not say when it started.`

/** An entry that seems to be the start, but comes after the detection, is another event. */
function startsTooLate({ fields: { start, duration }, timeline }: Report): boolean {
  if (
    start === null ||
    start.basis === 'label' ||
    start.basis === 'range' ||
    (duration?.written != null && !isMetric(duration))
  )
    return false
  const entry = timeline.entries.find(({ time, facts }) => time !== null && facts.includes('detection'))
  // An entry may have its day from a heading, which its time alone does not say.
  const time = timeline.entries.find((each) => isSamePlace(start, each))?.time ?? start.time
  const distance = entry?.time == null ? null : distanceBetween(time, entry.time)
  return distance !== null && distance.minutes < 0
}

function readDuration(report: Report, lineAt: LineAt): Reading {
  const { fields, profile } = report
  const { duration, start, end } = fields
  const computed = start === null || end === null ? null : minutesFrom(start, end.time)
  const statedAt = isMetric(duration) ? null : (duration?.passage ?? null)
  if (duration?.written != null && statedAt !== null) {
    const { written, placed } = duration
    const line = lineAt(statedAt.start)
    if (isOneOfSeveral(duration, report))
      return nothing('duration', sentence`"${statedAt.text}" is one of several durations.`, line)
    if (computed !== null && !agrees(written, computed.minutes)) {
      const reason = sentence`It is given as "${statedAt.text}", but the start and the end are ${shortDuration(computed.minutes)} apart.`
      return nothing('duration', reason, line)
    }
    const isField = placed !== null && isLabelled(placed)
    if (written.bound !== null && !isField)
      return nothing('duration', sentence`"${written.text}" is only a limit.`, line)
    const isSure = (isField || computed !== null) && written.bound === null && !written.approximate
    return { known: { value: written.minutes, line, certainty: isSure ? 'certain' : 'assumed' }, unread: [] }
  }
  if (computed !== null && start !== null)
    return {
      known: { value: computed.minutes, line: lineAt(start.start), certainty: computed.certainty },
      unread: [],
    }
  if (profile.isNearMiss) return unknown
  return nothing('duration', reasonWithoutDuration(start, end))
}

/** A section that labels one duration after another tells of several outages. */
function isOneOfSeveral({ placed, written }: DurationField, { lines, sections }: Report): boolean {
  if (placed === null || written === null || !isLabelled(placed)) return false
  const section = sections.find(({ start, end }) => start <= placed.range.start && placed.range.start < end)
  if (section === undefined || section.id === 'summary') return false
  return lines.some((each) => {
    const { start } = each.range
    const mark = start > placed.range.end && start < section.end ? each.marks.find(isDuration) : undefined
    const other = mark === undefined ? undefined : findDurations(each.line.text.slice(mark.value))[0]
    return other !== undefined && other.minutes !== written.minutes
  })
}

function isLabelled({ marks }: PlacedLine): boolean {
  return marks.some(isDuration)
}

function isDuration({ ids }: Mark): boolean {
  return ids.includes('duration')
}

/** "Time to repair: 2 h" says how long the response took, and perhaps from another moment on. */
function isMetric(duration: Report['fields']['duration']): boolean {
  return duration?.placed?.marks.some(({ text }) => /\btime to\b/i.test(text)) ?? false
}

function reasonWithoutDuration(start: TimeField | null, end: TimeField | null): Sentence {
  if (start === null && end === null) return sentence`The report gives no duration, start or end.`
  if (start === null) return unknownStart
  if (end === null) return sentence`The report does not say when it ended.`
  if (start.time.precision === 'day' || end.time.precision === 'day')
    return sentence`The start or the end is a day without a time.`
  return sentence`The start and the end cannot be compared.`
}

/** An end without a date may be days later, and a stated duration says so. */
function agrees(written: StatedMetric['duration'], minutes: number): boolean {
  const days = Math.max(0, Math.round((written.minutes - minutes) / minutesPerDay))
  return (
    isDurationConsistent(written, minutes) || isDurationConsistent(written, minutes + days * minutesPerDay)
  )
}

/** A detection that is the start of the report says nothing about how long it took. */
function readDetection({ fields, timeline }: Report, lineAt: LineAt): Reading {
  const entry = timeline.entries.find(({ time, facts }) => time !== null && facts.includes('detection'))
  const { start } = fields
  if (start === null || entry === undefined) return unknown
  if (timeline.entries[0] !== entry && isInvestigation.test(entry.text.text)) return unknown
  if (isSamePlace(start, entry))
    return nothing('timeToDetect', sentence`The start is known only from its detection.`, lineAt(entry.start))
  const isBefore = nothing('timeToDetect', sentence`The detection is before the start.`, lineAt(entry.start))
  return fromEntry(start, entry, isBefore, lineAt)
}

/** "Checked the settings and discovered that …" is how the cause of something known was found. */
const isInvestigation =
  /^\W{0,4}(?:we |(?:the )?(?:\w{1,20} )?(?:engineers?|team) )?(?:checked|examined|inspected|reviewed|investigated|analy[sz]ed|debugged|looked (?:at|into|through)|searched)\b(?:[^.;]|\.(?=\w)){0,120}\b(?:discovered|found|noticed|observed|reali[sz]ed|identified|detected)\b/i

function readMitigation({ fields, timeline }: Report, lineAt: LineAt): Reading {
  const entry = findMitigation(timeline.entries, fields.end)
  if (fields.start === null || entry === undefined) return unknown
  return fromEntry(fields.start, entry, unknown, lineAt)
}

function readResolution({ fields, timeline }: Report, duration: Reading, lineAt: LineAt): Reading {
  if (fields.end !== null || duration.known !== null) return { known: duration.known, unread: [] }
  const entry = timeline.entries.findLast(({ time, facts }) => time !== null && facts.includes('resolution'))
  if (fields.start === null || entry === undefined) return unknown
  const isBefore = nothing(
    'timeToResolve',
    sentence`The resolution is before the start.`,
    lineAt(entry.start),
  )
  return fromEntry(fields.start, entry, isBefore, lineAt)
}

function fromEntry(start: TimeField, entry: TimelineEntry, ifBefore: Reading, lineAt: LineAt): Reading {
  const distance = entry.time === null ? null : distanceBetween(start.time, entry.time)
  if (distance === null || distance.certainty === 'unknown' || isDay(start.time)) return unknown
  if (distance.minutes < 0) return ifBefore
  const isSure = distance.certainty === 'certain' && !distance.approximate && start.basis !== 'sentence'
  const certainty = isSure ? 'certain' : 'assumed'
  return { known: { value: distance.minutes, line: lineAt(entry.start), certainty }, unread: [] }
}

function minutesFrom(
  start: TimeField,
  end: ResolvedTime,
): { readonly minutes: number; readonly certainty: Known<number>['certainty'] } | null {
  const distance = distanceBetween(start.time, end)
  if (distance === null || distance.minutes < 0 || isDay(start.time)) return null
  const isStated = start.basis === 'label' || start.basis === 'range'
  const isSure = distance.certainty === 'certain' && !distance.approximate && isStated
  return { minutes: distance.minutes, certainty: isSure ? 'certain' : 'assumed' }
}

function fromStated(metric: StatedMetric | undefined, lineAt: LineAt): Reading | null {
  if (metric === undefined) return null
  const { duration, placed } = metric
  const at: Passage = placed.passage(duration.start, duration.end)
  const isSure = duration.bound === null && !duration.approximate
  return {
    known: { value: duration.minutes, line: lineAt(at.start), certainty: isSure ? 'certain' : 'assumed' },
    unread: [],
  }
}

function nothing(column: Unread['column'], reason: Sentence, line: number | null = null): Reading {
  return { known: null, unread: [{ column, line, reason }] }
}

function isDay({ precision }: ResolvedTime): boolean {
  return precision === 'day'
}

function isSamePlace(one: Passage, entry: TimelineEntry): boolean {
  return entry.start <= one.start && one.start < Math.max(entry.end, entry.start + 1)
}
