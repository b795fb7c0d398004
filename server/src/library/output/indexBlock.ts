import type { Incident } from '../incident.ts'
import { type Column, columns } from './cells.ts'
import { escapeMarkdown, writeLink } from './markdown.ts'
import { filledColumns } from './overviewMarkdown.ts'

/** The lines between which the table is kept. */
export const indexStart = '<!-- postmortem-index -->'
export const indexEnd = '<!-- end of postmortem-index -->'

/** The new text of the file, or the sentences that say why there is none. */
export type UpdatedIndex = { readonly text: string } | { readonly trouble: string }

/** The place is between both lines, in this order, outside code blocks. */
export function updateIndex(
  text: string,
  incidents: readonly Incident[],
  pathOf: (file: string) => string,
): UpdatedIndex {
  const place = findPlace(text)
  if (place === null)
    return {
      trouble: `There is no place for the table. Add these two lines: ${indexStart} and ${indexEnd}`,
    }
  const existing = text.slice(place.start, place.end)
  const unknown = readHeader(existing).find((name) => findColumn(name) === undefined)
  if (unknown !== undefined) {
    const titles = columns.map(({ title }) => title).join(', ')
    return { trouble: `The column "${unknown}" is not one of ${titles}.` }
  }
  const lineEnding = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const lines = writeIndex(existing, incidents, pathOf)
  // Blank lines keep the comments from swallowing the table.
  const block = ['', ...lines, '', ''].join(lineEnding)
  return { text: text.slice(0, place.start) + block + text.slice(place.end) }
}

/** From the end of the first marker's line to the start of the second one's. */
function findPlace(text: string): { readonly start: number; readonly end: number } | null {
  let start: number | null = null
  let fence: string | null = null
  for (const match of text.matchAll(/([^\r\n]*)(\r\n?|\n?)/g)) {
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
  const lines = filledLines(existing)
  const bullet = /^\s{0,3}([-*+])\s/.exec(lines[0] ?? '')?.[1]
  if (bullet !== undefined) return incidents.map((each) => writeItem(each, bullet, pathOf))
  const header = readHeader(existing).flatMap((name) => findColumn(name) ?? [])
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

function filledLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
}

/** The names of the columns that the table already has; none without a table. */
function readHeader(existing: string): readonly string[] {
  const line = filledLines(existing)[0]?.trim() ?? ''
  if (!line.startsWith('|')) return []
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
  return cells.slice(1, cells.at(-1) === '' ? -1 : undefined)
}

function findColumn(name: string): Column | undefined {
  return columns.find(({ title }) => title.toLowerCase() === name.toLowerCase())
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
