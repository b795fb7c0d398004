import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { Structure } from '../sections/foundSection.ts'
import { english } from '../vocabulary/english.ts'
import { labelsOf, readValue } from './labelValues.ts'
import { joinLines, type Paragraph, passageOf, toParagraph, type Words } from './paragraphs.ts'
import { type FindInParagraph, findIn, type ProseSearch, sectionsAfterTheIncident } from './prose.ts'
import { findColumnValues } from './tableColumns.ts'

/** A share, a number or the names of those affected: where the impact is told, then anywhere before the plans. */
export function findAffected(
  lines: readonly PlacedLine[],
  structure: Structure,
  prose: () => readonly Paragraph[],
  searchAll: ProseSearch,
): Passage | null {
  const [cell] = findColumnValues(lines, structure, ['affected'])
  if (cell !== undefined) return passageOf(toParagraph([cell]))
  const labelled = labelsOf(structure, ['affected', 'impact'], sectionsAfterTheIncident)
    .filter((label) => !label.section?.ids.includes('timeline'))
    .flatMap((label) => readValue(label, lines))
  return findIn(joinLines(labelled), inImpact) ?? findIn(prose(), inImpact) ?? searchAll(anywhere)
}

const { phrases } = english

const inImpact = find(
  perObject(({ text }: Words) => phrases.affectedFigure.exec(text) ?? firstMatch(phrases.affected, text)),
)

const anywhere = find(
  perObject(({ text }: Words) => {
    const figure = phrases.affectedFigure.exec(text)
    const isShare = figure !== null && phrases.affectedAround.test(text)
    return isShare ? figure : firstMatch(phrases.affectedAnywhere, text)
  }),
)

function find(match: (words: Words) => RegExpExecArray | null): FindInParagraph<Passage> {
  return (paragraph) => {
    const found = match(paragraph.words)
    return found === null ? null : passageOf(paragraph, found.index, found.index + found[0].length)
  }
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match !== null) return match
  }
  return null
}
