import { sliceLines } from '../blocks/lineGroups.ts'
import type { Mark } from '../blocks/marks.ts'
import { normalizeTitle } from '../blocks/normalizeTitle.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { findName } from '../blocks/postmortemName.ts'
import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'
import { english } from '../vocabulary/english.ts'
import { otherLanguages } from '../vocabulary/otherLanguages.ts'
import type { FoundSection } from './foundSection.ts'
import { hasTime } from './hasTime.ts'
import { headingsOf } from './headings.ts'
import {
  findOtherKind,
  isReadme,
  isTitleOfModel,
  namesIncident,
  namesItsIncident,
  namesSeveral,
} from './otherDocument.ts'
import type { LineRegion } from './region.ts'

export interface Recognition {
  readonly postmortem: boolean
  readonly reason:
    | 'sections'
    | 'title'
    | 'too-few-sections'
    | 'no-incident'
    | 'assignment'
    | 'configured'
    | 'too-long'
}

/** What the decision is made from. */
export interface Evidence {
  readonly sections: readonly FoundSection[]
  readonly titles: readonly string[]
  readonly region: LineRegion
  /** The lines of the document. */
  readonly lines: readonly PlacedLine[]
  /** The address of the document, or the end of it; may be empty. */
  readonly path: string
}

/** A document with fewer words has only just been started. */
const maxDraftWords = 60

/**
 * Decides by content whether the document is a postmortem. Neither the title nor the path is enough, because
 * guides to postmortems and collections of them have such titles and paths as well.
 */
export function recognize({ sections, titles, region, lines, path }: Evidence): Recognition {
  if (region.isAssignment) return { postmortem: false, reason: 'assignment' }
  const inside = sliceLines(lines, region.start, region.end)
  const near = nearestPath(path)
  const other = isBelowTemplateTitle(lines, region) ? 'guide' : findOtherKind(titles, inside, near)
  const weight = weigh(sections, lines)
  const hasSeveralSections = new Set(sections.flatMap((section) => section.ids)).size >= 2
  const hasIncident = inside.some(({ line }) => mentionsIncident(line))
  const support = [
    hasIncident,
    isReportFile(near),
    english.filedReport.test(near),
    hasIncidentTitle(titles, inside),
  ].filter(Boolean).length
  const isReport = hasSeveralSections && hasWeight(weight, support, other !== null) && other !== 'guide'
  if (isReport && (tellsIncident(sections) || titles.some(namesOutage))) {
    return { postmortem: true, reason: 'sections' }
  }
  if (other === null && isInOtherLanguage(inside, isNamedBy(titles), isReportFile(near)))
    return { postmortem: true, reason: 'sections' }
  if (other === null && isReportFile(near) && weight >= 1 && titles.some(namesIncident) && hasTime(inside))
    return { postmortem: true, reason: 'title' }
  if (other === null && titles.some(namesOutage) && (hasTimedTimeline(sections, lines) || isTagged(inside)))
    return { postmortem: true, reason: 'title' }
  const isNamed = other === null && isNamedBy(titles)
  if (
    isNamed &&
    (hasSeveralSections || weight >= 1 || isBegun(titles, inside, near) || (hasIncident && hasTime(inside)))
  ) {
    return { postmortem: true, reason: 'title' }
  }
  return { postmortem: false, reason: hasSeveralSections ? 'no-incident' : 'too-few-sections' }
}

export function namesOutage(title: string): boolean {
  return english.outageTitle.test(title)
}

/** A timeline with several times, as in a short note on an outage that has no other section. */
function hasTimedTimeline(sections: readonly FoundSection[], lines: readonly PlacedLine[]): boolean {
  return sections.some(({ ids, firstLine, endLine }) => {
    if (!ids.includes('timeline')) return false
    const clocks = lines
      .slice(firstLine + 1, endLine)
      .filter(({ line, segments }) => !line.quoted && segments[0]?.time?.clock != null)
    return clocks.length >= minTimesOfOutage
  })
}

const minTimesOfOutage = 3

/** True if the front matter files an article with a time in it among the postmortems. */
function isTagged(lines: readonly PlacedLine[]): boolean {
  return hasTime(lines) && lines.some(({ line }) => line.kind === 'meta' && isTag(line.text))
}

function isTag(text: string): boolean {
  return /^(?:categor(?:y|ies)|tags?|type|kind)\s?[:=]/i.test(text) && findName(text) !== null
}

function isNamedBy(titles: readonly string[]): boolean {
  return titles.some((title) => findName(title) !== null && !isTitleOfModel(title))
}

/**
 * True if headings in another language tell the cause and more of what a report tells, with a time or a date: two more
 * below the path of a report, and one below its name.
 */
function isInOtherLanguage(lines: readonly PlacedLine[], isNamed: boolean, isFiled: boolean): boolean {
  const kinds = new Set(lines.flatMap(({ line }) => otherKindsOf(line)))
  if (!kinds.has('cause') || !hasTime(lines)) return false
  return (isNamed && kinds.size >= 2) || (isFiled && kinds.size >= 3)
}

const otherKindsOf = perObject(({ heading, text }: Line): readonly (keyof typeof otherLanguages)[] => {
  if (heading === null) return []
  const title = normalizeTitle(text)
  return kindsOfOthers.filter((kind) => otherLanguages[kind].test(title))
})

const kindsOfOthers = ['story', 'cause', 'impact', 'cure'] as const

/** True for a heading that only a report in another language has. */
export function namesOtherCause(line: Line): boolean {
  return otherKindsOf(line).includes('cause')
}

/** The sections that a look back at a meeting, a release or a year has as well. */
const ofAnyMeeting: ReadonlySet<string> = new Set([
  'summary',
  'lessons',
  'lessons.well',
  'lessons.wrong',
  'lessons.lucky',
  'improvements',
  'actions',
  'corrective',
  'background',
  'people',
  'questions',
  'conclusion',
])

function tellsIncident(sections: readonly FoundSection[]): boolean {
  return sections.some(({ ids }) => ids.some((id) => !ofAnyMeeting.has(id)))
}

/** "# Postmortem template", what a postmortem is, and then the template itself. */
function isBelowTemplateTitle(lines: readonly PlacedLine[], region: LineRegion): boolean {
  return headingsOf(lines, 0, region.start).some((index) => namesTemplate((lines[index] as PlacedLine).line))
}

const namesTemplate = perObject(
  ({ text }: Line) => /\btemplate\W{0,4}$/i.test(text) && findName(text) !== null,
)

/** The weight of two sections that only postmortems have. */
const sufficientWeight = 4
/** The weight of three such sections, for a document that looks like another kind. */
const weightDespiteKind = 6
/** At least this much must come from sections. */
export const minSectionWeight = 2

function hasWeight(weight: number, support: number, isOther: boolean): boolean {
  if (isOther) return weight >= weightDespiteKind
  return weight >= minSectionWeight && weight + support >= sufficientWeight
}

const mentionsIncident = perObject((line: Line) => english.incident.test(line.text))

/** Each distinct title counts once, and the rows of a table that repeats its names do not count at all. */
function weigh(sections: readonly FoundSection[], lines: readonly PlacedLine[]): number {
  const rows = sections.filter(({ firstLine }) => lines[firstLine]?.line.kind === 'row')
  const isRepeated = new Set(rows.map(({ mark }) => normalizeTitle(mark.text))).size < rows.length
  const titles = new Set(
    sections
      .filter((section) => !(isRepeated && rows.includes(section)))
      .filter(({ mark }) => mark.suggestion === null || mark.form !== 'label')
      .map(({ mark }) => properTitle(mark)),
  )
  let weight = 0
  for (const title of titles) weight += weightOfTitle(title)
  return weight
}

const properTitle = perObject(({ suggestion, text }: Mark) => normalizeTitle(suggestion ?? text))

export function weightOfTitle(title: string): number {
  return english.titleWeights.find(([pattern]) => pattern.test(title))?.[1] ?? 0
}

/** Folders further up may be anything: a home folder, a project named after an incident. */
function nearestPath(path: string): string {
  return path.split(/[\\/]/).slice(-4).join('/')
}

function isReportFile(path: string): boolean {
  return english.reportFile.test(path) && !isReadme(path)
}

/** "2024-05-10 Search is down": an incident with its date, in the title or in the lines below it. */
function hasIncidentTitle(titles: readonly string[], lines: readonly PlacedLine[]): boolean {
  if (!titles.some((title) => english.incidentTitle.test(title))) return false
  return lines.slice(0, maxHeadLines).some(({ times }) => times.some(({ date }) => date !== null))
}

const maxHeadLines = 8

/** A report that was only begun. The title of a readme may be that of its folder. */
function isBegun(titles: readonly string[], lines: readonly PlacedLine[], path: string): boolean {
  if (!isDraft(lines) || hasOtherHeadings(lines) || isPointer(lines) || titles.some(namesSeveral))
    return false
  return !isReadme(path) || titles.some(namesItsIncident)
}

function isDraft(lines: readonly PlacedLine[]): boolean {
  let words = 0
  for (const { line } of lines) words += line.words
  return words < maxDraftWords
}

/** "Read my postmortem here: https://…": nothing but where the report is. */
function isPointer(lines: readonly PlacedLine[]): boolean {
  const texts = lines.filter(({ line }) => line.kind === 'text' && line.text.trim() !== '')
  return (
    texts.some(({ line }) => leadsElsewhere(line)) &&
    texts.every(({ line }) => leadsElsewhere(line) || line.words <= maxInvitingWords) &&
    !lines.some(({ line }) => line.heading !== null && namesItsIncident(line.text))
  )
}

const maxInvitingWords = 3

function leadsElsewhere({ text, links }: Line): boolean {
  const others = text.replace(/https?:\/\/\S{1,2000}/gi, ' ')
  if (others === text && !links.some((link) => /^https?:/i.test(link))) return false
  return invitation.test(others) || (others.match(/\p{L}+/gu)?.length ?? 0) <= 1
}

const invitation = /\b(?:read|see|check|find|here|link|article|blog|medium|post-?mortem)\b/i

/** Below the title, a report that was only begun has the headings of its template, if any. */
function hasOtherHeadings(lines: readonly PlacedLine[]): boolean {
  const [, ...others] = lines.filter(({ line }) => line.heading !== null)
  return others.filter(({ marks }) => marks.length === 0).length >= 2
}
