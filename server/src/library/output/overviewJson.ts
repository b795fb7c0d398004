import type { Incident } from '../incident.ts'
import type { Overview } from '../overview.ts'
import { writeJson } from './json.ts'

/** The words by which incidents are compared are not for readers. */
export function writeOverviewJson(overview: Overview): string {
  const incidents = overview.incidents.map(({ text: _, ...incident }): Omit<Incident, 'text'> => incident)
  return `${writeJson({ ...overview, incidents })}\n`
}
