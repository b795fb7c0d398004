import { sectionsAfterTheIncident } from '../postmortem/fields/prose.ts'
import type { Report } from '../postmortem/report.ts'

/** What is told of the incident, without what will be done and what was pasted. */
export function toldLines({ lines, sections }: Report): Report['lines'] {
  const after = sections.filter(({ id }) => sectionsAfterTheIncident.includes(id))
  return lines.filter((placed) => {
    const { start } = placed.range
    const { kind, quoted } = placed.line
    return (
      kind !== 'code' &&
      kind !== 'meta' &&
      !quoted &&
      !after.some((section) => section.start <= start && start < section.end)
    )
  })
}
