import type { OutlineSection } from '@postmortem/shared/protocol'
import type { Range, Report, Section } from '../postmortem/report.ts'
import type { TemplateSection } from '../templates/template.ts'

/** An outline section before its offsets are turned into the positions of an editor. */
export type OutlineEntry = Omit<OutlineSection, 'range'> & { readonly range: Range | null }

/**
 * The sections in the document's order, each missing one where it would go: after the section that the
 * template has before it.
 */
export function outlineReport(report: Report): readonly OutlineEntry[] | null {
  if (!report.recognition.postmortem) return null
  const entries = report.sections.map(present)
  for (const section of report.missing)
    entries.splice(findIndex(section, entries, report), 0, missing(section))
  return entries
}

function present(section: Section): OutlineEntry {
  return {
    id: section.id,
    title: section.title.text,
    state: section.empty ? 'empty' : 'complete',
    words: section.words,
    range: { start: section.title.start, end: section.title.end },
  }
}

function missing(section: TemplateSection): OutlineEntry {
  return { id: section.id, title: section.title, state: 'missing', words: 0, range: null }
}

function findIndex(section: TemplateSection, entries: readonly OutlineEntry[], report: Report): number {
  const order = report.template.sections.map((each) => each.id)
  const position = order.indexOf(section.id)
  const predecessor = entries.findLastIndex((entry) => {
    const other = order.indexOf(entry.id)
    return other !== -1 && other < position
  })
  return predecessor + 1
}
