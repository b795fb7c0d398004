import type { PlacedLine } from '../blocks/placedLine.ts'
import { Attached } from '../lines/attached.ts'
import { perObject } from '../lines/perObject.ts'
import type { FoundSection, Structure } from '../sections/foundSection.ts'
import { findInnermost } from '../sections/innermost.ts'
import type { LineRange } from '../sections/region.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import type { FoundEntry, FoundTimeline, Stretch } from './timeline.ts'
import { findSaying } from './wrapped.ts'

/** The facts that the base specification expects a timeline to state. */
export const factIds = [
  'detection',
  'detectionMethod',
  'actions',
  'misleading',
  'escalation',
  'resolution',
] as const

export type FactId = (typeof factIds)[number]

/** The stretches that state each fact, in reading order; empty for a fact that the report does not state. */
export type FoundFacts = Readonly<Record<FactId, readonly Stretch[]>>

/** The facts that a label states by itself, whatever its value. */
const roles: Readonly<Partial<Record<ConceptId, readonly FactId[]>>> = {
  detection: ['detection'],
  'detection-time': ['detection'],
  'detection-method': ['detection', 'detectionMethod'],
  'actions-taken': ['actions'],
  actions: ['actions'],
  response: ['actions'],
  misleading: ['misleading'],
  escalation: ['escalation'],
  resolution: ['resolution'],
  end: ['resolution'],
}

/** Sections that are about one fact as a whole. */
const dedicatedSections: Readonly<Partial<Record<FactId, readonly SectionId[]>>> = {
  detection: ['detection'],
  detectionMethod: ['detection'],
  resolution: ['resolution', 'root-cause-and-resolution'],
}

/** Sections whose prose may state a fact that the timeline does not. */
const otherSections: Readonly<Record<FactId, ReadonlySet<SectionId>>> = {
  detection: new Set([
    'summary',
    'what-happened',
    'detection',
    'background',
    'trigger',
    'impact',
    'duration',
  ]),
  detectionMethod: new Set(['summary', 'what-happened', 'detection', 'background', 'trigger', 'impact']),
  actions: new Set(['summary', 'what-happened', 'response', 'resolution', 'root-cause-and-resolution']),
  misleading: new Set([
    'summary',
    'what-happened',
    'detection',
    'response',
    'background',
    'impact',
    'resolution',
    'root-cause',
    'root-cause-and-resolution',
  ]),
  escalation: new Set([
    'summary',
    'what-happened',
    'detection',
    'response',
    'impact',
    'resolution',
    'root-cause',
    'root-cause-and-resolution',
  ]),
  resolution: new Set(['summary', 'what-happened', 'response', 'impact', 'duration']),
}

export function findFacts(
  lines: readonly PlacedLine[],
  structure: Structure,
  timeline: FoundTimeline,
  region: LineRange,
): FoundFacts {
  const inTimeline = findInTimeline(timeline)
  const facts: Record<FactId, readonly Stretch[]> = {
    detection: [],
    detectionMethod: [],
    actions: [],
    misleading: [],
    escalation: [],
    resolution: [],
  }
  for (const fact of factIds) {
    const stretches = inTimeline[fact]
    facts[fact] = stretches.length > 0 ? stretches : findOutside(lines, structure, region, fact)
  }
  return facts
}

const findInTimeline = perObject(({ steps, loose }: FoundTimeline): FoundFacts => {
  const entries = steps.flatMap((step) => (step.kind === 'entry' ? [step.entry] : []))
  // A title above all of the entries sets none of them apart.
  const areSeparated = new Set(entries.map(({ role }) => role)).size > 1
  const found = factIds.map((fact) => {
    const labelled = entries
      .filter((entry) => entry.role !== null && hasRole(entry.role, fact))
      .map(firstStretch)
    if (labelled.length > 0) return [fact, labelled] as const
    const candidates = areSeparated
      ? entries.filter((entry) => !isAboutAnotherFact(entry.role, fact))
      : entries
    return [fact, findInEntries(candidates, loose, fact)] as const
  })
  return Object.fromEntries(found) as unknown as FoundFacts
})

export function factsOfEntry(entry: FoundEntry, facts: FoundFacts): readonly FactId[] {
  return factIds.filter((fact) => {
    const stating = statingOf(facts[fact])
    return entry.stretches.some((stretch) => stating.has(stretch))
  })
}

/** Every entry of a timeline asks for the same ones. */
const known = new Attached<readonly Stretch[], ReadonlySet<Stretch>>()

function statingOf(stretches: readonly Stretch[]): ReadonlySet<Stretch> {
  const stating = known.get(stretches) ?? new Set(stretches)
  known.set(stretches, stating)
  return stating
}

/** An entry under "Resolution:" never states the detection, nor one under "Detection:" the resolution. */
function isAboutAnotherFact(role: ConceptId | null, fact: FactId): boolean {
  if (role === null || !exclusive.has(fact)) return false
  const stated = roles[role] ?? []
  return (
    stated.length > 0 &&
    !stated.some((each) => each === fact || (each === 'detection' && fact === 'detectionMethod'))
  )
}

const exclusive: ReadonlySet<FactId> = new Set(['detection', 'detectionMethod', 'resolution'])

function firstStretch(entry: FoundEntry): Stretch {
  return entry.stretches[0] as Stretch
}

function hasRole(role: ConceptId, fact: FactId): boolean {
  return roles[role]?.includes(fact) ?? false
}

/** The first detection and the last resolution count; the other facts may be stated more than once. */
function findInEntries(
  entries: readonly FoundEntry[],
  loose: readonly Stretch[],
  fact: FactId,
): readonly Stretch[] {
  const stretches = findSaying([...loose, ...entries.flatMap((entry) => entry.stretches)], fact)
  if (fact === 'detection' || fact === 'detectionMethod') return stretches.slice(0, 1)
  if (fact === 'resolution') return stretches.slice(-1)
  return stretches
}

function findOutside(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
  fact: FactId,
): readonly Stretch[] {
  const label = structure.labels.find(({ mark }) =>
    mark.ids.some((id) => hasRole(id, fact) && id !== 'actions' && id !== 'end'),
  )
  if (label !== undefined && (fact === 'misleading' || fact === 'escalation' || fact === 'detectionMethod')) {
    const placed = lines[label.lineIndex]
    if (placed !== undefined) return stretchesOf(placed, label.lineIndex).slice(0, 1)
  }
  const dedicated = dedicatedSections[fact]
  const section = structure.sections.find((each) => dedicated?.some((id) => each.ids.includes(id)))
  if (section !== undefined && fact !== 'detectionMethod') return bodyOf(section, lines).slice(0, 1)
  const stretches = findSaying(findElsewhere(lines, structure, region, otherSections[fact]), fact)
  return fact === 'resolution' ? stretches.slice(-1) : stretches.slice(0, 1)
}

function bodyOf(section: FoundSection, lines: readonly PlacedLine[]): readonly Stretch[] {
  const body = lines
    .slice(section.firstLine, section.endLine)
    .flatMap((placed, index) => stretchesOf(placed, section.firstLine + index))
  return body.slice(body.length > 1 ? 1 : 0)
}

function findElsewhere(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
  sections: ReadonlySet<SectionId>,
): readonly Stretch[] {
  const hasTimeline = structure.sections.some((section) => section.ids.includes('timeline'))
  const stretches: Stretch[] = []
  const sectionAt = findInnermost(
    structure.sections.map((section) => ({ start: section.firstLine, end: section.endLine, section })),
  )
  for (let index = region.start; index < region.end; index += 1) {
    const placed = lines[index]
    if (placed === undefined || (placed.line.kind !== 'text' && placed.line.kind !== 'row')) continue
    const section = sectionAt(index)?.section
    const isSearched =
      section === undefined
        ? !hasTimeline || index < (structure.sections[0]?.firstLine ?? region.end)
        : section.ids.some((id) => sections.has(id))
    if (isSearched) for (const stretch of stretchesOf(placed, index)) stretches.push(stretch)
  }
  return stretches
}

function stretchesOf(placed: PlacedLine, lineIndex: number): readonly Stretch[] {
  return placed.segments.map((segment) => ({ lineIndex, placed, segment }))
}
