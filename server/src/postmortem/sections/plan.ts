import { valuesOf } from '../blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from './foundSection.ts'
import { findIncidents } from './incidents.ts'
import { isBareName } from './ranks.ts'
import type { LineRegion } from './region.ts'
import { findStructure } from './structure.ts'

/** Where the sections of a report are, and those of each incident if it is on several. */
export interface Plan {
  readonly structure: Structure
  readonly incidents: readonly { readonly region: LineRegion; readonly structure: Structure }[]
}

export function findPlan(lines: readonly PlacedLine[], region: LineRegion): Plan {
  const structureOf = ({ start, end }: LineRegion) => findStructure(lines, start, end)
  const structure = structureOf(region)
  const incidents = findIncidents(lines, structure, region)
  return {
    structure,
    incidents: incidents.map((each) => ({ region: each, structure: structureOf(each) })),
  }
}

/**
 * All that decides where sections begin and end: what the lines are that may be their titles, and of each other line
 * only the part that it plays around them. As long as no role changes, neither does the structure of the report.
 */
export const rolesOf = valuesOf(roleOf)

function roleOf(placed: PlacedLine): readonly unknown[] {
  const { line, marks, segments } = placed
  const { kind, text, words, heading, item, depth } = line
  // What else is found in a line, such as times, is found in its text.
  if (heading !== null || marks.length > 0) return [kind, text, words, heading, item, depth, marks]
  const isEntry = segments[0]?.time != null
  const isBlank = text.trim() === ''
  const ofItem = item === null ? null : [item.done, isBareName(line)]
  return [kind, isContent(placed), isBlank, depth, isEntry, ofItem]
}
