import { perReport } from '../checking/keptAnswers.ts'
import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import { linesThat } from '../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { TimeField } from '../postmortem/times/readFields.ts'
import { isDurationConsistent } from '../time/repair/checks.ts'
import { distanceBetween } from '../time/resolved/order.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import { minutesPerDay } from '../time/written/calendar.ts'
import type { WrittenDuration } from '../time/written/duration.ts'
import { describeDuration } from './support/describeDuration.ts'
import { countsOnlySomeHours } from './support/fixes/partialHours.ts'
import { writeDuration } from './support/fixes/writeDuration.ts'
import { isEndOfImpact, isEndOfOutage, isExplicit, isInEntry } from './support/times/statedTimes.ts'
import { findToldLengths, type ToldLength } from './support/times/toldLengths.ts'

const report = (duration: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- Duration: ${duration}\n\n## Timeline\n\nText.\n`

export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  summary: 'The stated duration matches the stated start and end.',
  explanation: prose`
    The duration is what gets copied into summaries and statistics, and it is usually worked out by hand. It
    is compared with the time from start to end, and may be rounded as far as its wording allows: "2 hours"
    may be off by less than an hour, "about" allows a tenth, and "under" and "over" are taken literally.

    If clock times follow the duration in brackets, as in "2 hours (20:58 – 22:10)", it is compared with them
    first.

    A length in the title or in a sentence such as "The outage lasted 90 minutes." is compared as well, and
    reported if it is far from the stated one.

    A duration is ignored if its line says that it counts only support, business or working hours.

    The fix writes the computed duration if the start and the end have labels or form a range.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('2 hours 15 minutes, from 14:00 to 16:15 UTC'), messages: [] },
      {
        text: report('4 hours (support hours), from 2024-05-10 16:00 to 2024-05-11 12:00 UTC'),
        messages: [],
      },
    ],
    bad: [
      {
        text: report('30 minutes, from 14:00 to 14:10 UTC'),
        messages: [
          'The duration is given as "30 minutes", but from 14:00 to 14:10 UTC it is 10 minutes. Correct one of them, or say which hours count.',
        ],
      },
      {
        text: report('3h 10m, from 14:00 to 15:10 UTC'),
        messages: [
          'The duration is given as "3h 10m", but from 14:00 to 15:10 UTC it is 1 hour 10 minutes. Correct one of them, or say which hours count.',
        ],
      },
    ],
  },
  check: (report) => {
    const stated = checkStated(report)
    return stated.length > 0 ? stated : checkTold(report)
  },
}

/** A length in the title or in a sentence about the whole outage, beside the stated one or else the start and end. */
function checkTold(report: Report): readonly Problem[] {
  const told = findToldLengths(report)
  if (told.length === 0) return []
  const { start, end, duration } = report.fields
  const [field, ...others] = findDurationFields(report)
  if (
    field !== undefined &&
    duration?.placed === field &&
    duration.passage !== null &&
    duration.written !== null
  ) {
    const { passage, written } = duration
    if (others.length > 0 || written.bound !== null || countsOnlySomeHours(field.line.text)) return []
    return told
      .filter((each) => isFar(each, written.minutes))
      .map((each) => ({
        message: sentence`The duration is given as both "${passage.text}" and "${each.passage.text}". Correct one of them.`,
        range: each.passage,
        related: [{ message: sentence`The other statement`, range: passage }],
        fixes: [],
      }))
  }
  if (field !== undefined || start === null || end === null) return []
  if (![start, end].every((each) => isEndOfOutage(each, report))) return []
  const distance = distanceBetween(start.time, end.time)
  if (distance === null || distance.certainty !== 'certain' || distance.approximate) return []
  const possible = possibleMinutes(distance.minutes, start.time, end.time)
  return told
    .filter((each) => possible.every((minutes) => isFar(each, minutes)))
    .map((each) => ({
      message: describe(
        each.passage.text,
        dropPreposition(start.text),
        dropPreposition(end.text),
        distance.minutes,
      ),
      range: each.passage,
      fixes: [],
    }))
}

/** Words round more than fields do. */
function isFar({ written }: ToldLength, other: number): boolean {
  const apart = Math.abs(written.minutes - other)
  return !isDurationConsistent(written, other) && apart > 10 && apart > Math.max(written.minutes, other) / 4
}

const linesWithDuration = linesThat(({ marks }) => marks.some(({ ids }) => ids.includes('duration')))

const findDurationFields = perReport(({ lines }: Report) => linesWithDuration(lines))

function checkStated(report: Report): readonly Problem[] {
  const { start, end, duration } = report.fields
  const { timeline } = report
  if (duration?.passage == null || duration.written === null) return []
  const own = duration.placed === null ? null : readOwnWindow(duration.passage, duration.placed)
  if (own !== null) {
    if (!isContradicted(duration.written, own) || countsOnlySomeHours(own.line)) return []
    return [
      {
        message: describe(duration.passage.text, own.from, own.to, own.minutes),
        range: duration.passage,
        fixes: [],
      },
    ]
  }
  if (start === null || end === null) return []
  const { passage, written, placed } = duration
  // A start or end taken from a timeline entry may not be that of what the duration measures.
  if (![start, end].every((field) => isExplicit(field) && !isInEntry(field, timeline))) return []
  const distance = distanceBetween(start.time, end.time)
  if (distance === null || distance.certainty !== 'certain' || distance.minutes < 0) return []
  if (start.time.precision === 'day' || end.time.precision === 'day') return []
  // Of an incident and its impact, either may be what was measured.
  if (!isEndOfImpact(start) && findEndsOfImpact(report).length > 0) return []
  const stated = distance.approximate ? { ...written, approximate: true } : written
  const possible = possibleMinutes(distance.minutes, start.time, end.time)
  if (possible.some((minutes) => isDurationConsistent(stated, minutes)) || placed === null) return []
  if (countsOnlySomeHours(placed.line.text) || !isOfOutage(placed, start, end)) return []
  if (placed !== start.placed && hasOwnWindow(passage, placed)) return []
  const text = writeDuration(distance.minutes, passage.text)
  return [
    {
      message: describe(
        passage.text,
        dropPreposition(start.text),
        dropPreposition(end.text),
        distance.minutes,
      ),
      range: passage,
      related: [
        { message: sentence`The start`, range: start },
        { message: sentence`The end`, range: end },
      ],
      // What a sentence says of a time may be true of another one.
      fixes: [start, end].some(({ basis }) => basis === 'verb')
        ? []
        : [
            {
              title: sentence`Write "${text}"`,
              preferred: false,
              edits: [{ start: passage.start, end: passage.end, text }],
            },
          ],
    },
  ]
}

const findEndsOfImpact = perReport(({ lines }) => linesWithEndOfImpact(lines))

const linesWithEndOfImpact = linesThat((placed) => isEndOfImpact({ placed }))

/** Without a date of its own the end may be days later, and without "am" or "pm" half a day. */
function possibleMinutes(minutes: number, start: ResolvedTime, end: ResolvedTime): readonly number[] {
  const isDated = end.date.source === 'own' && start.date.source === 'own'
  const isHalfOpen = [start, end].some(
    ({ written: { clock } }) => clock?.meridiem === null && clock.hour <= 12,
  )
  const days = isDated ? [0] : [0, 1, 2, 3, 4, 5, 6, 7]
  const halves = isHalfOpen ? [-720, 0, 720] : [0]
  return days.flatMap((day) => halves.map((half) => minutes + day * 1440 + half)).filter((each) => each >= 0)
}

/** A duration with a label, on a short line, or beside the start or end; a sentence may mean another one. */
function isOfOutage(placed: PlacedLine, start: TimeField, end: TimeField): boolean {
  // `metric-mismatch` checks a time to repair, which is counted from other moments.
  if (placed.marks.some(({ text }) => /\btime to\b/i.test(text))) return false
  const isLabelled = placed.marks.some(({ ids }) => ids.includes('duration'))
  return isLabelled || placed.line.words <= 8 || placed === start.placed || placed === end.placed
}

/** "About 2 hours (20:58 - 22:10)" says itself which hours it counts. */
function hasOwnWindow(duration: Passage, placed: PlacedLine): boolean {
  return /^\s{0,3}[([,][^()[\]]{0,20}\d[:.h]\d\d[^()[\]\d]{0,20}(?:-|–|—|→|\bto\b|\buntil\b)[^()[\]\d]{0,20}\d{1,2}[:.h]\d\d/.test(
    textAfter(duration, placed),
  )
}

/** The same words may stand in the line several times. */
function textAfter({ text, start }: Passage, placed: PlacedLine): string {
  const { line } = placed
  let at = line.text.indexOf(text)
  for (let next = at; next !== -1 && placed.passage(next, next + text.length).start <= start; ) {
    at = next
    next = line.text.indexOf(text, next + 1)
  }
  return line.text.slice(at + text.length)
}

interface OwnWindow {
  readonly from: string
  readonly to: string
  /** On one day, or past midnight. */
  readonly minutes: number
  readonly line: string
}

/** The times in "2 hours (20:58 – 22:10)", of which neither has a date or "am" and "pm", and which share their zone. */
function readOwnWindow(duration: Passage, placed: PlacedLine): OwnWindow | null {
  const match =
    /^\s{0,3}[([]\s?(?:from )?(\d{1,2}):([0-5]\d)(?: ?([A-Z]{2,4}))?\s?(?:-|–|—|→|to|until)\s?(\d{1,2}):([0-5]\d)(?: ?([A-Z]{2,4}))?\s?[)\]]/.exec(
      textAfter(duration, placed),
    )
  if (match === null) return null
  const [, hour, minute, zone, endHour, endMinute, endZone] = match
  if (Number(hour) > 23 || Number(endHour) > 23 || (zone !== undefined && zone !== endZone)) return null
  const minutes = Number(endHour) * 60 + Number(endMinute) - Number(hour) * 60 - Number(minute)
  return {
    from: `${hour}:${minute}`,
    to: `${endHour}:${endMinute}`,
    minutes: (minutes + minutesPerDay) % minutesPerDay,
    line: placed.line.text,
  }
}

/** The window may also end half a day or some days later. */
function isContradicted(written: WrittenDuration, { minutes }: OwnWindow): boolean {
  return [0, 1, 2, 3, 4, 5, 6, 7].every((day) =>
    [0, minutesPerDay / 2].every(
      (half) => !isDurationConsistent(written, minutes + day * minutesPerDay + half),
    ),
  )
}

function describe(duration: string, from: string, to: string, minutes: number): Sentence {
  return sentence`The duration is given as "${duration}", but from ${from} to ${to} it is ${describeDuration(minutes)}. Correct one of them, or say which hours count.`
}

/** The message has a preposition of its own, so the one in "from 14:00" is dropped. */
function dropPreposition(text: string): string {
  return text.replace(/^(?:from|at|since|between)\s+/i, '')
}
