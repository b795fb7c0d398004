import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import type { Part } from '../../templates/template.ts'
import { fieldConcepts } from './fixes/insertFields.ts'

/**
 * True while the section contains a placeholder of this part, or any placeholder beside the label of the
 * field: the author has yet to fill it in.
 */
export function isUnfilled(part: Part, section: Section, report: Report): boolean {
  const own = new Set(placeholdersOf(part))
  const inSection = report.placeholders.filter(({ start }) => section.start <= start && start < section.end)
  return inSection.some(({ text, start }) => own.has(text) || isBesideLabel(start, part, report))
}

function placeholdersOf(part: Part): readonly string[] {
  const texts =
    part.kind === 'heading'
      ? part.body.flatMap(placeholdersOf)
      : [...part.text.matchAll(placeholder)].map(([text]) => text)
  const includes = part.kind === 'field' || part.kind === 'entry' ? (part.includes ?? []) : []
  return [...texts, ...includes.flatMap(placeholdersOf)].filter((text) => !isCommon(text))
}

const placeholder = /\{\{[^{}\r\n]*\}\}/g

/** These placeholders are in every entry, so they do not say which one it is. */
function isCommon(text: string): boolean {
  return text === '{{HH:MM}}' || text === '{{time zone}}'
}

function isBesideLabel(offset: number, part: Part, { lines }: Report): boolean {
  if (part.kind !== 'field') return false
  const concepts = fieldConcepts[part.field] ?? []
  return lines.some((placed) => {
    const { start, end } = placed.range
    return (
      start <= offset &&
      offset < end &&
      placed.marks.some(({ ids }) => ids.some((id) => concepts.includes(id)))
    )
  })
}
