import type { MarkdownDocument } from '../markdown/document.ts'
import { type Contents, findPiece } from './blocks/pieces.ts'
import { isContent, type PlacedLine } from './blocks/placedLine.ts'
import { withComputed } from './lines/computed.ts'
import { countWordsInText } from './lines/words.ts'
import type { Section } from './sections/section.ts'
import type { FoundSection } from './sections/structure.ts'

/** A combined title makes one section for each concept that it names. */
export function toSections(
  found: FoundSection,
  lines: readonly PlacedLine[],
  wordsOfLines: readonly number[],
  contents: Contents,
  document: MarkdownDocument,
): readonly Section[] {
  const placed = lines[found.firstLine] as PlacedLine
  const last = lines[found.endLine]
  const first =
    found.mark.start === 0 || placed.marks[0] === found.mark ? placed.range : placed.passage(found.mark.start)
  const endOf = () => (last === undefined ? document.length : Math.max(first.start, last.range.start))
  const { next, follows, unclosed } = findPiece(first.start, endOf(), contents, document)
  const blanks = endOf() - next
  const own = placed.line.text.slice(found.mark.value)
  const words = sum(wordsOfLines, found.firstLine + 1, found.endLine) + countWordsInText(own)
  const hasContent = lines
    .slice(found.firstLine + 1, found.endLine)
    .some((line) => isContent(line) && (line.line.heading === null || hasValue(line)))
  return found.ids.map((id) => {
    const section = {
      follows,
      unclosed,
      id,
      title: placed.passage(found.mark.start, found.mark.end),
      level: found.rank,
      words,
      empty: !hasContent && own.trim() === '',
      suggestion: found.mark.suggestion,
    }
    return withComputed(section, { start: () => first.start, end: endOf, next: () => endOf() - blanks })
  })
}

/** "# Root Cause: a full disk" tells something besides its title. */
function hasValue({ line, marks }: PlacedLine): boolean {
  const [mark] = marks
  return mark !== undefined && line.text.slice(mark.value).trim() !== ''
}

export function sum(counts: readonly number[], start: number, end: number): number {
  let total = 0
  for (let index = start; index < end; index += 1) total += counts[index] ?? 0
  return total
}
