import { perReport } from '../../checking/keptAnswers.ts'
import { indexesThat } from '../../postmortem/blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import { english } from './language/english.ts'

/**
 * The lines directly below a title that tell the author what to write, or ask what nobody has answered. The
 * template that they come from need not be known.
 */
export const findInstructions = perReport(({ lines, source }): readonly PlacedLine[] => {
  return titlesIn(lines).flatMap((title) => {
    const index = contentAfter(title, lines)
    const placed = lines[index]
    if (placed === undefined || isTitle(placed) || placed.line.kind !== 'text') return []
    const next = lines[contentAfter(index, lines)]
    const isAlone = next === undefined || isTitle(next)
    return isInstruction(placed, isAlone, source) ? [placed] : []
  })
})

const titlesIn = indexesThat((placed) => isContent(placed) && isTitle(placed))

/** The index of the next line with content; that of no line after the last one. */
function contentAfter(index: number, lines: readonly PlacedLine[]): number {
  let next = index + 1
  while (next < lines.length && !isContent(lines[next] as PlacedLine)) next += 1
  return next
}

function isInstruction(placed: PlacedLine, isAlone: boolean, source: Report['source']): boolean {
  const { line } = placed
  const isSetOff = () => line.quoted || isItalic(placed, source)
  const text = line.text.trim()
  if (text.endsWith('?')) return isAlone && line.item === null && isSetOff()
  if (line.item !== null) return english.listedInstruction.test(text) && isSetOff()
  return english.instruction.test(text) && ((isAlone && text.endsWith('.')) || isSetOff())
}

function isTitle({ line, marks }: PlacedLine): boolean {
  return line.heading !== null || marks.some(({ start, value }) => start === 0 && value >= line.text.length)
}

function isItalic(placed: PlacedLine, source: Report['source']): boolean {
  const { start, end } = placed.passage()
  const before = source.slice(Math.max(0, start - 2), start)
  const after = source.slice(end, end + 2)
  return /(?:^|[^*])\*$|(?:^|[^_])_$/.test(before) && /^(?:\*(?!\*)|_(?!_))/.test(after)
}
