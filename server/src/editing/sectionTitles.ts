import { findLineAt } from '../postmortem/blocks/findLineAt.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import type { Template, TemplateSection } from '../templates/template.ts'

/** One section per title: a title that names two sections makes two of them, and only the first is kept. */
export function eachTitle(sections: readonly Section[]): readonly Section[] {
  return sections.filter((section, index) => section.title.start !== sections[index - 1]?.title.start)
}

/** True if the title is a heading in Markdown too, not only to a reader. */
export function isHeading({ level }: Pick<Section, 'level'>): boolean {
  return level <= 6
}

export function findInTemplate(id: string, template: Template): TemplateSection | undefined {
  return template.sections.find((section) => section.id === id)
}

export function findTitleLine({ title }: Section, { lines }: Report): PlacedLine | undefined {
  return findLineAt(title.start, lines)
}

/** The start of the line after the title; null if text follows the title on the same line. */
export function findBodyStart(section: Section, report: Report): number | null {
  const placed = findTitleLine(section, report)
  if (placed === undefined) return null
  const { end } = placed.range
  const beside = placed.line.heading === null ? report.source.slice(section.title.end, end) : ''
  return /[\p{L}\p{N}]/u.test(beside) ? null : sourceLineAt(end, report.source).next
}
