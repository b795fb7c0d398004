import { indexesThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { matchTitle } from '../blocks/titles.ts'
import { cellStarts } from '../lines/line.ts'
import type { Structure } from '../sections/foundSection.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import type { ValueLine } from './labelValues.ts'
import { isInSection, sectionsAfterTheIncident } from './prose.ts'

/** A table with more rows than this lists things, and does not state facts about the whole outage. */
const maxRows = 2

/** The cells below a column whose title names one of these concepts: `| Customers affected | Duration |`. */
export function findColumnValues(
  lines: readonly PlacedLine[],
  structure: Structure,
  ids: readonly ConceptId[],
): readonly ValueLine[] {
  const headers = headersOf(lines)
  if (headers.length === 0) return []
  const isAfter = isInSection(structure, (id) => id === 'timeline' || sectionsAfterTheIncident.includes(id))
  return headers.flatMap((index): ValueLine[] => {
    const header = lines[index]
    if (header === undefined || isAfter(index)) return []
    const row = lines[index + 1]
    if (row?.line.kind !== 'row' || lines[index + 1 + maxRows]?.line.kind === 'row') return []
    return header.line.cells.flatMap((cell, column): ValueLine[] => {
      const isNamed = matchTitle(cell.text, 'label')?.ids.some((id) => ids.includes(id)) ?? false
      const value = isNamed ? cellOf(row, index + 1, column) : null
      return value === null ? [] : [value]
    })
  })
}

const headersOf = indexesThat(({ line }) => line.kind === 'header')

/** Null for a cell without a word. */
function cellOf(row: PlacedLine, lineIndex: number, column: number): ValueLine | null {
  const text = row.line.cells[column]?.text ?? ''
  const start = cellStarts(row.line)[column]
  if (start === undefined || !/[\p{L}\p{N}]/u.test(text)) return null
  return { placed: row, lineIndex, start, end: start + text.length }
}
