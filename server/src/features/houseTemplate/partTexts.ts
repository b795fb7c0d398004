import type { ConceptId } from '../../postmortem/vocabulary/vocabulary.ts'

/** The field of a template for each concept that rules can find in a report, and its placeholder. */
export const knownFields: Readonly<
  Partial<Record<ConceptId, { readonly field: string; readonly text: string }>>
> = {
  duration: { field: 'duration', text: '{{how long}}' },
  start: { field: 'start', text: '{{start, with date}} {{time zone}}' },
  end: { field: 'end', text: '{{end}} {{time zone}}' },
  impact: { field: 'impact', text: '{{who could not do what}}' },
  affected: { field: 'affected', text: '{{how many were affected}}' },
  'root-cause': { field: 'rootCause', text: '{{the cause, in one sentence}}' },
  resolution: { field: 'resolution', text: '{{what fixed it}}' },
  date: { field: 'date', text: '{{day of the start}}' },
}

export const anyText = '{{what belongs here}}'
