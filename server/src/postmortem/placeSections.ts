import type { MarkdownDocument } from '../markdown/document.ts'
import { type Contents, findPiece } from './blocks/pieces.ts'
import { isContent, type PlacedLine } from './blocks/placedLine.ts'
import { Attached } from './lines/attached.ts'
import { withComputed } from './lines/computed.ts'
import { isSame } from './lines/isSame.ts'
import type { Range } from './lines/passage.ts'
import { countWordsInText } from './lines/words.ts'
import type { FoundSection } from './sections/foundSection.ts'
import type { Section } from './sections/section.ts'
import { sumWords } from './sections/writtenWords.ts'

/** What was made of a title the last time, and what it was made of. */
interface Made {
  /** The lines of the section, and the one that ends it. */
  readonly part: readonly PlacedLine[]
  readonly around: Around
  readonly sections: readonly Section[]
}

/** What is in a section and around it that its lines do not tell. */
interface Around extends Pick<Section, 'words' | 'follows' | 'unclosed'> {
  /** The length of what is between its content and its end. */
  readonly blanks: number
}

const lastMade = new Attached<FoundSection, Made>()

/**
 * A combined title makes one section for each concept that it names. Sections move with their lines, so they are the
 * same objects for as long as these are.
 */
export function toSections(
  found: FoundSection,
  lines: readonly PlacedLine[],
  wordsOfLines: readonly number[],
  contents: Contents,
  document: MarkdownDocument,
): readonly Section[] {
  const part = lines.slice(found.firstLine, found.endLine + 1)
  const placed = part[0] as PlacedLine
  const start = startOf(found, placed)
  const ending = lines[found.endLine]
  const endOf = () => (ending === undefined ? document.length : Math.max(start.start, ending.range.start))
  const { next, follows, unclosed } = findPiece(start.start, endOf(), contents, document)
  const own = placed.line.text.slice(found.mark.value)
  const words =
    sumWords(wordsOfLines, { start: found.firstLine + 1, end: found.endLine }) + countWordsInText(own)
  const around = { words, follows, unclosed, blanks: endOf() - next }
  const last = lastMade.get(found)
  if (last !== undefined && isSame(last.part, part) && isSame(last.around, around)) return last.sections
  const hasContent = lines
    .slice(found.firstLine + 1, found.endLine)
    .some((line) => isContent(line) && (line.line.heading === null || hasValue(line)))
  const sections = found.ids.map((id) => {
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
    return withComputed(section, {
      start: () => start.start,
      end: endOf,
      next: () => endOf() - around.blanks,
    })
  })
  lastMade.set(found, { part, around, sections })
  return sections
}

/** A title that is not the first thing in its line begins the section within it. */
function startOf({ mark }: FoundSection, placed: PlacedLine): Range {
  return mark.start === 0 || placed.marks[0]?.start === mark.start ? placed.range : placed.passage(mark.start)
}

/** "# Root Cause: a full disk" tells something besides its title. */
function hasValue({ line, marks }: PlacedLine): boolean {
  const [mark] = marks
  return mark !== undefined && line.text.slice(mark.value).trim() !== ''
}
