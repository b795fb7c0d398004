import { sectionsAfterTheIncident } from '../postmortem/fields/prose.ts'
import { isWithin, joinOverlaps } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/** What is told of the incident, without what will be done and what was pasted. */
export function toldLines({ lines, sections }: Report): Report['lines'] {
  const after = joinOverlaps(sections.filter(({ id }) => sectionsAfterTheIncident.includes(id)))
  return lines.filter(
    ({ line, range }) =>
      line.kind !== 'code' && line.kind !== 'meta' && !line.quoted && !isWithin(range.start, after),
  )
}
