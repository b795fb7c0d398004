import { perReport } from '../../checking/keptAnswers.ts'
import { isContent, type PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import { english } from './language/english.ts'

/**
 * The lines directly below a title that tell the author what to write, or ask what nobody has answered. The
 * template that they come from need not be known.
 */
export const findInstructions = perReport(({ lines, source }): readonly PlacedLine[] => {
  const content = lines.filter(isContent)
  return content.filter((placed, index) => {
    const before = content[index - 1]
    if (before === undefined || !isTitle(before) || isTitle(placed) || placed.line.kind !== 'text')
      return false
    const next = content[index + 1]
    const isAlone = next === undefined || isTitle(next)
    const isSetOff = placed.line.quoted || isItalic(placed, source)
    const text = placed.line.text.trim()
    if (text.endsWith('?')) return isSetOff && isAlone && placed.line.item === null
    if (placed.line.item !== null) return isSetOff && english.listedInstruction.test(text)
    return (isSetOff || (isAlone && text.endsWith('.'))) && english.instruction.test(text)
  })
})

function isTitle({ line, marks }: PlacedLine): boolean {
  return line.heading !== null || marks.some(({ start, value }) => start === 0 && value >= line.text.length)
}

function isItalic(placed: PlacedLine, source: Report['source']): boolean {
  const { start, end } = placed.passage()
  const before = source.slice(Math.max(0, start - 2), start)
  const after = source.slice(end, end + 2)
  return /(?:^|[^*])\*$|(?:^|[^_])_$/.test(before) && /^(?:\*(?!\*)|_(?!_))/.test(after)
}
