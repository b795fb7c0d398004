import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import { sourceLineAt } from '../../../postmortem/lines/sourceLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import type { ConceptId } from '../../../postmortem/vocabulary/vocabulary.ts'
import type { FieldPart } from '../../../templates/template.ts'
import { hasBlankLine } from './hasBlankLine.ts'
import { findLabelBlocks, type LabelBlock, linesBelow } from './sectionLines.ts'

/** The concepts whose labels may stand for a field of a template, or for a fact of its timeline. */
export const fieldConcepts: Readonly<Record<string, readonly ConceptId[]>> = {
  duration: ['duration'],
  start: ['start', 'duration'],
  end: ['end', 'duration'],
  impact: ['impact'],
  affected: ['affected', 'impact'],
  rootCause: ['root-cause', 'trigger', 'contributing'],
  resolution: ['resolution', 'response', 'end'],
  detection: ['detection', 'detection-time'],
  detectionMethod: ['detection-method'],
  actions: ['actions-taken', 'actions'],
  misleading: ['misleading'],
  escalation: ['escalation'],
}

/**
 * Inserts fields into a section after the one that precedes them in the template, in the form of an existing
 * field; `order` is the section of the template.
 */
export function insertFields(
  fields: readonly FieldPart[],
  order: readonly FieldPart[],
  section: Section,
  report: Report,
): Edit {
  const blocks = findLabelBlocks(section, report)
  const first = Math.max(
    0,
    order.findIndex((part) => fields.includes(part) || hasPart(part, fields)),
  )
  const before = blocks.findLast((block) => order.slice(0, first + 1).some((part) => isFor(part, block)))
  const after = blocks.find((block) => order.slice(first + 1).some((part) => isFor(part, block)))
  const model = before ?? after
  const shape = model === undefined ? null : readShape(model, blocks, report)
  const texts = fields.map((field) => writeField(field, shape, report))
  if (before === undefined && after !== undefined) return insertBefore(after, texts, shape, report)
  const last = before?.below.at(-1) ?? before?.label ?? linesBelow(section, report).at(-1)
  if (last === undefined) return insertAt(section.next, texts, shape, section.follows, report)
  return insertAfter(last, texts, shape ?? { ...plainShape, apart: last.line.item === null }, report)
}

function hasPart(part: FieldPart, fields: readonly FieldPart[]): boolean {
  return part.includes?.some((each) => fields.includes(each)) ?? false
}

function isFor({ field }: FieldPart, { ids }: LabelBlock): boolean {
  return fieldConcepts[field]?.some((id) => ids.includes(id)) ?? false
}

/** The form of a field: the text around its label, and the place of its value. */
interface Shape {
  readonly before: string
  readonly after: string
  /** The text before a value on a line of its own; null if the value is beside its label. */
  readonly below: string | null
  /** True if a blank line separates the label from the value below it. */
  readonly gap: boolean
  /** True if a blank line separates one field from the next. */
  readonly apart: boolean
  readonly cells: number
}

const plainShape: Shape = { before: '', after: '', below: null, gap: false, apart: false, cells: 0 }

/** Null if the author's form does more than mark a label. */
function readShape(model: LabelBlock, blocks: readonly LabelBlock[], report: Report): Shape | null {
  const { source } = report
  const { label, below } = model
  const mark = label.marks[0]
  if (mark === undefined) return null
  const name = label.passage(mark.start, mark.end)
  const own = sourceLineAt(name.start, source)
  const before = source.slice(own.start, name.start)
  const hasValue = mark.value < label.line.text.length
  const value = hasValue ? label.passage(mark.value).start : own.end
  const after = source.slice(name.end, value)
  if (label.line.kind === 'row') return { ...plainShape, cells: label.line.cells.length }
  if (!/^[\s:：*_–—=#|-]*$/.test(after) || !/^[\s>#*_+-]*(?:\d{1,2}[.)]\s[*_]*)?$/.test(before)) return null
  const [next] = below
  const valueLine = next === undefined ? null : sourceLineAt(next.passage().start, source)
  return {
    before,
    after: hasValue ? after : after.trimEnd(),
    below:
      hasValue || next === undefined || valueLine === null
        ? null
        : source.slice(valueLine.start, next.passage().start),
    gap: valueLine !== null && hasBlankLine(source.slice(own.end, valueLine.start)),
    apart: isApart(model, blocks, report),
    cells: 0,
  }
}

/** Follows the blank line after the model, or else the one before it. */
function isApart(model: LabelBlock, blocks: readonly LabelBlock[], report: Report): boolean {
  const at = blocks.indexOf(model)
  const pairs = [
    [model, blocks[at + 1]],
    [blocks[at - 1], model],
  ] as const
  for (const [first, second] of pairs) {
    if (first === undefined || second === undefined) continue
    const end = (first.below.at(-1) ?? first.label).range.end
    return hasBlankLine(report.source.slice(end, second.label.range.start))
  }
  return model.label.line.item === null
}

function writeField({ label, text }: FieldPart, shape: Shape | null, { style }: Report): string {
  const line = style.lineEnding
  if (shape !== null && shape.cells > 0) return `| ${label} | ${text} |${' |'.repeat(shape.cells - 2)}`
  if (shape === null || shape.before + shape.after === '') {
    return `${style.bullet} ${style.label === 'bold' ? `**${label}:**` : `${label}:`} ${text}`
  }
  if (shape.below === null) {
    const isBeside = /\s$/.test(shape.after)
    return `${shape.before}${label}${shape.after}${isBeside ? '' : ' '}${text}`
  }
  return `${shape.before}${label}${shape.after}${line}${shape.gap ? line : ''}${shape.below}${text}`
}

function insertAfter(last: PlacedLine, texts: readonly string[], shape: Shape, report: Report): Edit {
  const { source, style } = report
  const line = style.lineEnding
  const { end, next, ...own } = sourceLineAt(last.range.end, source)
  const apart = shape.apart ? line + line : line
  const isUnended = next === end
  const text = texts.join(apart)
  if (isUnended) return { start: end, end, text: `${apart}${text}` }
  const following = sourceLineAt(next, source)
  const isFollowed = following.text.trim() !== '' && own.text.trim() !== ''
  const lead = shape.apart ? line : ''
  return { start: next, end: next, text: `${lead}${text}${line}${shape.apart && isFollowed ? line : ''}` }
}

function insertBefore(
  after: LabelBlock,
  texts: readonly string[],
  shape: Shape | null,
  report: Report,
): Edit {
  const line = report.style.lineEnding
  const { start } = sourceLineAt(after.label.range.start, report.source)
  const apart = (shape?.apart ?? false) ? line + line : line
  return { start, end: start, text: texts.map((text) => text + apart).join('') }
}

function insertAt(
  at: number,
  texts: readonly string[],
  shape: Shape | null,
  follows: Section['follows'],
  { style }: Report,
): Edit {
  const line = style.lineEnding
  const text = texts.join((shape?.apart ?? false) ? line + line : line)
  const before = follows === 'nothing' ? line + line : line
  return { start: at, end: at, text: before + text + (follows === 'text' ? line + line : line) }
}
