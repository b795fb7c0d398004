import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from 'vscode-languageserver'
import { findTimeHover, type TimeFact } from '../features/timeHover.ts'
import { toRange } from './convert.ts'
import { answer, type Feature } from './feature.ts'

/** What is known of the time under the pointer. */
export const hovers: Feature = {
  capabilities: { hoverProvider: true },
  register: (host) => {
    const compute = ({ textDocument, position }: HoverParams): Hover | null => {
      const entry = host.documents.get(textDocument.uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      const hover = findTimeHover(report, markdown.offsetAt(position), readerZone())
      if (hover === null) return null
      const kind = host.abilities().markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText
      return { range: toRange(hover.range, markdown), contents: writeFacts(hover.facts, kind) }
    }
    host.connection.onHover(answer('The hover', host, compute))
  },
}

/** The server runs where the editor does, or on the machine that the reader works on. */
function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function writeFacts(facts: readonly TimeFact[], kind: MarkupKind): MarkupContent {
  const lines = facts.map(({ name, value }) =>
    kind === MarkupKind.Markdown ? `- **${name}:** ${escapeMarkdown(value)}` : `${name}: ${value}`,
  )
  return { kind, value: lines.join('\n') }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&')
}
