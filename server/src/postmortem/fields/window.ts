import { findDurations, readDuration, type WrittenDuration } from '../../time/written/duration.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from '../sections/structure.ts'
import { says, sentenceEnd, textSays } from '../timeline/sayings.ts'
import type { FoundEntry, FoundTimeline } from '../timeline/timeline.ts'
import { english } from '../vocabulary/english.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'
import { labelsOf, readValue, type ValueLine } from './labelValues.ts'
import { findProse, sectionsAfterTheIncident } from './prose.ts'

/** A time and the line that it is written on. */
export interface FoundTime {
  readonly time: WrittenTime
  readonly placed: PlacedLine
  readonly lineIndex: number
}

export interface FoundDuration {
  readonly duration: WrittenDuration
  readonly placed: PlacedLine
  readonly lineIndex: number
}

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
  region: { readonly start: number; readonly end: number },
): FoundWindow {
  const prose = findProse(lines, structure, region, proseSections)
  const labelled = findLabelledRange(lines, structure)
  const range = labelled ?? findRange(prose)
  const start =
    findLabelledTime('start', lines, structure) ??
    range?.start ??
    findTimeSaying('start', prose) ??
    findStartEntry(timeline)
  const end =
    findLabelledTime('end', lines, structure) ??
    range?.end ??
    findTimeSaying('end', prose) ??
    findEndEntry(timeline)
  return { start, end, duration: findDuration(lines, structure, prose) }
}

function timesIn(value: ValueLine): readonly FoundTime[] {
  return value.placed.times
    .filter(
      (time) =>
        time.start >= value.start && time.end <= value.end && (time.clock !== null || time.date !== null),
    )
    .map((time) => ({ time, placed: value.placed, lineIndex: value.lineIndex }))
}

function findLabelledTime(
  id: 'start' | 'end',
  lines: readonly PlacedLine[],
  structure: Structure,
): FoundTime | null {
  for (const label of labelsOf(structure, [id], sectionsAfterTheIncident)) {
    const times = readValue(label, lines).slice(0, 2).flatMap(timesIn)
    const first = times[0]
    if (first === undefined) continue
    const { until } = first.time
    return id === 'end' && until !== null ? { ...first, time: until } : first
  }
  return null
}

interface FoundRange {
  readonly start: FoundTime
  readonly end: FoundTime | null
}

function findLabelledRange(lines: readonly PlacedLine[], structure: Structure): FoundRange | null {
  let single: FoundRange | null = null
  for (const label of labelsOf(
    structure,
    ['duration', 'date', 'summary', 'impact', 'timeline'],
    sectionsAfterTheIncident,
  )) {
    const isField = label.mark.ids.includes('duration') || label.mark.ids.includes('date')
    if (!isField && (label.isTitle || !label.mark.ids.includes('timeline'))) continue
    const times = readValue(label, lines)
      .slice(0, 4)
      .flatMap(timesIn)
      .filter((found) => !isDetection(found))
    const range = rangeOf(times)
    if (range?.end) return range
    single ??= range
  }
  return single
}

/** "First detected 12:39" among the key events is not the start of the outage. */
function isDetection({ time, placed }: FoundTime): boolean {
  return textSays(placed.line.text.slice(Math.max(0, time.start - 40), time.start), 'detection')
}

function rangeOf(times: readonly FoundTime[]): FoundRange | null {
  const whole = times.find(({ time }) => time.until !== null)
  if (whole?.time.until) return { start: whole, end: { ...whole, time: whole.time.until } }
  const [first] = times
  if (first === undefined) return null
  const clocks = times.filter(({ time }) => time.clock !== null)
  const [from, to] = clocks.length >= 2 ? clocks : times
  return from !== undefined && to !== undefined ? { start: from, end: to } : { start: first, end: null }
}

/** A range of clock times in a summary is the outage; a range of dates only if there is no other range. */
function findRange(prose: readonly ValueLine[]): FoundRange | null {
  const ranges = prose.flatMap(timesIn).filter(({ time }) => time.until !== null)
  const range = ranges.find(({ time }) => time.clock !== null || time.until?.clock != null) ?? ranges[0]
  return range?.time.until ? { start: range, end: { ...range, time: range.time.until } } : null
}

/** The first time in a sentence that says the outage began, or the last in one that says it was over. */
function findTimeSaying(saying: 'start' | 'end', prose: readonly ValueLine[]): FoundTime | null {
  const found: FoundTime[] = []
  for (const value of prose) {
    const times = timesIn(value)
    if (times.length === 0) continue
    for (const sentence of sentencesOf(value)) {
      if (!textSays(sentence.text, saying)) continue
      const inside = times.filter(({ time }) => time.start >= sentence.start && time.end <= sentence.end)
      found.push(...(saying === 'start' ? inside.slice(0, 1) : inside.slice(-1)))
    }
  }
  return (saying === 'start' ? found[0] : found.at(-1)) ?? null
}

function sentencesOf(
  value: ValueLine,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  const { text } = value.placed.line
  const sentences: { text: string; start: number; end: number }[] = []
  let start = value.start
  for (const match of text.slice(0, value.end).matchAll(sentenceEnd)) {
    if (match.index < start) continue
    sentences.push({ text: text.slice(start, match.index), start, end: match.index })
    start = match.index + match[0].length
  }
  sentences.push({ text: text.slice(start, value.end), start, end: value.end })
  return sentences
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
  return entry?.time == null ? null : { time: entry.time, placed: entry.placed, lineIndex: entry.lineIndex }
}

function findEndEntry(timeline: FoundTimeline): FoundTime | null {
  const entry =
    entriesOf(timeline).findLast((each) => each.role === 'end') ??
    entriesOf(timeline).findLast((each) => each.stretches.some(({ segment }) => says(segment, 'end')))
  if (entry?.time == null) return null
  return { time: entry.time.until ?? entry.time, placed: entry.placed, lineIndex: entry.lineIndex }
}

function findDuration(
  lines: readonly PlacedLine[],
  structure: Structure,
  prose: readonly ValueLine[],
): FoundDuration | null {
  for (const label of labelsOf(
    structure,
    ['duration'],
    ['corrective', 'actions', 'improvements', 'lessons'],
  )) {
    for (const value of readValue(label, lines).slice(0, 4)) {
      const text = value.placed.line.text.slice(0, value.end)
      const whole = readDuration(text, value.start, { clockForm: true })
      const found = findDurations(text).find((each) => each.start >= value.start) ?? whole
      if (found != null) return { duration: found, placed: value.placed, lineIndex: value.lineIndex }
    }
  }
  return findDurationInProse(prose)
}

/** A length of time in prose is that of the outage only if the words around it say so. */
function findDurationInProse(prose: readonly ValueLine[]): FoundDuration | null {
  for (const value of prose) {
    if (!/\d|hour|minute|day|week/i.test(value.placed.line.text)) continue
    for (const duration of findDurations(value.placed.line.text)) {
      if (duration.start < value.start || duration.end > value.end) continue
      const before = value.placed.line.text.slice(Math.max(0, duration.start - 40), duration.start)
      const after = value.placed.line.text.slice(duration.end, duration.end + 40)
      if (!isLengthOfOutage(before, after)) continue
      return { duration, placed: value.placed, lineIndex: value.lineIndex }
    }
  }
  return null
}

function isLengthOfOutage(before: string, after: string): boolean {
  if (
    english.phrases.notLasted.test(before) ||
    /^\s?(?:ago|before|earlier|later|after|prior|old)\b/i.test(after)
  )
    return false
  return english.phrases.lasted.test(before) || english.phrases.outageOf.test(after)
}
