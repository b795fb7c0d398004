import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { withoutBraces } from '../../templates/placeholders.ts'
import { renderBody } from '../../templates/render.ts'
import type { FieldPart, Part } from '../../templates/template.ts'
import { type FindCompletions, wholeLine } from './completion.ts'
import { sectionAt } from './sectionAt.ts'

const beginningOfItem = /^(\s{0,8}[-*+]\s{1,4}(?:\*\*)?)(?:\p{L}[\p{L} ]{0,40})?$/u

/** Labels of the template's section that the report's section lacks. */
export const fields: FindCompletions = (report, cursor) => {
  const lead = beginningOfItem.exec(cursor.before)?.[1]
  const section = sectionAt(cursor.offset, report)
  if (lead === undefined || section === undefined || section.id === 'timeline') return []
  const expected = report.template.sections.find(({ id }) => id === section.id)
  if (expected === undefined) return []
  return fieldsOf(expected.body)
    .filter((part) => !hasLabel(part, section, report))
    .map((part) =>
      wholeLine('field', part.label, withoutBraces(part.text), cursor, {
        text: renderBody({ ...expected, body: [part] }, report.style),
        lead,
      }),
    )
}

function fieldsOf(parts: readonly Part[]): readonly FieldPart[] {
  return parts.flatMap((part): readonly FieldPart[] => {
    if (part.kind === 'heading') return fieldsOf(part.body)
    return part.kind === 'field' ? [part, ...fieldsOf(part.includes ?? [])] : []
  })
}

function hasLabel({ label }: FieldPart, section: Section, { lines }: Report): boolean {
  const wanted = label.toLowerCase()
  return lines.some((placed) => {
    const { start } = placed.range
    return section.start <= start && start < section.end && placed.line.text.toLowerCase().startsWith(wanted)
  })
}
