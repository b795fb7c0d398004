import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver'
import { listSymbols, type ReportSymbol } from '../../features/symbols.ts'
import type { Translate } from '../../messages/translate.ts'
import { answer, type Feature } from '../feature.ts'
import { type Positions, toRange } from '../positions.ts'

const symbolKinds: Readonly<Record<ReportSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Module,
  entry: SymbolKind.Event,
  task: SymbolKind.Boolean,
}

export const symbols: Feature = {
  capabilities: { documentSymbolProvider: { label: 'Postmortem' } },
  register: (host) => {
    const compute = ({ textDocument: { uri } }: DocumentSymbolParams): DocumentSymbol[] | null => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      // Our own client has an outline of its own, and VS Code lists every heading as a symbol anyway.
      if (host.support.commands && !open.settings.documentSymbols) return null
      const { positions, document } = open
      return listSymbols(document.report).map((symbol) => toSymbol(symbol, positions, host.translate))
    }
    host.connection.onDocumentSymbol(answer('Symbols', host, compute))
  },
}

function toSymbol(
  { kind, name, detail, range, selection, children }: ReportSymbol,
  positions: Positions,
  translate: Translate,
): DocumentSymbol {
  return {
    kind: symbolKinds[kind],
    name,
    detail: translate(detail),
    range: toRange(range, positions),
    selectionRange: toRange(selection, positions),
    children: children.map((child) => toSymbol(child, positions, translate)),
  }
}
