import type { Mark } from '../../postmortem/blocks/marks.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { toName, type WrittenName } from './names.ts'

/** The label that the line begins with; null if it has none. */
export function nameLabel(placed: PlacedLine): WrittenName | null {
  const { line, marks } = placed
  if (line.quoted || (line.kind !== 'text' && line.kind !== 'row')) return null
  const [mark] = marks
  if (mark !== undefined && mark.start < maxLead && isLabel(mark, line.text)) return nameMark(mark)
  if (line.kind === 'row') return line.cells.length === 2 ? toName(line.cells[0]?.text ?? '', null) : null
  const label = /^[^\p{L}\p{N}]{0,12}(\p{L}[^:：\d]{1,40})[:：](?!\/\/)/u.exec(line.text)?.[1]
  if (label === undefined || label.trim().split(/\s+/).length > maxLabelWords) return null
  return line.item !== null || line.bold > label.length ? toName(label, null) : null
}

/** In characters. A bullet or a number may be before the label. */
const maxLead = 12

const maxLabelWords = 5

function isLabel({ form, end }: Mark, text: string): boolean {
  return form === 'label' || (form === 'bold' && /^\s*[:：]/.test(text.slice(end)))
}

export function nameMark({ ids, text, suggestion }: Mark): WrittenName | null {
  return toName(text, ids[0] ?? null, suggestion !== null)
}
