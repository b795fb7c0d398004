import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  SymbolKind,
} from 'vscode-languageserver'
import { findFolds } from '../../features/folding.ts'
import { findSelectionRanges } from '../../features/selectionRanges.ts'
import { listSymbols, type ReportSymbol } from '../../features/symbols.ts'
import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Translate } from '../../messages/translate.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'

const symbolKinds: Readonly<Record<ReportSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Module,
  entry: SymbolKind.Event,
  task: SymbolKind.Boolean,
}

/** The sections of the report to fold, to list and to select. */
export const places: Feature = {
  capabilities: {
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentSymbolProvider: { label: 'Postmortem' },
  },
  register: (host) => {
    const { connection, documents } = host
    const fold = ({ textDocument: { uri } }: FoldingRangeParams): FoldingRange[] | null => {
      const entry = documents.get(uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      return findFolds(report).map(({ start, end }) => ({
        startLine: markdown.positionAt(start).line,
        endLine: markdown.positionAt(end).line,
        kind: FoldingRangeKind.Region,
      }))
    }
    const grow = ({ textDocument: { uri }, positions }: SelectionRangeParams): SelectionRange[] | null => {
      const entry = documents.get(uri)
      if (entry === undefined || !entry.document.report.recognition.postmortem) return null
      const { markdown, report } = entry.document
      return positions.map((position) => {
        const ranges = findSelectionRanges(report, markdown.offsetAt(position))
        const whole = { start: 0, end: markdown.length }
        const outermost: SelectionRange = { range: toRange(ranges.at(-1) ?? whole, markdown) }
        return ranges
          .slice(0, -1)
          .reduceRight<SelectionRange>(
            (parent, range) => ({ range: toRange(range, markdown), parent }),
            outermost,
          )
      })
    }
    const list = ({ textDocument: { uri } }: DocumentSymbolParams): DocumentSymbol[] | null => {
      const entry = documents.get(uri)
      if (entry === undefined) return null
      // Our own client has an outline, and VS Code a symbol for each heading.
      if (host.support().commands && !entry.settings.documentSymbols) return null
      const { markdown, report } = entry.document
      return listSymbols(report).map((symbol) => toSymbol(symbol, markdown, host.translate))
    }
    connection.onFoldingRanges(answer('Folding', host, fold))
    connection.onSelectionRanges(answer('Growing the selection', host, grow))
    connection.onDocumentSymbol(answer('Symbols', host, list))
  },
}

function toSymbol(
  { kind, name, detail, range, selection, children }: ReportSymbol,
  markdown: MarkdownDocument,
  translate: Translate,
): DocumentSymbol {
  return {
    kind: symbolKinds[kind],
    name,
    detail: translate(detail),
    range: toRange(range, markdown),
    selectionRange: toRange(selection, markdown),
    children: children.map((child) => toSymbol(child, markdown, translate)),
  }
}
