import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Mark } from '../postmortem/blocks/marks.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { findStatedMetrics, type StatedMetric } from '../postmortem/fields/statedMetrics.ts'
import { largest } from '../postmortem/lines/extremes.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findMitigation } from '../postmortem/times/mitigation.ts'
import type { DurationField } from '../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { isDurationConsistent } from '../time/repair/checks.ts'
import { shortDuration } from '../time/repair/print.ts'
import { distanceOnOneDay } from '../time/resolved/oneDay.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { minutesPerDay } from '../time/written/calendar.ts'
import { findDurations } from '../time/written/duration.ts'
import type { Incident, Known, Unread } from './incident.ts'
import { forEachMeasure, type Measure, measures } from './measures.ts'
import { isOtherThanTimeline } from './otherThanTimeline.ts'
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
import { findStatedDetection } from './statedDetection.ts'

type Durations = Pick<Incident, Measure>

type LineAt = (offset: number) => number

/** The value, or why there is none. */
type Reading = { readonly known: Known<number> } | Omit<Unread, 'column'>

/** How long it lasted, and how long the response took: as stated, or else from the times of the report. */
export function readDurations(
  report: Report,
  lineAt: LineAt,
): { readonly values: Durations; readonly unread: readonly Unread[] } {
  const stated = findStatedMetrics(report.lines)
  const isTooLate = startsTooLate(report)
  const outage = findOutage(report)
  const since = isTooLate ? null : outage.since
  const duration = isTooLate ? none(unknownStart) : readDuration(report, outage, lineAt)
  const orStated = (kind: StatedMetric['kind'], read: (start: Moment) => Reading) =>
    fromStated(
      stated.find((each) => each.kind === kind),
      lineAt,
    ) ?? (since === null ? none(unknownStart) : read(since))
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

function readDuration(report: Report, { start, end }: Outage, lineAt: LineAt): Reading {
  const { duration } = report.fields
  const computed = start === null || end === null ? null : minutesFrom(start, end.time)
  const statedAt = isMetric(duration) ? null : (duration?.passage ?? null)
  if (duration?.written != null && statedAt !== null) {
    const { written, placed } = duration
    const line = lineAt(statedAt.start)
    if (isOneOfSeveral(duration, report))
      return none(sentence`"${statedAt.text}" is one of several durations.`, line)
    const isContradicted = computed !== null && !agrees(written, computed.minutes)
    if (isContradicted && !isLengthOfTimeline(start, report)) {
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
  if (
    computed !== null &&
    start !== null &&
    end !== null &&
    isOtherThanTimeline(start, end, computed.minutes, report)
  )
    return none(
      sentence`The timeline is longer than the time between the stated start and end.`,
      lineAt(start.start),
    )
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

function hasDurationLabel({ marks }: PlacedLine): boolean {
  return marks.some(isDuration)
}

function isDuration({ ids }: Mark): boolean {
  return ids.includes('duration')
}

/** "Time to repair: 2 h" says how long the response took, and perhaps from another moment on. */
function isMetric(duration: Report['fields']['duration']): boolean {
  return duration?.placed?.marks.some(({ text }) => /\btime to\b/i.test(text)) ?? false
}

function reasonWithoutDuration({ start, end }: Ends): Sentence {
  if (start === null && end === null) return sentence`The report gives no duration, start or end.`
  if (start === null) return unknownStart
  if (end === null) return sentence`The report does not say when it ended.`
  if (start.time.precision === 'day' || end.time.precision === 'day')
    return sentence`The start or the end is a day without a time.`
  return sentence`The start and the end cannot be compared.`
}

/** A slip in the end that is stated first shows in the timeline. */
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

/** As the timeline tells it, or else as it is stated elsewhere. */
function readDetection(start: Moment, report: Report, lineAt: LineAt): Reading {
  const told = readToldDetection(start, report, lineAt)
  const stated = 'known' in told ? null : findStatedDetection(report)
  return stated === null ? told : fromMoment(start, stated, detectedBefore, lineAt)
}

const detectedBefore = sentence`The detection is before the start.`

/** A detection that is the start of the report says nothing about how long it took. */
function readToldDetection(start: Moment, { timeline }: Report, lineAt: LineAt): Reading {
  const entry = timeline.entries.find(({ time, facts }) => time !== null && facts.includes('detection'))
  if (entry === undefined) return none(sentence`No entry with a time says how it was noticed.`)
  const line = lineAt(entry.start)
  const before = timeline.entries.slice(0, timeline.entries.indexOf(entry))
  if (before.some((each) => !isSamePlace(start, each) && isResponse.test(each.text.text.slice(0, maxLead))))
    return none(sentence`Somebody was already working on it at this time.`, line)
  if (timeline.entries[0] !== entry && isInvestigation.test(entry.text.text))
    return none(sentence`What was found at this time is the cause, and not the outage.`, line)
  if (start.basis !== 'length' && isSamePlace(start, entry))
    return none(sentence`The start is known only from its detection.`, line)
  return fromMoment(start, entry, detectedBefore, lineAt)
}

/** "Checked the settings and discovered that …" is how the cause of something known was found. */
const isInvestigation =
  /^\W{0,4}(?:we |(?:the )?(?:\w{1,20} )?(?:engineers?|team) )?(?:checked|examined|inspected|reviewed|investigated|analy[sz]ed|debugged|looked (?:at|into|through)|searched)\b(?:[^.;]|\.(?=\w)){0,120}\b(?:discovered|found|noticed|observed|reali[sz]ed|identified|detected)\b/i

/** A response that is named later in an entry may be that to something else. */
const maxLead = 60

/** What nobody does before they know. A check or a restart by itself may be routine. */
const isResponse =
  /\b(?:(?:began|started|initiated|launched) (?:an? |the |its? |their |our )?(?:initial )?(?:investigat\w{1,5}|debug\w{0,5}|troubleshoot\w{0,3}|rollback)|investigated|investigations? (?:began|begins?|started|starts|initiated)|debugged|troubleshot|escalated|rolled back|checked|examined)\b/i

function readMitigation(from: Moment, { start, end }: Outage, { timeline }: Report, lineAt: LineAt): Reading {
  // An end that is stated beside a day may be that of something else.
  const isOfOutage = from === start || end?.basis === 'entry'
  const entry = findMitigation(timeline.entries, isOfOutage ? end : null)
  if (entry === undefined) return none(noMitigation)
  return fromMoment(from, entry, sentence`The mitigation is before the start.`, lineAt)
}

function readResolution(
  start: Moment,
  { end }: Outage,
  { timeline }: Report,
  duration: Reading,
  lineAt: LineAt,
): Reading {
  if (end !== null) return duration
  const entry = timeline.entries.findLast(({ time, facts }) => time !== null && facts.includes('resolution'))
  if (entry === undefined) return duration
  return fromMoment(start, entry, sentence`The resolution is before the start.`, lineAt)
}

function fromMoment(
  start: Moment,
  moment: Pick<TimelineEntry, 'time' | 'start'>,
  ifBefore: Sentence,
  lineAt: LineAt,
): Reading {
  const line = lineAt(moment.start)
  const distance = moment.time === null ? null : distanceOnOneDay(start.time, moment.time)
  if (isDay(start.time)) return none(sentence`The start is a day without a time.`, lineAt(start.start))
  if (distance === null || distance.certainty === 'unknown')
    return none(sentence`This time and the start cannot be compared.`, line)
  if (distance.minutes < 0) return none(ifBefore, line)
  const isSure =
    distance.certainty === 'certain' && !distance.approximate && !['sentence', 'length'].includes(start.basis)
  return { known: { value: distance.minutes, line, certainty: isSure ? 'certain' : 'assumed' } }
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

function none(reason: Sentence, line: number | null = null): Reading {
  return { line, reason }
}
