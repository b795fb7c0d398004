import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import type { FoundSection, Label, Structure } from '../sections/foundSection.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'

/** A stretch of a line that belongs to the value of a label. */
export interface ValueLine {
  readonly placed: PlacedLine
  readonly lineIndex: number
  readonly start: number
  readonly end: number
}

const maxValueLines = 12

/** The value of a label: the rest of its line, and the lines below it up to the next label or title. */
export function readValue(label: Label, lines: readonly PlacedLine[]): readonly ValueLine[] {
  const first = lines[label.lineIndex]
  if (first === undefined) return []
  const nextOnLine = first.marks.find((mark) => mark.start > label.mark.start)
  const end = nextOnLine?.start ?? first.line.text.length
  const values: ValueLine[] = []
  if (label.mark.value < end)
    values.push({ placed: first, lineIndex: label.lineIndex, start: label.mark.value, end })
  const hasOwn = values.length > 0
  const limit = Math.min(label.section?.endLine ?? lines.length, label.lineIndex + 1 + maxValueLines)
  for (let index = label.lineIndex + 1; index < limit; index += 1) {
    const placed = lines[index]
    if (placed === undefined || nextOnLine !== undefined) break
    if (endsValue(placed, first, hasOwn)) {
      const end = startOfNext(placed)
      if (!hasOwn && end > 0) values.push({ placed, lineIndex: index, start: 0, end })
      break
    }
    if (placed.line.text.trim() === '') continue
    values.push({ placed, lineIndex: index, start: 0, end: placed.line.text.length })
  }
  return values
}

/** A value below its label may share its line with the next label: "10:00 End: 11:00". */
function startOfNext({ line, marks }: PlacedLine): number {
  const [mark] = marks
  return line.kind !== 'text' || mark === undefined || line.item !== null ? 0 : mark.start
}

function endsValue(placed: PlacedLine, label: PlacedLine, hasOwn: boolean): boolean {
  const { line, marks } = placed
  if (line.kind === 'heading' || line.kind === 'rule' || line.kind === 'code') return true
  if (marks.length > 0 || (hasOwn && beginsOtherField(line))) return true
  if (line.depth < label.line.depth) return true
  if (line.item !== null && line.depth === label.line.depth && label.line.depth > 0) return true
  return hasOwn && line.opens && line.depth <= label.line.depth
}

/** "**Source:** a capture" is the next field, whatever it is called. */
function beginsOtherField({ text, bold }: PlacedLine['line']): boolean {
  return bold > 0 && bold < text.length && /[:：]\s{0,2}$/u.test(text.slice(0, bold + 1).trimEnd())
}

export function valuePassage({ placed, start, end }: ValueLine): Passage {
  return placed.passage(start, end)
}

/** The labels that name one of these concepts, except those inside these sections. */
export function labelsOf(
  structure: Structure,
  ids: readonly ConceptId[],
  except: readonly SectionId[],
): readonly Label[] {
  return structure.labels.filter(
    (label) => label.mark.ids.some((id) => ids.includes(id)) && !isInside(label.section, except),
  )
}

function isInside(section: FoundSection | null, ids: readonly SectionId[]): boolean {
  return section?.ids.some((id) => ids.includes(id)) ?? false
}

/** The lines of the sections with one of these ids, without their titles. */
export function linesOf(
  lines: readonly PlacedLine[],
  structure: Structure,
  ids: readonly SectionId[],
): readonly ValueLine[] {
  const values: ValueLine[] = []
  for (const section of structure.sections) {
    if (!section.ids.some((id) => ids.includes(id))) continue
    const title = lines[section.firstLine]
    if (title !== undefined && section.mark.value < title.line.text.length) {
      values.push({
        placed: title,
        lineIndex: section.firstLine,
        start: section.mark.value,
        end: title.line.text.length,
      })
    }
    for (let index = section.firstLine + 1; index < section.endLine; index += 1) {
      const placed = lines[index]
      if (placed !== undefined)
        values.push({ placed, lineIndex: index, start: 0, end: placed.line.text.length })
    }
  }
  return values.filter(
    ({ placed: { line } }) => line.kind === 'text' || line.kind === 'row' || line.kind === 'heading',
  )
}
