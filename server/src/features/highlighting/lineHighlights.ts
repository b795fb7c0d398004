import type { MarkedLine } from '../../postmortem/blocks/blockFacts.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import { isWithin, type Range } from '../../postmortem/lines/passage.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
import { findTickets, usualTickets } from '../../postmortem/tasks/tickets.ts'
import { findDurations } from '../../time/written/duration.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import type { Highlight, HighlightKind } from './highlight.ts'

/** SEV1, SEV-2, sev 3, a P1 incident; Severity: critical. */
const severity =
  /(?<![\w-])SEV[- ]?[0-5](?![\w-])|(?<=\b(?:severity(?: level)?|priority): )(?:[SP]-?[0-5]|[0-5]|critical|severe|urgent|high|major|medium|moderate|minor|low)(?![\w-])|(?<![\w-])(?:severity [0-5](?![\w.-])|P[0-5](?= (?:incident|outage|alert|page)s?\b)|(?<=\()P[0-5](?=\)))/gi

/** @name; Owner: the team. */
const owner =
  /(?<=\b(?:owners?|owned by|assignee|assigned to|responsible|DRI): )@?\p{L}[\p{L}\p{N}'’/ -]{0,40}?(?=\s*(?:[,;|)\]<*·•]|\.(?:\s|$)|\s[-–—]\s|$))|(?<![^\s([|*,—–])@[a-z](?:[a-z\d-]|_(?=[a-z\d])){0,38}(?![\w/@:]|\.[a-z])/giu

const address = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>]{1,2000}/gi

/** What stands out in a line by itself, in reading order and without overlaps, with offsets into its text. */
export function highlightLine({ line, times }: MarkedLine): readonly Highlight[] {
  if (!hasProse(line)) return []
  const taken = [...line.code, ...addressesIn(line)].toSorted(inReadingOrder)
  let end = 0
  return [...times.flatMap(partsOf), ...findInText(line)].toSorted(inReadingOrder).filter((found) => {
    if (found.start < end || isWithin(found.start, taken)) return false
    end = found.end
    return true
  })
}

function hasProse({ kind }: Line): boolean {
  return kind === 'text' || kind === 'heading' || kind === 'row' || kind === 'header'
}

const findInText = perObject(({ text }: Line): readonly Highlight[] => [
  ...findDigitalDurations(text).map(as('duration')),
  ...matchesOf(severity, text).map(as('severity')),
  ...matchesOf(owner, text).map(as('owner')),
  ...findTickets(text, usualTickets).map(as('ticket')),
])

/** In "up to 40 minutes", the figure stands out, and not the words before it. */
function findDigitalDurations(text: string): readonly Range[] {
  if (!/\d/.test(text)) return []
  return findDurations(text).flatMap(({ start, end, text: written }) => {
    const digit = written.search(/\d/)
    return digit === -1 ? [] : [{ start: start + digit, end }]
  })
}

const addressesIn = perObject(({ text }: Line) => (text.includes('://') ? matchesOf(address, text) : []))

/** A weekday alone is no date that anything is calculated with. */
function partsOf({ date, clock, zone, until, alternative, relativeMinutes, own }: WrittenTime): Highlight[] {
  const isRelative = relativeMinutes !== null && date === null && clock === null
  return [
    ...(date !== null && date.readings.length > 0 ? [as('time')(date)] : []),
    ...(clock === null ? [] : [as('time')(clock)]),
    ...(isRelative ? [as('time')(own)] : []),
    ...(zone === null ? [] : [as('zone')(zone)]),
    ...(until === null ? [] : partsOf(until)),
    ...(alternative === null ? [] : partsOf(alternative)),
  ]
}

function matchesOf(pattern: RegExp, text: string): readonly Range[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function as(kind: HighlightKind): (range: Range) => Highlight {
  return ({ start, end }) => ({ kind, start, end })
}

function inReadingOrder(one: Range, other: Range): number {
  return one.start - other.start
}
