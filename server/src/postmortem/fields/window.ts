import type { WrittenTime } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { later } from '../lines/later.ts'
import type { Label, Structure } from '../sections/foundSection.ts'
import type { LineRange } from '../sections/region.ts'
import { says, textSays } from '../timeline/sayings.ts'
import type { FoundEntry, FoundTimeline } from '../timeline/timeline.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'
import { type FoundDuration, findDuration } from './duration.ts'
import { type FoundRange, type FoundTime, timesIn, toRange } from './foundTimes.ts'
import { labelsOf, readValue } from './labelValues.ts'
import { findProse, type ProseSearch, sectionsAfterTheIncident } from './prose.ts'
import {
  findOpeningTime,
  findProseRange,
  findSentenceTime,
  findTimedSentences,
  type TimedSentence,
} from './sentenceTimes.ts'

/** The outage as the report states it. */
export interface FoundWindow {
  readonly start: FoundTime | null
  readonly end: FoundTime | null
  readonly duration: FoundDuration | null
}

/** Sections whose sentences describe the outage itself. */
const proseSections: readonly SectionId[] = [
  'summary',
  'what-happened',
  'duration',
  'impact',
  'detection',
  'background',
  'trigger',
]

/** Labels win over a range in the summary, which wins over the summary's sentences and then the timeline. */
export function findWindow(
  lines: readonly PlacedLine[],
  structure: Structure,
  timeline: FoundTimeline,
  region: LineRange,
  searchAll: ProseSearch,
): FoundWindow {
  const prose = later(() => findProse(lines, structure, region, proseSections))
  const sentences = later(() => findTimedSentences(prose()))
  const labelled = findLabelledRange(lines, structure)
  const range =
    labelled !== null && (labelled.end !== null || labelled.start.time.clock !== null)
      ? labelled
      : (findRangeOnDay(labelled, sentences()) ?? labelled)
  const ends = findLabelledEnds(lines, structure)
  const start =
    ends.start ??
    range?.start ??
    findSentenceTime('start', sentences()) ??
    findStartEntry(timeline) ??
    findOpeningTime(sentences())
  const end = ends.end ?? range?.end ?? findSentenceTime('end', sentences()) ?? findEndEntry(timeline)
  return { start, end, duration: findDuration(lines, structure, prose, searchAll) }
}

/** Of a labelled day, the prose may say when on it the outage was. */
function findRangeOnDay(day: FoundRange | null, sentences: readonly TimedSentence[]): FoundRange | null {
  const range = findProseRange(sentences)
  if (day === null || range === null) return range
  return range.end !== null && [range.start, range.end].every(({ time }) => time.clock !== null)
    ? range
    : null
}

type Ends = Pick<FoundWindow, 'start' | 'end'>

/** An incident may last longer than its impact, so both ends are taken from one of the two if it has both. */
function findLabelledEnds(lines: readonly PlacedLine[], structure: Structure): Ends {
  const endsOf = (isWanted: (label: Label) => boolean): Ends => ({
    start: findLabelledTime('start', isWanted, lines, structure),
    end: findLabelledTime('end', isWanted, lines, structure),
  })
  const ofImpact = endsOf(namesImpact)
  const own = endsOf((label) => !namesImpact(label))
  if (ofImpact.start !== null && ofImpact.end !== null && (own.start === null || own.end === null))
    return ofImpact
  return { start: own.start ?? ofImpact.start, end: own.end ?? ofImpact.end }
}

function namesImpact({ mark }: Label): boolean {
  return /\bimpact\b/i.test(mark.text)
}

function findLabelledTime(
  id: 'start' | 'end',
  isWanted: (label: Label) => boolean,
  lines: readonly PlacedLine[],
  structure: Structure,
): FoundTime | null {
  for (const label of labelsOf(structure, [id], sectionsAfterTheIncident).filter(isWanted)) {
    const [first] = readValue(label, lines)
      .slice(0, 2)
      .flatMap((value) => timesIn(value, 'label'))
    if (first === undefined) continue
    const { until } = first.time
    return id === 'end' && until !== null ? { ...first, time: until } : first
  }
  return null
}

/** The lines of a value that may give the times of the outage. A list of key events gives others as well. */
const maxRangeLines = 4

function findLabelledRange(lines: readonly PlacedLine[], structure: Structure): FoundRange | null {
  let single: FoundRange | null = null
  for (const label of labelsOf(structure, ['duration', 'date', 'timeline'], sectionsAfterTheIncident)) {
    const isField = !label.mark.ids.includes('timeline')
    if (!isField && label.isTitle) continue
    const times = readValue(label, lines)
      .slice(0, maxRangeLines)
      .filter((value) => isField || value.lineIndex === label.lineIndex)
      .flatMap((value) => timesIn(value, 'label'))
      .filter((found) => !label.isTitle || !isEntry(found))
    const range = rangeOf(times)
    if (range?.end) return range
    if (isField && !(range !== null && label.mark.ids.includes('duration') && isBareClock(range.start)))
      single ??= range
  }
  return single
}

/** A duration of `02:14` is a length, and not the time at which something began. */
function isBareClock({ time: { clock, date, zone } }: FoundTime): boolean {
  return clock !== null && clock.meridiem === null && date === null && zone === null
}

/** Below the title of a section, lines that begin with a time and tell what happened are a timeline. */
function isEntry({ time, placed }: FoundTime): boolean {
  const segment = placed.segments.find((each) => each.time?.start === time.start)
  return segment !== undefined && time.until === null && /\p{L}{3}[^\p{L}]+\p{L}{2}/u.test(segment.text)
}

/** "First detected 12:39" and "Incident declared 12:54" among the key events are no ends of the outage. */
function isOtherEvent({ time, placed }: FoundTime): boolean {
  const before = placed.line.text.slice(Math.max(0, time.start - 40), time.start)
  return textSays(before, 'detection') || /\b(?:declared|acknowledged|raised|opened)\b/i.test(before)
}

/** "Repaired 13:59" and "Resolved 14:38" are two ends and no start. */
function isAfterTheEnd({ time, placed }: FoundTime): boolean {
  const before = placed.line.text.slice(Math.max(0, time.start - 40), time.start)
  return /\b(?:repaired|fixed|mitigated|resolved|recovered|restored)\b[^\d.;,]{0,20}$/i.test(before)
}

function rangeOf(times: readonly FoundTime[]): FoundRange | null {
  const whole = times.map(toRange).find((each) => each !== null)
  if (whole != null) return whole
  const own = times.filter((found) => !isOtherEvent(found))
  const [first] = own
  if (first === undefined) return null
  const clocks = own.filter(({ time }) => time.clock !== null)
  const [from, to] = clocks.length >= 2 ? clocks : own
  if (from !== undefined && isAfterTheEnd(from)) return null
  if (from !== undefined && to !== undefined) return { start: from, end: to }
  // A single time among other events may be either end.
  return own.length < times.length ? null : { start: first, end: null }
}

function entriesOf(timeline: FoundTimeline): readonly FoundEntry[] {
  return timeline.steps.flatMap((step) =>
    step.kind === 'entry' && step.entry.time !== null ? [step.entry] : [],
  )
}

function findStartEntry(timeline: FoundTimeline): FoundTime | null {
  const entry =
    entriesOf(timeline).find((each) => each.role === 'start') ??
    entriesOf(timeline).find(
      (each) => each.time?.clock !== null && each.stretches.some(({ segment }) => says(segment, 'start')),
    )
  return entry?.time == null ? null : toFound(entry, entry.time)
}

function findEndEntry(timeline: FoundTimeline): FoundTime | null {
  const entry =
    entriesOf(timeline).findLast((each) => each.role === 'end') ??
    entriesOf(timeline).findLast((each) => each.stretches.some(({ segment }) => says(segment, 'end')))
  if (entry?.time == null) return null
  return toFound(entry, entry.time.until ?? entry.time)
}

function toFound({ placed, lineIndex }: FoundEntry, time: WrittenTime): FoundTime {
  return { time, basis: 'entry', placed, lineIndex }
}
