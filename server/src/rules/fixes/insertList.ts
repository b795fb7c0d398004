import type { Edit, Report, Section } from '../../postmortem/report.ts'
import { renderParts } from '../../templates/render.ts'
import type { Part } from '../../templates/template.ts'

/** Inserts a part of the template at the end of the section, set apart by blank lines. */
export function insertList(part: Part, { next, follows }: Section, { style }: Report): Edit {
  const line = style.lineEnding
  const before = follows === 'nothing' ? line + line : line
  const after = follows === 'text' ? line + line : line
  return { start: next, end: next, text: before + renderParts([part], style) + after }
}
