import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import type { Structure } from '../sections/structure.ts'
import { english } from '../vocabulary/english.ts'
import { labelsOf, readValue, type ValueLine } from './labelValues.ts'
import { joinLines, type Paragraph, passageOf } from './paragraphs.ts'
import { sectionsAfterTheIncident } from './prose.ts'
import { findColumnValues } from './tableColumns.ts'

/** A share, a number or the names of those affected: where the impact is told, then anywhere before the plans. */
export function findAffected(
  lines: readonly PlacedLine[],
  structure: Structure,
  prose: readonly ValueLine[],
  all: readonly ValueLine[],
): Passage | null {
  const [cell] = findColumnValues(lines, structure, ['affected'])
  if (cell !== undefined) return passageOf({ text: cellText(cell), lines: [{ value: cell, at: 0 }] })
  const labelled = labelsOf(structure, ['affected', 'impact'], sectionsAfterTheIncident)
    .filter((label) => !label.section?.ids.includes('timeline'))
    .flatMap((label) => readValue(label, lines))
  return findIn(joinLines(labelled), true) ?? findIn(joinLines(prose), true) ?? findIn(joinLines(all), false)
}

function cellText({ placed, start, end }: ValueLine): string {
  return placed.line.text.slice(start, end)
}

function findIn(paragraphs: readonly Paragraph[], isImpact: boolean): Passage | null {
  for (const paragraph of paragraphs) {
    const found = findAffectedIn(paragraph, isImpact)
    if (found !== null) return found
  }
  return null
}

function findAffectedIn(paragraph: Paragraph, isImpact: boolean): Passage | null {
  const { text } = paragraph
  const { phrases } = english
  const figure = phrases.affectedFigure.exec(text)
  const isShare = figure !== null && (isImpact || phrases.affectedAround.test(text))
  const patterns = isImpact ? phrases.affected : phrases.affectedAnywhere
  const match = isShare ? figure : patterns.map((each) => each.exec(text)).find((each) => each !== null)
  return match == null ? null : passageOf(paragraph, match.index, match.index + match[0].length)
}
