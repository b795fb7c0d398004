import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

export interface SectionHover {
  readonly range: Range
  readonly title: string
  readonly template: string
  /** A sentence or two on what belongs here. */
  readonly guidance: string
  readonly words: number
  readonly required: boolean
}

/** Explains the section whose title is at the offset. */
export function findSectionHover(report: Report, offset: number): SectionHover | null {
  if (!report.recognition.postmortem) return null
  const section = report.sections.find(({ title }) => title.start <= offset && offset <= title.end)
  const expected = report.template.sections.find(({ id }) => id === section?.id)
  if (section === undefined || expected === undefined) return null
  const { start, end } = section.title
  return {
    range: { start, end },
    title: expected.title,
    template: report.template.name,
    guidance: expected.guidance,
    words: section.words,
    required: expected.required,
  }
}
