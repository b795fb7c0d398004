import type { Position, SelectionRange, SelectionRangeParams } from 'vscode-languageserver'
import { findSelectionRanges } from '../../features/selectionRanges.ts'
import { answer, type Feature } from '../feature.ts'
import type { OpenEditorDocument } from '../openDocuments.ts'
import { toRange } from '../positions.ts'

/** The steps in which "Expand Selection" grows: an entry, its section, the report. */
export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register: (host) => {
    const compute = ({ textDocument, positions }: SelectionRangeParams): SelectionRange[] | null => {
      const open = host.documents.get(textDocument.uri)
      if (open === undefined || !open.document.report.recognition.postmortem) return null
      return positions.map((position) => toSelectionRange(position, open))
    }
    host.connection.onSelectionRanges(answer('Growing the selection', host, compute))
  },
}

/** The protocol nests each range in the next larger one. */
function toSelectionRange(position: Position, { positions, document }: OpenEditorDocument): SelectionRange {
  const { markdown, report } = document
  const ranges = findSelectionRanges(report, positions.offsetAt(position))
  const whole = { start: 0, end: markdown.length }
  const outermost: SelectionRange = { range: toRange(ranges.at(-1) ?? whole, positions) }
  return ranges
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, range) => ({ range: toRange(range, positions), parent }), outermost)
}
