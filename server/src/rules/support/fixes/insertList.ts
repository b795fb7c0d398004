import type { Edit } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import { renderParts } from '../../../templates/render.ts'
import type { Part } from '../../../templates/template.ts'
import { insertText } from './insertText.ts'

/** Inserts a part of the template at the end of the section, as a list of its own. */
export function insertList(part: Part, section: Section, report: Report): Edit {
  return insertText([renderParts([part], report.style)], section, report)
}
