import type { WrittenDate } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { withComputed } from '../lines/computed.ts'
import { isStruckOut } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { readDetails } from './details.ts'
import { endsDone, isDetail, isDone } from './taskWords.ts'
import type { TicketPattern } from './tickets.ts'

/** A task with what its author says about it. */
export interface ActionItem extends Range {
  readonly text: Passage
  /** The lines of its paragraph after the first, joined; empty for most. */
  readonly continuation: string
  /** `part` is a piece of a line, or text that a bullet would not turn into an item. */
  readonly form: 'item' | 'row' | 'line' | 'part'
  /** The end of the text, where details can be added. */
  readonly textEnd: number
  /** The cells of a row for these details; empty for other forms. */
  readonly blanks: Partial<Readonly<Record<'owner' | 'due' | 'ticket', Range>>>
  readonly done: boolean
  /** True if it has a checkbox or a state that can be set. */
  readonly checkable: boolean
  readonly owner: Passage | null
  readonly due: Passage | null
  /** The date that `due` begins with, with offsets into its text. */
  readonly dueDate: WrittenDate | null
  /** True if the author says that this is when the task is due; false for a date that may be another one. */
  readonly isDeadline: boolean
  readonly ticket: Passage | null
}

/** No task is described in more lines than this. */
export const maxTaskLines = 40

/** Where the text of a task is: the characters of a line, and the lines that continue it or add details. */
export interface TaskText {
  readonly placed: PlacedLine
  readonly from: number
  /** The end of the line by default. */
  readonly to?: number
  readonly below?: readonly PlacedLine[]
  /** True if it is not a whole line or paragraph of its own. */
  readonly isPart?: boolean
  readonly done?: boolean
  /** True if it ends where its sentence does, in its last line. */
  readonly isSentence?: boolean
  /** Whoever the list belongs to, unless the task names somebody else. */
  readonly owner?: Passage | null
  /** When all of the list is due, unless the task says something else. */
  readonly due?: Passage | null
}

export function readActionItem(task: TaskText, tickets: TicketPattern): ActionItem {
  const { placed, from, to = placed.line.text.length, below = [], isPart = false } = task
  const { line } = placed
  const own = readDetails(placed, tickets, from, to)
  const details = [own, ...below.map((each) => readDetails(each, tickets))]
  const firstOf = (detail: 'owner' | 'ticket') =>
    details.find((each) => each[detail] !== null)?.[detail] ?? null
  const dated = details.find(({ due }) => due !== null)
  const text = line.text.slice(from, to)
  const written = /^\s*\[([ xX])\]\s/.exec(text)
  const whole = placed.passage(from + (written?.[0].length ?? 0), to)
  const isDoneBelow = below.some((each) => /\b(?:status|state)\s?:\s?done\b/i.test(each.line.text))
  const range = isPart ? whole : placed.range
  const continuing = to < line.text.length ? [] : linesOfText(below)
  const continued = continuing.map((each) => each.line.text).join(' ')
  const last = to < line.text.length ? whole : (continuing.at(-1) ?? placed).range
  const item = {
    text: whole,
    continuation: task.isSentence === true ? firstSentence(continued) : continued,
    done:
      isStruckOut(line, from, to) ||
      (task.done ?? readBox(placed, written, text) ?? (isDone(text) || isDoneBelow)),
    checkable: line.item?.done != null || written !== null,
    form: isPart ? 'part' : line.item === null ? 'line' : 'item',
    blanks: {},
    owner: firstOf('owner') ?? task.owner ?? null,
    due: dated?.due ?? task.due ?? null,
    dueDate: dated?.dueDate ?? null,
    isDeadline: dated?.isDeadline ?? false,
    ticket: firstOf('ticket'),
  } as const
  return withComputed(item, { start: () => range.start, end: () => range.end, textEnd: () => last.end })
}

/** A box may be left empty beside a task that is said to be done; null without one. */
function readBox(
  { line: { item } }: PlacedLine,
  written: RegExpExecArray | null,
  text: string,
): boolean | null {
  const isTicked = item?.done ?? (written === null ? null : written[1] !== ' ')
  return isTicked === null ? null : isTicked || endsDone(text)
}

/** Up to the first sentence end. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?:\s|$)/)
  return end === -1 ? text : text.slice(0, end + 1)
}

/** The lines that continue its first paragraph. */
function linesOfText(below: readonly PlacedLine[]): readonly PlacedLine[] {
  const next = below.findIndex(
    ({ line }) => line.item !== null || line.opens || line.kind !== 'text' || isDetail(line.text),
  )
  return next === -1 ? below : below.slice(0, next)
}
