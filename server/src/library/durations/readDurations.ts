import { largest } from '../../lists/extremes.ts'
import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Mark } from '../../postmortem/blocks/marks.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { findStatedMetrics, type StatedMetric } from '../../postmortem/fields/statedMetrics.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { findDetection, findResolution } from '../../postmortem/times/milestones.ts'
import { findMitigation } from '../../postmortem/times/mitigation.ts'
import type { DurationField } from '../../postmortem/times/readFields.ts'
import { isDurationConsistent } from '../../time/repair/checks.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { distanceBetween } from '../../time/resolved/order.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import { minutesPerDay } from '../../time/written/calendar.ts'
import { findDurations, readDuration } from '../../time/written/duration.ts'
import type { Incident, Known, Unread } from '../incident.ts'
import { forEachMeasure, type Measure, measures } from '../measures.ts'
import { contradictsLength, contradictsStart } from './contradictions.ts'
import {
  type Ends,
  findEnd,
  findOutage,
  isDay,
  isLengthOf,
  isSamePlace,
  type Moment,
  type Outage,
} from './outage.ts'
import { readDetection } from './readDetection.ts'
import { fromMoment, isMetric, type LineAt, none, type Reading } from './reading.ts'
import { findStatedMitigation } from './statedMitigation.ts'

type Durations = Pick<Incident, Measure>

/** How long it lasted, and how long the response took: as stated, or else from the times of the report. */
export function readDurations(
  report: Report,
  lineAt: LineAt,
): { readonly values: Durations; readonly unread: readonly Unread[] } {
  const stated = findStatedMetrics(report.lines)
  const isTooLate = startsTooLate(report)
  const outage = findOutage(report)
  const isElse = outage.start !== null && contradictsStart(outage.start, report)
  const since = isTooLate || isElse ? null : outage.since
  const noStart = isElse ? none(otherStart) : none(unknownStart)
  const duration = isTooLate || isElse ? noStart : readLength(report, outage, lineAt)
  const orStated = (kind: StatedMetric['kind'], read: (start: Moment) => Reading) =>
    fromStated(
      stated.find((each) => each.kind === kind && !(kind === 'mitigate' && isOfTheEnd(each, outage, report))),
      lineAt,
    ) ?? (since === null ? noStart : read(since))
  const timeToResolve =
    'known' in duration && stated.every(({ kind }) => kind !== 'resolve')
      ? duration
      : orStated('resolve', (from) => readResolution(from, outage, report, duration, lineAt))
  const timeToDetect = notAfter(
    [duration, timeToResolve],
    orStated('detect', (from) => readDetection(from, report, lineAt)),
    sentence`The detection is after the end.`,
  )
  const timeToMitigate = notAtTheEnd(
    timeToResolve,
    notAfter(
      [duration, timeToResolve],
      orStated('mitigate', (from) => readMitigation(from, outage, report, lineAt)),
      sentence`The mitigation is after the end.`,
    ),
  )
  const readings: Readonly<Record<Measure, Reading>> = {
    duration,
    timeToDetect,
    timeToMitigate: notBefore(timeToDetect, timeToMitigate),
    timeToResolve,
  }
  return {
    values: forEachMeasure((measure) => knownIn(readings[measure])),
    unread: measures.flatMap((column) => {
      const reading = readings[column]
      return 'known' in reading ? [] : [{ column, ...reading }]
    }),
  }
}

/** Of two values that contradict each other, the length of the whole is more likely right. */
function notAfter(ends: readonly Reading[], reading: Reading, reason: Sentence): Reading {
  const [wholes, part] = [ends.flatMap((each) => knownIn(each)?.value ?? []), knownIn(reading)]
  if (part === null || wholes.length === 0 || part.value <= largest(wholes)) return reading
  return none(reason, part.line)
}

/** What takes as long as the resolution is the resolution, and no mitigation before it. */
function notAtTheEnd(whole: Reading, part: Reading): Reading {
  return knownIn(part) !== null && knownIn(part)?.value === knownIn(whole)?.value ? none(noMitigation) : part
}

/** A stated time to mitigate that is shorter than that to detect is measured from another moment. */
function notBefore(detection: Reading, mitigation: Reading): Reading {
  const [first, second] = [knownIn(detection), knownIn(mitigation)]
  if (first === null || second === null || second.value >= first.value) return mitigation
  return none(sentence`The mitigation is before the detection.`, second.line)
}

function knownIn(reading: Reading): Known<number> | null {
  return 'known' in reading ? reading.known : null
}

const noMitigation = sentence`The report names no mitigation before the end.`

const unknownStart = sentence`The report does not say when it started.`

const otherStart = sentence`In the timeline, it begins later than the stated start.`

/** An entry that seems to be the start, but comes after the detection, is another event. */
function startsTooLate({ fields: { start, duration }, timeline }: Report): boolean {
  if (
    start === null ||
    start.basis === 'label' ||
    start.basis === 'range' ||
    (duration?.written != null && !isMetric(duration))
  )
    return false
  const entry = findDetection(timeline.entries)
  // An entry may have its day from a heading, which its time alone does not say.
  const time = timeline.entries.find((each) => isSamePlace(start, each))?.time ?? start.time
  const distance = entry === undefined ? null : distanceBetween(time, entry.time)
  return distance !== null && distance.minutes < 0
}

function readLength(report: Report, { start, end }: Outage, lineAt: LineAt): Reading {
  const { duration } = report.fields
  const computed = start === null || end === null ? null : minutesFrom(start, end.time)
  const statedAt = isMetric(duration) ? null : (duration?.passage ?? null)
  if (duration?.written != null && statedAt !== null) {
    const { written, placed } = duration
    const line = lineAt(statedAt.start)
    if (isOneOfSeveral(duration, report) || isPartOfSum(duration))
      return none(sentence`"${statedAt.text}" is one of several durations.`, line)
    const isContradicted = computed !== null && !agrees(written, computed.minutes)
    if (isContradicted && (computed.certainty === 'certain' || !isLengthOfTimeline(start, report))) {
      const reason = sentence`It is given as "${statedAt.text}", but the start and the end are ${shortDuration(computed.minutes)} apart.`
      return none(reason, line)
    }
    const isField = placed !== null && hasDurationLabel(placed)
    if (written.bound !== null && !isField) return none(sentence`"${written.text}" is only a limit.`, line)
    if (computed?.certainty === 'certain' && start !== null && !isContradicted && isInDays(written))
      return { known: { value: computed.minutes, line: lineAt(start.start), certainty: 'certain' } }
    const isSure =
      (isField || (computed !== null && start?.basis !== 'length')) &&
      !isContradicted &&
      written.bound === null &&
      !written.approximate
    return { known: { value: written.minutes, line, certainty: isSure ? 'certain' : 'assumed' } }
  }
  const contradiction =
    computed !== null && start !== null && end !== null
      ? contradictsLength(start, end, computed.minutes, report)
      : null
  if (contradiction !== null && start !== null) return none(contradiction, lineAt(start.start))
  if (computed !== null && start !== null)
    return { known: { value: computed.minutes, line: lineAt(start.start), certainty: computed.certainty } }
  if (report.profile.isNearMiss) return none(sentence`A near miss needs none.`)
  return none(reasonWithoutDuration({ start, end }))
}

/** "5 days" is rounded, if the start and the end have times of their own. */
function isInDays({ minutes }: StatedMetric['duration']): boolean {
  return minutes % minutesPerDay === 0
}

/** A section that labels one duration after another tells of several outages. */
function isOneOfSeveral({ placed, written }: DurationField, { lines, sections }: Report): boolean {
  if (placed === null || written === null || !hasDurationLabel(placed)) return false
  const section = sections.find(({ start, end }) => start <= placed.range.start && placed.range.start < end)
  if (section === undefined || section.id === 'summary') return false
  return lines.some((each) => {
    const { start } = each.range
    const mark = start > placed.range.end && start < section.end ? each.marks.find(isDuration) : undefined
    const other = mark === undefined ? undefined : findDurations(each.line.text.slice(mark.value))[0]
    return other !== undefined && other.minutes !== written.minutes
  })
}

/** "5 days degraded + 2 hours of outage" is a length of neither. */
function isPartOfSum({ placed, written }: DurationField): boolean {
  if (placed === null || written === null) return false
  const added = /^[^.;+]{0,60}(?:\+|\bplus\b)[^.;]{0,10}?(?=\d)/i.exec(placed.line.text.slice(written.end))
  return added !== null && readDuration(placed.line.text, written.end + added[0].length) !== null
}

function hasDurationLabel({ marks }: PlacedLine): boolean {
  return marks.some(isDuration)
}

function isDuration({ ids }: Mark): boolean {
  return ids.includes('duration')
}

/** "Time to repair: 3 h" from when the incident was declared until it was over is no mitigation before the end. */
function isOfTheEnd({ duration }: StatedMetric, { start, end }: Outage, { timeline }: Report): boolean {
  const over = findResolution(timeline.entries)
  if (start === null || end === null || (over !== undefined && !isSamePlace(end, over))) return false
  return timeline.entries.some(
    (entry) =>
      entry.time !== null &&
      !isSamePlace(start, entry) &&
      distanceBetween(entry.time, end.time)?.minutes === duration.minutes,
  )
}

function reasonWithoutDuration({ start, end }: Ends): Sentence {
  if (start === null && end === null) return sentence`The report gives no duration, start or end.`
  if (start === null) return unknownStart
  if (end === null) return sentence`The report does not say when it ended.`
  if (start.time.precision === 'day' || end.time.precision === 'day')
    return sentence`The start or the end is a day without a time.`
  return sentence`The start and the end cannot be compared.`
}

/** An end that only a sentence or an entry tells may be another one than that of the timeline. */
function isLengthOfTimeline(start: Moment | null, report: Report): boolean {
  const end = findEnd(report.timeline.entries)
  return start !== null && end !== undefined && isLengthOf(report, start.time, end.time)
}

/** An end without a date may be days later, and a stated duration says so. */
function agrees(written: StatedMetric['duration'], minutes: number): boolean {
  const days = Math.max(0, Math.round((written.minutes - minutes) / minutesPerDay))
  return (
    isDurationConsistent(written, minutes) || isDurationConsistent(written, minutes + days * minutesPerDay)
  )
}

function readMitigation(from: Moment, { start, end }: Outage, report: Report, lineAt: LineAt): Reading {
  // An end that is stated beside a day may be that of something else.
  const isOfOutage = from === start || end?.basis === 'entry'
  const told =
    findMitigation(report.timeline.entries, isOfOutage ? end : null) ?? findStatedMitigation(report)
  if (told === null) return none(noMitigation)
  return fromMoment(from, told, sentence`The mitigation is before the start.`, lineAt)
}

function readResolution(
  start: Moment,
  { end }: Outage,
  { timeline }: Report,
  duration: Reading,
  lineAt: LineAt,
): Reading {
  if (end !== null) return duration
  const entry = findResolution(timeline.entries)
  if (entry === undefined) return duration
  return fromMoment(start, entry, sentence`The resolution is before the start.`, lineAt)
}

function minutesFrom(
  start: Moment,
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
  }
}
