import { sectionsAfterTheIncident } from '../postmortem/fields/prose.ts'
import { isWithin, type Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/** What is told of the incident, without what will be done and what was pasted. */
export function toldLines({ lines, sections }: Report): Report['lines'] {
  const after = joined(sections.filter(({ id }) => sectionsAfterTheIncident.includes(id)))
  return lines.filter(
    ({ line, range }) =>
      line.kind !== 'code' && line.kind !== 'meta' && !line.quoted && !isWithin(range.start, after),
  )
}

/** The ranges, which begin in this order, without their overlaps. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const stretches: { readonly start: number; end: number }[] = []
  for (const { start, end } of ranges) {
    const last = stretches.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}
