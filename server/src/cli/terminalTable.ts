import { largest } from '../lists/extremes.ts'
import { displayWidth } from './reporters/displayWidth.ts'
import { toVisible } from './reporters/visible.ts'
import type { Terminal } from './terminal.ts'

const gap = 2
const minShortened = 16
/** Only where there is no other way. */
const leastShortened = 8

/** Aligns the columns. Where the terminal is too narrow, the widest columns are shortened. */
export function writeTerminalTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { columns }: Pick<Terminal, 'columns'>,
): string {
  const visible = [header, ...rows].map((row) => row.map((cell) => toVisible(cell.replaceAll('\t', ' '))))
  const widths = header.map((_, index) => largest(visible.map((row) => widthOf(row[index] ?? ''))))
  if (columns !== null) {
    narrow(widths, columns, minShortened)
    narrow(widths, columns, leastShortened)
  }
  const lines = visible.map((row) =>
    row
      .map((cell, index) => pad(shorten(cell, widths[index] ?? 0), widths[index] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

export interface TerminalTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table without the columns that the terminal has no room for, in the order in which they leave. */
export function fitColumns<Column extends { readonly leaves?: number }>(
  columns: readonly Column[],
  tableOf: (columns: readonly Column[]) => TerminalTable,
  terminal: Pick<Terminal, 'columns'>,
): TerminalTable {
  const leaving = columns
    .filter(({ leaves }) => leaves !== undefined)
    .sort((one, other) => (one.leaves ?? 0) - (other.leaves ?? 0))
  let table = tableOf(columns)
  for (let gone = 1; gone <= leaving.length && !fitsTerminal(table, terminal); gone += 1) {
    const left = new Set(leaving.slice(gone))
    table = tableOf(columns.filter((each) => each.leaves === undefined || left.has(each)))
  }
  return table
}

/** True if the table fits into the terminal, with cells that may be shortened. */
function fitsTerminal({ header, rows }: TerminalTable, { columns }: Pick<Terminal, 'columns'>): boolean {
  if (columns === null) return true
  const widths = header.map((_, index) =>
    Math.min(minShortened, largest([header, ...rows].map((row) => widthOf(toVisible(row[index] ?? ''))))),
  )
  return widths.reduce((sum, width) => sum + width + gap, -gap) <= columns
}

function narrow(widths: number[], columns: number, least: number): void {
  let excess = widths.reduce((sum, width) => sum + width + gap, -gap) - columns
  for (; excess > 0; excess -= 1) {
    const widest = Math.max(...widths)
    if (widest <= least) return
    widths[widths.indexOf(widest)] = widest - 1
  }
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += displayWidth(character)
  return width
}

function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += displayWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
