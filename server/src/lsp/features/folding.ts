import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver'
import { findFolds } from '../../features/folding.ts'
import { answer, type Feature } from '../feature.ts'

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register: (host) => {
    const compute = ({ textDocument: { uri } }: FoldingRangeParams): FoldingRange[] | null => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const { markdown, report } = open.document
      return findFolds(report).map(({ start, end }) => ({
        startLine: markdown.positionAt(start).line,
        endLine: markdown.positionAt(end).line,
        kind: FoldingRangeKind.Region,
      }))
    }
    host.connection.onFoldingRanges(answer('Folding', host, compute))
  },
}
