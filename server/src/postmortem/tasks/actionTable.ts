import type { PlacedLine } from '../blocks/placedLine.ts'
import { type Cell, type Line, sourceOffset } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { type ActionItem, findTicket, readActionItem } from './actionItem.ts'
import type { TicketPattern } from './tickets.ts'

type Column = 'text' | 'owner' | 'due' | 'ticket' | 'state' | 'other'

const columnNames: readonly (readonly [Column, RegExp])[] = [
  ['owner', /\b(?:owners?|who|assignees?|assigned|responsible|dri|lead|team)\b/i],
  ['due', /\b(?:due|deadline|eta|target|when|by when|date|timeline)\b/i],
  ['ticket', /\b(?:bugs?|tickets?|issues?|jira|links?|prs?|reference|tracking)\b/i],
  ['state', /\b(?:status|state|done|progress|completed?)\b/i],
  [
    'text',
    /\b(?:actions?|items?|tasks?|descriptions?|measures?|follow-?ups?|what|todo|improvements?|work|event)\b/i,
  ],
]

/** Tells the columns apart by their names in the header; empty without a header. */
export function readColumns(header: Line | null): readonly Column[] {
  if (header === null) return []
  const columns = header.cells.map(
    (cell): Column => columnNames.find(([, pattern]) => pattern.test(cell.text))?.[0] ?? 'other',
  )
  const text = columns.indexOf('text')
  return columns.map((column, index) => (column === 'text' && index !== text ? 'other' : column))
}

export function readRowItem(
  placed: PlacedLine,
  columns: readonly Column[],
  tickets: TicketPattern,
): readonly ActionItem[] {
  const cell = (column: Column): Passage | null => {
    const index = columns.indexOf(column)
    return index === -1 ? null : cellPassage(placed, placed.line.cells[index])
  }
  const text = cell('text') ?? cellPassage(placed, placed.line.cells[0])
  if (text === null) return []
  const whole = readActionItem(placed, tickets)
  const state = cell('state')
  return [
    {
      ...whole,
      text,
      form: 'row',
      textEnd: findTextEnd(placed, columns),
      blanks: findBlanks(placed, columns),
      done:
        state !== null &&
        /^(?:done|complete|completed|closed|yes|x|✅|✔|fixed|resolved|merged)\b|✅|✔/iu.test(state.text),
      checkable: state !== null,
      owner: columns.includes('owner') ? cell('owner') : whole.owner,
      due: columns.includes('due') ? cell('due') : whole.due,
      ticket: cell('ticket') ?? findTicket(placed, tickets),
    },
  ]
}

/** The end of the cell that describes the task. */
function findTextEnd({ line, base }: PlacedLine, columns: readonly Column[]): number {
  return base + (line.cells[Math.max(columns.indexOf('text'), 0)]?.end ?? line.end)
}

function findBlanks({ line, base }: PlacedLine, columns: readonly Column[]): ActionItem['blanks'] {
  const blanks: { -readonly [Name in keyof ActionItem['blanks']]: Range } = {}
  for (const name of ['owner', 'due', 'ticket'] as const) {
    const index = columns.indexOf(name)
    const cell = index === -1 ? undefined : line.cells[index]
    if (cell !== undefined) blanks[name] = { start: base + cell.start, end: base + cell.end }
  }
  return blanks
}

function cellPassage(placed: PlacedLine, cell: Cell | undefined): Passage | null {
  const text = cell?.text.trim() ?? ''
  if (cell === undefined || text === '' || /^[-–—?]+$/.test(text)) return null
  const start = placed.base + sourceOffset(cell, 0)
  return { text, start, end: Math.max(start, placed.base + cell.end) }
}
