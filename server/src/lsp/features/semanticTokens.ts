import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams } from 'vscode-languageserver'
import { findHighlights } from '../../features/highlighting/findHighlights.ts'
import type { HighlightKind } from '../../features/highlighting/highlight.ts'
import { answer, type Feature } from '../feature.ts'
import { toRange } from '../positions.ts'

/** The types that every editor and theme knows. */
const types: Readonly<Record<HighlightKind, string>> = {
  time: 'number',
  duration: 'number',
  zone: 'keyword',
  severity: 'keyword',
  owner: 'type',
  ticket: 'string',
  placeholder: 'parameter',
}
const legend = [...new Set(Object.values(types))]

/** Highlights what a report is told in, if the settings ask for it; other documents keep the colours of Markdown. */
export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: { legend: { tokenTypes: legend, tokenModifiers: [] }, full: true },
  },
  register: (host) => {
    const compute = ({ textDocument: { uri } }: SemanticTokensParams): SemanticTokens | null => {
      const open = host.documents.get(uri)
      if (open === undefined || !open.settings.highlighting) return null
      const builder = new SemanticTokensBuilder()
      for (const highlight of findHighlights(open.document.report)) {
        const { start, end } = toRange(highlight, open.positions)
        const length = end.character - start.character
        builder.push(start.line, start.character, length, legend.indexOf(types[highlight.kind]), 0)
      }
      // The builder numbers its results, which promises to tell later what has changed since.
      return { data: builder.build().data }
    }
    host.connection.languages.semanticTokens.on((params, token) => {
      const tokens = answer('Semantic tokens', host, compute)(params, token)
      return tokens ?? { data: [] }
    })
  },
}
