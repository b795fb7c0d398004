import type { MarkdownDocument } from '../markdown/document.ts'
import type { Passage, Section, TimelineEntry } from './report.ts'

/**
 * The text that holds the entries, byte for byte: from the line of the first one to the end of the section of
 * the last one, because code and quotations below an entry belong to it although no entry reaches over them.
 */
export function findTimelineSource(
  entries: readonly TimelineEntry[],
  sections: readonly Section[],
  document: MarkdownDocument,
): Passage {
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return { text: '', start: 0, end: 0 }
  const { line } = document.positionAt(first.start)
  const start = document.offsetAt({ line, character: 0 })
  const holders = sections.filter((section) => section.start <= last.start && last.end <= section.end)
  const end = Math.max(last.end, Math.min(document.length, ...holders.map((section) => section.end)))
  return { text: document.slice(start, end), start, end }
}
