import type { Incident } from '../incident.ts'
import { type Column, columns } from './cells.ts'
import { escapeMarkdown, writeLink } from './markdown.ts'
import { filledColumns } from './overviewMarkdown.ts'

/** The lines between which the table is kept. */
export const indexStart = '<!-- postmortem-index -->'
export const indexEnd = '<!-- end of postmortem-index -->'

/** Null if the text does not have both lines, in this order, outside code blocks. */
export function updateIndex(
  text: string,
  incidents: readonly Incident[],
  pathOf: (file: string) => string,
): string | null {
  const place = findPlace(text)
  if (place === null) return null
  const lineEnding = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const lines = writeIndex(text.slice(place.start, place.end), incidents, pathOf)
  // Blank lines keep the comments from swallowing the table.
  const block = ['', ...lines, '', ''].join(lineEnding)
  return text.slice(0, place.start) + block + text.slice(place.end)
}

/** From the end of the first marker's line to the start of the second one's. */
function findPlace(text: string): { readonly start: number; readonly end: number } | null {
  let start: number | null = null
  let fence: string | null = null
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const line = (match[1] ?? '').trim()
    const [mark] = /^(?:`{3,}|~{3,})/.exec(line) ?? []
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null
    } else if (mark !== undefined) fence = mark
    else if (line === indexStart) start = match.index + match[0].length
    else if (line === indexEnd && start !== null) return { start, end: match.index }
    if (match[0] === '') break
  }
  return null
}

/**
 * In the style of what is there: a list stays a list with its bullets, a table keeps its columns, and aligned columns
 * stay aligned. Nothing in it depends on the day, so it is out of date only if a report changed.
 */
function writeIndex(
  existing: string,
  incidents: readonly Incident[],
  pathOf: (file: string) => string,
): readonly string[] {
  const lines = existing.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const bullet = /^\s{0,3}([-*+])\s/.exec(lines[0] ?? '')?.[1]
  if (bullet !== undefined) return incidents.map((each) => writeItem(each, bullet, pathOf))
  const header = lines[0]?.trim().startsWith('|') ? readHeader(lines[0]) : []
  const shown = header.length > 0 ? header : filledColumns(incidents, never)
  const rows = [
    shown.map(({ title }) => title),
    ...incidents.map((incident) =>
      shown.map((column) =>
        column.title === 'Incident'
          ? writeLink(incident.title, pathOf(incident.file))
          : escapeMarkdown(column.text(incident, never)),
      ),
    ),
  ]
  const isAligned = lines.length > 2 && new Set(lines.map((line) => line.trim().length)).size === 1
  return writeRows(rows, isAligned)
}

/** Before any date, so that no task is overdue. */
const never = Number.NEGATIVE_INFINITY

/** The columns that the table has already, as far as they are known. */
function readHeader(line: string): readonly Column[] {
  const names = line.split('|').map((cell) => cell.trim().toLowerCase())
  return names.flatMap((name) => columns.find(({ title }) => title.toLowerCase() === name) ?? [])
}

function writeItem(incident: Incident, bullet: string, pathOf: (file: string) => string): string {
  const others = columns.filter(({ title }) => ['Date', 'Severity', 'Duration'].includes(title))
  const details = others.map((column) => column.text(incident, never)).filter((text) => text !== '')
  const link = writeLink(incident.title, pathOf(incident.file))
  return `${bullet} ${link}${details.length === 0 ? '' : ` (${escapeMarkdown(details.join(', '))})`}`
}

function writeRows(rows: readonly (readonly string[])[], isAligned: boolean): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    isAligned ? Math.max(3, ...rows.map((row) => row[index]?.length ?? 0)) : 0,
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  const [header = [], ...rest] = rows
  return [
    line(header),
    `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`,
    ...rest.map(line),
  ]
}
