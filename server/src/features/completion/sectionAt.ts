import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'

/** The section whose body contains the offset. */
export function sectionAt(offset: number, { sections }: Report): Section | undefined {
  return sections.find(({ title, end }) => title.end < offset && offset <= end)
}
