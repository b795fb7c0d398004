import { type ConceptId, partIds, type SectionId } from '../vocabulary/vocabulary.ts'

/** The parts that each section may contain: a cause inside a summary is not a section. */
const containers: Readonly<Record<string, readonly ConceptId[]>> = {
  summary: [
    'duration',
    'impact',
    'root-cause',
    'resolution',
    'detection',
    'trigger',
    'people',
    'metrics',
    'contributing',
    'background',
    'what-happened',
    'response',
    'mitigators',
    'corrective',
    'actions',
  ],
  timeline: [
    'detection',
    'actions',
    'resolution',
    'root-cause',
    'response',
    'duration',
    'trigger',
    'impact',
    'background',
    'communication',
    'what-happened',
    'metrics',
    'contributing',
    'improvements',
  ],
  'root-cause-and-resolution': [
    'root-cause',
    'resolution',
    'contributing',
    'trigger',
    'impact',
    'detection',
    'response',
    'background',
    'actions',
    'improvements',
  ],
  corrective: [
    'improvements',
    'actions',
    'corrective',
    'resolution',
    'detection',
    'response',
    'communication',
    'lessons',
    'metrics',
  ],
  actions: ['improvements', 'corrective', 'detection', 'resolution', 'actions', 'response'],
  improvements: ['improvements', 'corrective', 'detection', 'resolution', 'response', 'communication'],
  'root-cause': ['contributing', 'trigger', 'root-cause', 'background', 'what-happened'],
  impact: ['impact', 'duration', 'people', 'metrics'],
  duration: ['duration', 'detection', 'resolution', 'impact'],
  metrics: ['duration', 'detection', 'resolution', 'metrics', 'impact'],
  resolution: ['resolution', 'response'],
  lessons: ['improvements', 'mitigators', 'difficulties'],
  'what-happened': ['background', 'detection', 'response', 'trigger'],
}

/**
 * The first parts of a section, even if marked like its title. Anything else marked like the title of an
 * empty section is the next section, because authors often write all titles first.
 */
const firstParts: Readonly<Record<string, readonly ConceptId[]>> = {
  summary: ['duration', 'start', 'date'],
  timeline: ['detection', 'detection-time', 'detection-method', 'actions-taken', 'start'],
  'root-cause-and-resolution': ['root-cause'],
  corrective: ['improvements', 'actions'],
}

export function canContain(sections: readonly SectionId[], id: ConceptId): boolean {
  return sections.some((each) => containers[each]?.includes(id))
}

export function canBeginParts(sections: readonly SectionId[], ids: readonly ConceptId[]): boolean {
  return sections.some((each) => ids.some((id) => firstParts[each]?.includes(id)))
}

/** As a bare or bold line, these are fields at the head of a report, not sections. */
export const onlyAsHeading: ReadonlySet<SectionId> = new Set(['people', 'metrics', 'duration', 'background'])

const parts: ReadonlySet<ConceptId> = new Set(partIds)

export function isSectionId(id: ConceptId): id is SectionId {
  return !parts.has(id)
}

/** The sections that every report has in some form. None of them is ever nested in another. */
export const mainIds: ReadonlySet<ConceptId> = new Set([
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'corrective',
])

/** Sections that do not describe a moment of the incident, as detection does. */
export const endsEntries: ReadonlySet<SectionId> = new Set([
  'root-cause-and-resolution',
  'corrective',
  'impact',
  'root-cause',
  'contributing',
  'resolution',
  'lessons',
  'improvements',
  'actions',
  'conclusion',
])
