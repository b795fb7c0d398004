import { findDate } from '../../time/written/findTimes.ts'
import { lineRange, type PlacedLine, passage } from '../blocks/placedLine.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { findTickets, type TicketPattern } from './tickets.ts'

/** A task with what its author says about it. */
export interface ActionItem extends Range {
  readonly text: Passage
  readonly form: 'item' | 'row' | 'line'
  /** The end of the text, where details can be added. */
  readonly textEnd: number
  /** The cells of a row for these details; empty for other forms. */
  readonly blanks: Partial<Readonly<Record<'owner' | 'due' | 'ticket', Range>>>
  readonly done: boolean
  /** True if it has a checkbox or a state that can be set. */
  readonly checkable: boolean
  readonly owner: Passage | null
  readonly due: Passage | null
  readonly ticket: Passage | null
}

const ownerPatterns: readonly RegExp[] = [
  /\b(?:owner|assignee|assigned to|assigned|responsible|dri|owned by)\s?[:=-]?\s{1,2}(\{\{[^{}]{1,60}\}\}|[@\p{L}][\p{L}\p{N}@._ /-]{1,40}?)(?=[),;.\]|]|\s[-–—]|$)/iu,
  /(?<![\p{L}\p{N}.])(@[A-Za-z][\w/-]{0,38})/u,
  /[([]\s?([@\p{Lu}][\p{L}.'-]{1,20}(?:[ ,/&]{1,3}\p{Lu}[\p{L}.'-]{0,20}){0,2})\s?[)\]]\s?\.?$/u,
  /^\[([\p{Lu}][\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{0,20})?)\]/u,
]

const duePatterns: readonly RegExp[] = [
  /\b(?:due(?: date| by)?|deadline|eta|target(?: date)?|complete by|completion)\s?[:=-]?\s{0,2}([^,;()[\]|]{2,30})/i,
  /\bby (?:the )?((?:end of [^,;.()]{2,20}|next (?:week|month|sprint|quarter)|q[1-4](?: \d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow))\b/i,
  /[([]\s?(q[1-4](?: \d{4})?|\d{1,2} (?:days?|weeks?|months?)|sprint \d{1,3})\s?[)\]]/i,
]

const ticketPlaceholder = /\{\{ticket[^{}]{0,60}\}\}/
const ticketAddress =
  /\/(?:issues?|pull|pulls|merge_requests|browse|tickets?|tasks?|work_items|bugs?)\/|bugzilla|atlassian\.net|linear\.app|show_bug/i

/** `below` are the lines that continue the item or add details to it. */
export function readActionItem(
  placed: PlacedLine,
  tickets: TicketPattern,
  from = 0,
  below: readonly PlacedLine[] = [],
): ActionItem {
  const { line } = placed
  const own = readDetails(placed, tickets, from)
  const more = below.map((each) => readDetails(each, tickets, 0))
  const firstOf = (detail: keyof Details) =>
    own[detail] ?? more.find((each) => each[detail])?.[detail] ?? null
  const text = line.text.slice(from)
  const written = /^\s*\[([ xX])\]\s/.exec(text)
  const done =
    line.item?.done ??
    (written === null
      ? /^\s*(?:✅|☑|✔)/u.test(text) || /\b(?:\(done\)|\[done\])/i.test(text)
      : written[1] !== ' ')
  return {
    ...lineRange(placed),
    text: passage(placed, from + (written?.[0].length ?? 0)),
    done,
    checkable: line.item?.done != null || written !== null,
    form: line.item === null ? 'line' : 'item',
    textEnd: findTextEnd(placed, below),
    blanks: {},
    owner: firstOf('owner'),
    due: firstOf('due'),
    ticket: firstOf('ticket'),
  }
}

type Details = Pick<ActionItem, 'owner' | 'due' | 'ticket'>

function readDetails(placed: PlacedLine, tickets: TicketPattern, from: number): Details {
  return {
    owner: findFirst(placed, from, ownerPatterns),
    due: findFirst(placed, from, duePatterns) ?? findDueDate(placed, from),
    ticket: findTicket(placed, tickets, from),
  }
}

/** The end of the last line of its first paragraph. */
function findTextEnd(placed: PlacedLine, below: readonly PlacedLine[]): number {
  const next = below.findIndex(({ line }) => line.item !== null || line.opens || line.kind !== 'text')
  const last = below[(next === -1 ? below.length : next) - 1] ?? placed
  return lineRange(last).end
}

function findFirst(placed: PlacedLine, from: number, patterns: readonly RegExp[]): Passage | null {
  const text = placed.line.text.slice(from)
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const value = match?.[1]
    if (match == null || value === undefined) continue
    const start = from + match.index + match[0].lastIndexOf(value)
    return passage(placed, start, start + value.length)
  }
  return null
}

/** A date after "by", or in brackets. */
function findDueDate(placed: PlacedLine, from: number): Passage | null {
  const date = findDate(placed.line.text.slice(from))
  if (date === null) return null
  const before = placed.line.text.slice(0, from + date.start)
  if (!/(?:\bby|\bbefore|\buntil|[([])\s{0,2}$/i.test(before)) return null
  return passage(placed, from + date.start, from + date.end)
}

export function findTicket(placed: PlacedLine, tickets: TicketPattern, from = 0): Passage | null {
  const text = placed.line.text.slice(from)
  const placeholder = ticketPlaceholder.exec(text)
  if (placeholder !== null) {
    const start = from + placeholder.index
    return passage(placed, start, start + placeholder[0].length)
  }
  const [reference] = findTickets(text, tickets)
  if (reference !== undefined) return passage(placed, from + reference.start, from + reference.end)
  const link = placed.line.links.find((address) => ticketAddress.test(address))
  if (link === undefined) return null
  return { text: link, ...lineRange(placed) }
}
