import type { WrittenZone } from '../../time/written/written.ts'
import { findZone, findZoneStatement } from '../../time/written/zone.ts'
import { linesThat, sliceLines } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { later } from '../lines/later.ts'
import type { Line } from '../lines/line.ts'
import type { Passage } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { Structure } from '../sections/foundSection.ts'
import type { LineRange } from '../sections/region.ts'
import { type Saying, says } from '../timeline/sayings.ts'
import type { FoundTimeline } from '../timeline/timeline.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { findAffected } from './affected.ts'
import { labelsOf, linesOf, readValue } from './labelValues.ts'
import { joinLines, paragraphSays, passageOf } from './paragraphs.ts'
import {
  type FindInParagraph,
  findIn,
  findProse,
  type ProseSearch,
  sectionsAfterTheIncident,
} from './prose.ts'
import type { FoundWindow } from './window.ts'

export interface FoundZone {
  readonly zone: WrittenZone
  readonly passage: Passage
  /** The zone is stated for all times ("All times in UTC"), not beside one of them. */
  readonly isStatement: boolean
}

/** A label or a statement, then the zone beside the outage's start or end, then that of any other time. */
export function findTimeZone(
  lines: readonly PlacedLine[],
  structure: Structure,
  window: FoundWindow,
  region: LineRange,
): FoundZone | null {
  for (const label of labelsOf(structure, ['time-zone'], [])) {
    for (const value of readValue(label, lines).slice(0, 1)) {
      const zone = findZone(value.placed.line.text.slice(value.start, value.end))
      if (zone !== null) {
        const start = value.start + zone.start
        return { zone, passage: value.placed.passage(start, value.start + zone.end), isStatement: true }
      }
    }
  }
  const inRegion = sliceLines(lines, region.start, region.end)
  for (const placed of zoneStatements(inRegion)) {
    const zone = zoneStatementIn(placed.line)
    if (zone !== null) return { zone, passage: placed.passage(zone.start, zone.end), isStatement: true }
  }
  for (const found of [window.start, window.end]) {
    const zone = found?.time.zone ?? found?.time.until?.zone
    if (found && zone)
      return { zone, passage: found.placed.passage(zone.start, zone.end), isStatement: false }
  }
  for (const placed of linesWithZone(inRegion)) {
    const [zone] = zonesIn(placed)
    if (zone !== undefined) return { zone, passage: placed.passage(zone.start, zone.end), isStatement: false }
  }
  for (const section of structure.sections.filter((each) => each.ids.includes('timeline'))) {
    const placed = lines[section.firstLine]
    const zone = placed === undefined ? null : findZone(placed.line.text.slice(section.mark.start))
    if (placed !== undefined && zone !== null) {
      return {
        zone,
        passage: placed.passage(section.mark.start + zone.start, section.mark.start + zone.end),
        isStatement: true,
      }
    }
  }
  return null
}

const zoneStatementIn = perObject(({ text }: Line) =>
  /\btime|\btz\b|hours|\b(?:events|entries|dates)\b/i.test(text) ? findZoneStatement(text) : null,
)

const isOwn = ({ kind }: Line) => kind !== 'code' && kind !== 'meta'

const zoneStatements = linesThat(({ line }) => isOwn(line) && zoneStatementIn(line) !== null)

function zonesIn({ times, segments }: PlacedLine): readonly WrittenZone[] {
  return [...times, ...segments.flatMap(({ time }) => time ?? [])].flatMap(
    ({ zone, until }) => zone ?? until?.zone ?? [],
  )
}

const linesWithZone = linesThat((placed) => isOwn(placed.line) && zonesIn(placed).length > 0)

/** The fields whose values are words, not times. */
export interface TextFields {
  readonly impact: Passage | null
  readonly affected: Passage | null
  readonly rootCause: Passage | null
  readonly resolution: Passage | null
}

export function findTextFields(
  lines: readonly PlacedLine[],
  structure: Structure,
  timeline: FoundTimeline,
  region: LineRange,
  searchAll: ProseSearch,
): TextFields {
  const labelled = (ids: readonly ConceptId[]) => findLabelledText(ids, lines, structure)
  const prose = later(() =>
    findProse(lines, structure, region, ['summary', 'what-happened', 'impact', 'background']),
  )
  const ending = timeline.steps.findLast(
    (step) => step.kind === 'entry' && step.entry.stretches.some(({ segment }) => says(segment, 'end')),
  )
  return {
    impact: labelled(['impact', 'affected']) ?? findIn(prose(), saying.impact) ?? searchAll(saying.impact),
    affected: findAffected(lines, structure, prose, searchAll),
    rootCause:
      labelled(['root-cause', 'trigger', 'contributing']) ??
      unlessFix(labelled(['root-cause-and-resolution'])) ??
      findIn(prose(), saying.cause) ??
      searchAll(saying.cause),
    resolution:
      labelled(['resolution']) ??
      findIn(joinLines(linesOf(lines, structure, ['root-cause-and-resolution', 'root-cause'])), saying.fix) ??
      (ending?.kind === 'entry'
        ? ending.entry.placed.passage(ending.entry.segment.textStart, ending.entry.segment.end)
        : null) ??
      findIn(prose(), saying.fix) ??
      searchAll(saying.fix),
  }
}

/** One sentence in a section for both cause and resolution may only tell the latter. */
function unlessFix(found: Passage | null): Passage | null {
  const { cause, fix, resolution } = english.phrases
  const says = (patterns: readonly RegExp[]) =>
    found !== null && patterns.some((each) => each.test(found.text))
  const isOneSentence = found !== null && !/[.!?]\s+\S/.test(found.text)
  return isOneSentence && (says(fix) || says(resolution)) && !says(cause) ? null : found
}

/** The first paragraph of the value of the first label that has one. */
function findLabelledText(
  ids: readonly ConceptId[],
  lines: readonly PlacedLine[],
  structure: Structure,
): Passage | null {
  const labels = labelsOf(structure, ids, sectionsAfterTheIncident)
  const outside = labels.filter((label) => !label.section?.ids.includes('timeline'))
  for (const label of [...outside, ...labels]) {
    const [first] = joinLines(readValue(label, lines))
    if (first === undefined) continue
    const found = passageOf(first)
    if (/[\p{L}\p{N}]/u.test(found.text)) return found
  }
  return null
}

function segmentSaying(meant: Saying): FindInParagraph<Passage> {
  return (paragraph) => {
    const [line, ...others] = paragraph.lines
    if (line === undefined) return null
    if (others.length > 0) return paragraphSays(paragraph, meant) ? passageOf(paragraph) : null
    const { value } = line
    const segment = value.placed.segments.find((each) => each.end > value.start && says(each, meant))
    if (segment === undefined) return null
    return value.placed.passage(Math.max(segment.start, value.start), segment.end)
  }
}

const saying = {
  impact: segmentSaying('impact'),
  cause: segmentSaying('cause'),
  fix: segmentSaying('fix'),
}
