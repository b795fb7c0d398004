import { inEnglish } from '../../messages/translate.ts'
import type { Incident, Unread } from '../incident.ts'
import type { Overview } from '../overview.ts'
import { writeJson } from './json.ts'

/** The words by which incidents are compared are not for readers. */
export function writeOverviewJson(overview: Overview): string {
  const incidents = overview.incidents.map(({ text: _, ...incident }: Incident) => ({
    ...incident,
    unread: incident.unread.map(inWords),
  }))
  return `${writeJson({ ...overview, incidents, unread: overview.unread.map(inWords) })}\n`
}

function inWords<Each extends Unread>(each: Each) {
  return { ...each, reason: inEnglish(each.reason) }
}
