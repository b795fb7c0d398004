import type { Position, SelectionRange, SelectionRangeParams } from 'vscode-languageserver'
import { findSelectionRanges } from '../../features/selectionRanges.ts'
import type { OpenDocument } from '../../openDocument.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'

/** The steps in which "Expand Selection" grows: an entry, its section, the report. */
export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register: (host) => {
    const compute = ({ textDocument, positions }: SelectionRangeParams): SelectionRange[] | null => {
      const open = host.documents.get(textDocument.uri)
      if (open === undefined || !open.document.report.recognition.postmortem) return null
      const { document } = open
      return positions.map((position) => toSelectionRange(position, document))
    }
    host.connection.onSelectionRanges(answer('Growing the selection', host, compute))
  },
}

/** The protocol nests each range in the next larger one. */
function toSelectionRange(position: Position, { markdown, report }: OpenDocument): SelectionRange {
  const ranges = findSelectionRanges(report, markdown.offsetAt(position))
  const whole = { start: 0, end: markdown.length }
  const outermost: SelectionRange = { range: toRange(ranges.at(-1) ?? whole, markdown) }
  return ranges
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, range) => ({ range: toRange(range, markdown), parent }), outermost)
}
