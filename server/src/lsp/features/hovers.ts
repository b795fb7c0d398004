import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from 'vscode-languageserver'
import { findSectionHover, type SectionHover } from '../../features/sectionHover.ts'
import { findTimeHover, type TimeFact } from '../../features/zones/timeHover.ts'
import { sentence, sentenceOf } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import { answer, type Feature } from '../feature.ts'
import { type Positions, toRange } from '../positions.ts'
import { explainFrontMatterKey } from './formCompletion.ts'

/** Explains the time or the front matter key under the pointer, or what belongs in the section whose title is there. */
export const hovers: Feature = {
  capabilities: { hoverProvider: true },
  register: (host) => {
    const compute = ({ textDocument, position }: HoverParams): Hover | null => {
      const open = host.documents.get(textDocument.uri)
      if (open === undefined) return null
      const { positions, document } = open
      const { report } = document
      const offset = positions.offsetAt(position)
      const kind = host.support.markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText
      if (report.frontMatter !== null && offset <= report.frontMatter.end)
        return explainKey(report.frontMatter, offset, positions, host.translate)
      const time = findTimeHover(report, offset, readerZone())
      if (time !== null)
        return {
          range: toRange(time.range, positions),
          contents: writeFacts(time.facts, kind, host.translate),
        }
      const section = findSectionHover(report, offset)
      if (section === null) return null
      return {
        range: toRange(section.range, positions),
        contents: writeSection(section, kind, host.translate),
      }
    }
    host.connection.onHover(answer('The hover', host, compute))
  },
}

function explainKey(
  { text, start }: Passage,
  offset: number,
  positions: Positions,
  translate: Translate,
): Hover | null {
  const found = offset < start ? null : explainFrontMatterKey(text, offset - start)
  if (found === null) return null
  const at = start + found.start
  return {
    range: toRange({ start: at, end: at + found.key.length }, positions),
    contents: { kind: MarkupKind.PlainText, value: translate(sentenceOf(found.description)) },
  }
}

/** The server runs on the reader's machine or in their browser, so its zone is the reader's. */
function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function writeFacts(facts: readonly TimeFact[], kind: MarkupKind, translate: Translate): MarkupContent {
  const lines = facts.map(({ name, value }) =>
    kind === MarkupKind.Markdown
      ? `- **${translate(name)}:** ${escapeMarkdown(translate(value))}`
      : `${translate(name)}: ${translate(value)}`,
  )
  return { kind, value: lines.join('\n') }
}

function writeSection(
  { title, template, guidance, words, required }: SectionHover,
  kind: MarkupKind,
  translate: Translate,
): MarkupContent {
  const isMarkdown = kind === MarkupKind.Markdown
  const clean = isMarkdown ? escapeMarkdown : (text: string) => text
  const name = isMarkdown ? `**${clean(title)}**` : title
  const need = required
    ? sentence`required in the template ${clean(template)}`
    : sentence`optional in the template ${clean(template)}`
  const length = words === 1 ? sentence`1 word` : sentence`${words} words`
  return {
    kind,
    value: `${name} (${translate(need)}) · ${translate(length)}\n\n${clean(translate(sentenceOf(guidance)))}`,
  }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&')
}
