import type { PlacedLine } from '../blocks/placedLine.ts'
import { withComputed } from '../lines/computed.ts'
import { type Cell, cellStarts, isStruckOut, type Line, sourceOffset } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { type ActionItem, readActionItem } from './actionItem.ts'
import { dateAtStart, findTicket } from './details.ts'
import { endsDone, isNothing } from './taskWords.ts'
import type { TicketPattern } from './tickets.ts'

/** `date` is a date that may be the one by which the task is due. */
type Column = 'text' | 'owner' | 'due' | 'date' | 'ticket' | 'state' | 'other'

const columnNames: readonly (readonly [Column, RegExp])[] = [
  [
    'owner',
    /(?<!\p{L})(?:owners?|who|assignees?|assigned|responsible|dri|lead|team|dueño|respons[aá](?:ble|vel)|verantwortlich(?:er?)?|zuständig)(?!\p{L})/iu,
  ],
  [
    'due',
    /(?<!\p{L})(?:due|deadline|eta|target|by when|completion|fecha l[ií]mite|plazo|prazo|[ée]ch[ée]ance|d[ée]lai|f[äa]e?llig(?:keit)?|frist|bis wann)(?!\p{L})/iu,
  ],
  ['date', /\b(?:when|date|time ?line|time ?frame)\b|^\W*(?:day|week|sprint)\W*$/i],
  ['ticket', /\b(?:bugs?|tickets?|issues?|jira|links?|prs?|reference|tracking)\b/i],
  ['state', /\b(?:status|state|done|progress|completed?)\b/i],
  [
    'text',
    /(?<!\p{L})(?:actions?|items?|tasks?|descriptions?|measures?|follow-?ups?|what|todo|improvements?|work|event|acci[óo]n|a[çc][ãa]o|tarea|tarefa|t[âa]che|ma(?:ß|ss)nahme|aufgabe)(?!\p{L})/iu,
  ],
]

/** A date of something else than the end of the task. */
const otherDate = /\b(?:creat|add|open|rais|start|report|updat|logg|identifi|found|modifi)\w{0,4}\b/i

const closed =
  /^\W*(?:done|complete|completed|closed|yes|x\b|fixed|resolved|merged|shipped|deployed|finished|implemented|won['’]?t\b|wont ?fix|cancel|reject|declined|obsolete|superseded|duplicate|dropped|abandoned|n\/a|not needed|historical|(?:process )?(?:note|guidance)\b)/iu

const closedAlone = /^\W*(?:done|completed|closed|fixed|resolved|merged)\W*$/i
const stateAlone =
  /^\W*(?:done|completed|closed|fixed|resolved|merged|open|todo|to do|wip|in progress|pending|tbd)\W*$/i

/** True if a table with these columns can only be one of tasks: a task, and who does it or where it is tracked. */
export function hasTaskColumns({ cells }: Line): boolean {
  const names = cells.map((cell) => cell.text)
  return (
    names.some((name) => /^\W*(?:action(?: items?)?|actions|tasks?|to-?dos?|follow-?ups?)\W*$/i.test(name)) &&
    names.some((name) =>
      /^\W*(?:(?:action )?owners?|assignees?|assigned to|due(?: date)?|deadline|tickets?|bugs?|issues?|jira)\W*$/i.test(
        name,
      ),
    ) &&
    !names.some((name) => /\btime\b(?! ?(?:line|frame))/i.test(name))
  )
}

/** Tells the columns apart by their names in the header; empty without a header. */
export function readColumns(header: Line | null): readonly Column[] {
  if (header === null) return []
  const columns = header.cells.map((cell): Column => {
    const found = columnNames.find(([, pattern]) => pattern.test(cell.text))?.[0] ?? 'other'
    return found === 'date' && otherDate.test(cell.text) ? 'other' : found
  })
  const text = columns.indexOf('text')
  return columns.map((column, index) => (column === 'text' && index !== text ? 'other' : column))
}

export function readRowItem(
  placed: PlacedLine,
  columns: readonly Column[],
  tickets: TicketPattern,
  isBelowDone = false,
): readonly ActionItem[] {
  const cell = (column: Column): Passage | null => {
    const index = columns.indexOf(column)
    return index === -1 ? null : cellPassage(placed, placed.line.cells[index])
  }
  const text = cell('text') ?? cellPassage(placed, placed.line.cells[0])
  if (text === null || isNothing(text.text)) return []
  const whole = readActionItem({ placed, from: 0 }, tickets)
  const state = cell('state')
  const ticket = cell('ticket')
  const isDated = columns.includes('due') || columns.includes('date')
  const due = isDated ? (cell('due') ?? cell('date')) : (whole.due ?? cellOfTime(placed))
  const { range } = placed
  const described = describingCell(placed, columns)
  const item = {
    text,
    continuation: '',
    form: 'row',
    blanks: findBlanks(placed, columns),
    done:
      isTextStruckOut(placed.line, columns) ||
      (state === null
        ? isBelowDone ||
          placed.line.cells.some((each) => closedAlone.test(each.text)) ||
          /^\s*(?:✅|☑|✔)/u.test(text.text) ||
          [text, due].some((each) => each !== null && endsDone(each.text))
        : closed.test(state.text) || /✅|☑|✔/u.test(state.text)),
    checkable: state !== null,
    owner: columns.includes('owner') ? cell('owner') : whole.owner,
    due,
    dueDate: isDated ? due && dateAtStart(due.text) : whole.dueDate,
    isDeadline: isDated ? cell('due') !== null : whole.isDeadline,
    ticket: ticket === null || stateAlone.test(ticket.text) ? findTicket(placed, tickets) : ticket,
  } as const
  const ends = { start: () => range.start, end: () => range.end, textEnd: () => described.end }
  return [withComputed(item, ends)]
}

function isTextStruckOut(line: Line, columns: readonly Column[]): boolean {
  const index = Math.max(columns.indexOf('text'), 0)
  const start = cellStarts(line)[index] ?? 0
  return isStruckOut(line, start, start + (line.cells[index]?.text.length ?? 0))
}

/** A cell that is nothing but a time to come, whatever its column is called. */
function cellOfTime(placed: PlacedLine): Passage | null {
  return cellPassage(
    placed,
    placed.line.cells.find(({ text }) => timeAlone.test(text)),
  )
}

const timeAlone =
  /^\W{0,4}(?:(?:this|next) (?:week|month|sprint|quarter|half|release|session)|[qh][1-4](?: \d{4})?)\W{0,4}$/i

/** The cell that describes the task, or the line if it has no cells. */
function describingCell(placed: PlacedLine, columns: readonly Column[]): Range {
  const cell = placed.line.cells[Math.max(columns.indexOf('text'), 0)]
  return cell === undefined ? placed.range : cellRange(placed, cell)
}

function cellRange(placed: PlacedLine, { start, end }: Cell): Range {
  return placed.passageAs('', start, end)
}

function findBlanks(placed: PlacedLine, columns: readonly Column[]): ActionItem['blanks'] {
  const blanks: { -readonly [Name in keyof ActionItem['blanks']]: Range } = {}
  for (const name of ['owner', 'due', 'ticket'] as const) {
    const index = name === 'due' && !columns.includes(name) ? columns.indexOf('date') : columns.indexOf(name)
    const cell = index === -1 ? undefined : placed.line.cells[index]
    if (cell !== undefined) blanks[name] = cellRange(placed, cell)
  }
  return blanks
}

function cellPassage(placed: PlacedLine, cell: Cell | undefined): Passage | null {
  const text = cell?.text.trim() ?? ''
  if (cell === undefined || text === '' || /^[-–—?]+$/.test(text)) return null
  const start = sourceOffset(cell, 0)
  return placed.passageAs(text, start, Math.max(start, cell.end))
}
