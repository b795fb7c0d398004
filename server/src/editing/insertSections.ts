import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { renderSection } from '../templates/render.ts'
import type { TemplateSection } from '../templates/template.ts'
import { type Place, placeAfter, placeAfterHead, placeBefore } from './sectionPlaces.ts'

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

/**
 * The first section in the document that the template puts after this one. Whatever is first in the template
 * comes before every other section.
 */
export function findSuccessor(section: TemplateSection, report: Report): Section | undefined {
  const index = report.template.sections.indexOf(section)
  if (index === 0) return report.sections[0]
  const after = new Set(report.template.sections.slice(index + 1).map(({ id }) => id))
  return report.sections.find(({ id }) => after.has(id))
}

/**
 * The edits that insert these sections where the template has them, in the style of the document. Sections
 * that go to the same place share one edit, in the template's order.
 */
export function insertSections(sections: readonly TemplateSection[], report: Report): readonly Edit[] {
  const groups = new Map<number, { readonly place: Place; readonly sections: TemplateSection[] }>()
  for (const section of sections) {
    const place = findPlace(section, report)
    const group = groups.get(place.next)
    if (group === undefined) groups.set(place.next, { place, sections: [section] })
    else group.sections.push(section)
  }
  return [...groups.values()]
    .map((group) => insertAt(group.place, group.sections, report))
    .sort((a, b) => a.start - b.start)
}

/** After its predecessor, else before its successor, else at the end. */
function findPlace(section: TemplateSection, report: Report): Place {
  const predecessor = findPredecessor(section, report)
  const successor = findSuccessor(section, report)
  if (predecessor !== undefined) return placeAfter(findOutermost(predecessor, successor, report), report)
  if (report.template.sections.indexOf(section) === 0) return placeAfterHead(report)
  if (successor === undefined) return placeAfter(report.sections.at(-1) ?? report.head, report)
  return placeBefore(findOutermost(successor, undefined, report).start, report)
}

/** The section around this one that is in no other; not one that also holds the section to stay before. */
function findOutermost(section: Section, before: Section | undefined, report: Report): Section {
  return (
    report.sections.find(
      (each) =>
        each.start <= section.start &&
        section.end <= each.end &&
        (before === undefined || before.start < section.start || before.start >= each.end),
    ) ?? section
  )
}

function insertAt(place: Place, sections: readonly TemplateSection[], report: Report): Edit {
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
