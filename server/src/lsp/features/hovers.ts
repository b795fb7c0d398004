import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from 'vscode-languageserver'
import { findSectionHover, type SectionHover } from '../../features/sectionHover.ts'
import { findTimeHover, type TimeFact } from '../../features/zones/timeHover.ts'
import { say, sayText } from '../../language/sentence.ts'
import type { Tell } from '../../language/tell.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'

/** What is known of the time under the pointer, or what belongs into the section whose title is there. */
export const hovers: Feature = {
  capabilities: { hoverProvider: true },
  register: (host) => {
    const compute = ({ textDocument, position }: HoverParams): Hover | null => {
      const entry = host.documents.get(textDocument.uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      const offset = markdown.offsetAt(position)
      const kind = host.abilities().markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText
      const time = findTimeHover(report, offset, readerZone())
      if (time !== null)
        return { range: toRange(time.range, markdown), contents: writeFacts(time.facts, kind, host.tell) }
      const section = findSectionHover(report, offset)
      if (section === null) return null
      return { range: toRange(section.range, markdown), contents: writeSection(section, kind, host.tell) }
    }
    host.connection.onHover(answer('The hover', host, compute))
  },
}

/** The server runs where the editor does, or on the machine that the reader works on. */
function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function writeFacts(facts: readonly TimeFact[], kind: MarkupKind, tell: Tell): MarkupContent {
  const lines = facts.map(({ name, value }) =>
    kind === MarkupKind.Markdown
      ? `- **${tell(name)}:** ${escapeMarkdown(tell(value))}`
      : `${tell(name)}: ${tell(value)}`,
  )
  return { kind, value: lines.join('\n') }
}

function writeSection(
  { title, template, guidance, words, required }: SectionHover,
  kind: MarkupKind,
  tell: Tell,
): MarkupContent {
  const isMarkdown = kind === MarkupKind.Markdown
  const clean = isMarkdown ? escapeMarkdown : (text: string) => text
  const name = isMarkdown ? `**${clean(title)}**` : title
  const need = required
    ? say`required in the template ${clean(template)}`
    : say`optional in the template ${clean(template)}`
  const length = words === 1 ? say`1 word` : say`${words} words`
  return { kind, value: `${name} (${tell(need)}) · ${tell(length)}\n\n${clean(tell(sayText(guidance)))}` }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&')
}
