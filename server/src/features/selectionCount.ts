import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { type Line, sourceOffset } from '../postmortem/lines/line.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import { countWordsInText } from '../postmortem/lines/words.ts'
import type { Report } from '../postmortem/report.ts'

/**
 * Counts the words of the report in these ranges, including words that are only partly selected. Null if only
 * placeholders are selected: they were selected to be overwritten, not to be counted.
 */
export function countSelection(report: Report, ranges: readonly Range[]): number | null {
  if (!report.recognition.postmortem || ranges.every((range) => isPlaceholder(range, report))) return null
  let words = 0
  for (const placed of report.lines) {
    for (const range of ranges) words += countInLine(placed, range)
  }
  return words
}

function isPlaceholder({ start, end }: Range, { placeholders }: Report): boolean {
  return placeholders.some((each) => each.start === start && each.end === end)
}

function countInLine(placed: PlacedLine, range: Range): number {
  const { start, end } = placed.range
  if (range.end <= start || end <= range.start) return 0
  const { line, base } = placed
  // A line without words, such as code, would otherwise be counted by its text.
  if (line.words === 0) return 0
  if (range.start <= start && end <= range.end) return line.words
  const text = selectedText(line, { start: range.start - base, end: range.end - base })
  return Math.min(line.words, countWordsInText(text))
}

/** The text of the line within the range. A piece of inline code becomes one word, as it counts as one. */
function selectedText(line: Line, range: Range): string {
  const isSelected = (index: number) => {
    const offset = sourceOffset(line, index)
    return range.start <= offset && offset < range.end
  }
  let text = ''
  for (let index = 0; index < line.text.length; index += 1) {
    if (!isSelected(index)) {
      text += ' '
      continue
    }
    const code = line.code.find(({ start, end }) => start <= index && index < end)
    if (code === undefined) text += line.text[index]
    else {
      text += 'code'
      index = code.end - 1
    }
  }
  return text
}
