import type { PlacedLine } from '../blocks/placedLine.ts'
import type { FoundSection, Structure } from '../sections/structure.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { says } from './sayings.ts'
import type { FoundEntry, FoundTimeline, Stretch } from './timeline.ts'

/** What a timeline tells, after the base specification. */
export const factIds = [
  'detection',
  'detectionMethod',
  'actions',
  'misleading',
  'escalation',
  'resolution',
] as const

export type FactId = (typeof factIds)[number]

/** The stretches that tell each fact, in reading order; none where the report does not tell it. */
export type FoundFacts = Readonly<Record<FactId, readonly Stretch[]>>

/** What a label says by itself, whatever stands behind it. */
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

/** Facts that a section of its own tells. */
const tellingSections: Readonly<Partial<Record<FactId, readonly SectionId[]>>> = {
  detection: ['detection'],
  detectionMethod: ['detection'],
  resolution: ['resolution', 'root-cause-and-resolution'],
}

/** Where else a fact may be told in prose, if the timeline does not tell it. */
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
  start: number,
  end: number,
): FoundFacts {
  const entries = timeline.steps.flatMap((step) => (step.kind === 'entry' ? [step.entry] : []))
  const facts: Record<FactId, readonly Stretch[]> = {
    detection: [],
    detectionMethod: [],
    actions: [],
    misleading: [],
    escalation: [],
    resolution: [],
  }
  for (const fact of factIds) {
    const labelled = entries.filter((entry) => entry.role !== null && hasRole(entry.role, fact)).map(own)
    const told = labelled.length > 0 ? labelled : findTold(entries, timeline.loose, fact)
    facts[fact] = told.length > 0 ? told : findOutside(lines, structure, { start, end }, fact)
  }
  return facts
}

export function factsOfEntry(entry: FoundEntry, facts: FoundFacts): readonly FactId[] {
  return factIds.filter((fact) => facts[fact].some((stretch) => entry.stretches.includes(stretch)))
}

/** What stands under "Resolution:" tells of no detection, and what stands under "Detection:" of no resolution. */
function isAboutElse(role: ConceptId | null, fact: FactId): boolean {
  if (role === null || !exclusive.has(fact)) return false
  const told = roles[role] ?? []
  return (
    told.length > 0 &&
    !told.some((each) => each === fact || (each === 'detection' && fact === 'detectionMethod'))
  )
}

const exclusive: ReadonlySet<FactId> = new Set(['detection', 'detectionMethod', 'resolution'])

function own(entry: FoundEntry): Stretch {
  return entry.stretches[0] as Stretch
}

function hasRole(role: ConceptId, fact: FactId): boolean {
  return roles[role]?.includes(fact) ?? false
}

/** Detection is what comes first, resolution what comes last; the others may be told more than once. */
function findTold(
  entries: readonly FoundEntry[],
  loose: readonly Stretch[],
  fact: FactId,
): readonly Stretch[] {
  const able = entries.filter((entry) => !isAboutElse(entry.role, fact))
  const told = [...loose, ...able.flatMap((entry) => entry.stretches)].filter(({ segment }) =>
    says(segment, fact),
  )
  if (fact === 'detection' || fact === 'detectionMethod') return told.slice(0, 1)
  if (fact === 'resolution') return told.slice(-1)
  return told
}

function findOutside(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: { readonly start: number; readonly end: number },
  fact: FactId,
): readonly Stretch[] {
  const label = structure.labels.find(({ mark }) =>
    mark.ids.some((id) => hasRole(id, fact) && id !== 'actions' && id !== 'end'),
  )
  if (label !== undefined && (fact === 'misleading' || fact === 'escalation' || fact === 'detectionMethod')) {
    const placed = lines[label.lineIndex]
    if (placed !== undefined) return stretchesOf(placed, label.lineIndex).slice(0, 1)
  }
  const telling = tellingSections[fact]
  const section = structure.sections.find((each) => telling?.some((id) => each.ids.includes(id)))
  if (section !== undefined && fact !== 'detectionMethod') return bodyOf(section, lines).slice(0, 1)
  const told = findElsewhere(lines, structure, region, otherSections[fact]).filter(({ segment }) =>
    says(segment, fact),
  )
  return fact === 'resolution' ? told.slice(-1) : told.slice(0, 1)
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
  region: { readonly start: number; readonly end: number },
  sections: ReadonlySet<SectionId>,
): readonly Stretch[] {
  const hasTimeline = structure.sections.some((section) => section.ids.includes('timeline'))
  const stretches: Stretch[] = []
  for (let index = region.start; index < region.end; index += 1) {
    const placed = lines[index]
    if (placed === undefined || (placed.line.kind !== 'text' && placed.line.kind !== 'row')) continue
    const section = structure.sections.findLast((each) => each.firstLine <= index && index < each.endLine)
    const isTelling =
      section === undefined
        ? !hasTimeline || index < (structure.sections[0]?.firstLine ?? region.end)
        : section.ids.some((id) => sections.has(id))
    if (isTelling) stretches.push(...stretchesOf(placed, index))
  }
  return stretches
}

function stretchesOf(placed: PlacedLine, lineIndex: number): readonly Stretch[] {
  return placed.segments.map((segment) => ({ lineIndex, placed, segment }))
}
