import type { Piece } from '../postmortem/blocks/pieces.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { renderSection } from '../templates/render.ts'
import type { TemplateSection } from '../templates/template.ts'

/** The sections of the template that the report does not have, required or not. */
export function absentSections(report: Report): readonly TemplateSection[] {
  return report.template.sections.filter((section) => !isPresent(section.id, report))
}

/** The nearest section before this one in the template that the report has. */
export function findPredecessor(section: TemplateSection, report: Report): Section | undefined {
  const before = report.template.sections.slice(0, report.template.sections.indexOf(section)).reverse()
  for (const candidate of before) {
    const found = report.sections.findLast((each) => each.id === candidate.id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first section in the document that the template puts after this one. */
export function findSuccessor(section: TemplateSection, report: Report): Section | undefined {
  const after = report.template.sections.slice(report.template.sections.indexOf(section) + 1)
  return report.sections.find((each) => after.some((candidate) => candidate.id === each.id))
}

/**
 * The edits that insert these sections where the template has them, in the style of the document. Sections
 * that go to the same place share one edit, in the template's order.
 */
export function insertSections(sections: readonly TemplateSection[], report: Report): readonly Edit[] {
  const places = new Map<Piece, TemplateSection[]>()
  for (const section of sections) {
    const place = findPlace(section, report)
    places.set(place, [...(places.get(place) ?? []), section])
  }
  return [...places]
    .map(([place, group]) => insertAfter(place, group, report))
    .sort((a, b) => a.start - b.start)
}

/**
 * The piece to insert after: its predecessor, else whatever precedes its successor, else the last section.
 */
function findPlace(section: TemplateSection, report: Report): Piece {
  const predecessor = findPredecessor(section, report)
  if (predecessor !== undefined) return predecessor
  const successor = findSuccessor(section, report)
  const index = successor === undefined ? report.sections.length : report.sections.indexOf(successor)
  return report.sections[index - 1] ?? report.head
}

function insertAfter(place: Piece, sections: readonly TemplateSection[], report: Report): Edit {
  const line = report.style.lineEnding
  const text = sections.map((section) => renderSection(section, report.style)).join(line + line)
  const closing = place.unclosed === null ? '' : place.unclosed + line
  const before = place.next === place.start ? '' : (place.follows === 'nothing' ? line : '') + closing + line
  const after = place.follows === 'text' ? line + line : place.follows === 'blank' ? line : ''
  return { start: place.next, end: place.next, text: before + text + after }
}

function isPresent(id: string, report: Report): boolean {
  return report.sections.some((section) => section.id === id)
}
