import type { PlacedLine } from '../blocks/placedLine.ts'
import { type ActionItem, maxTaskLines, type TaskText } from './actionItem.ts'
import { readColumns, readRowItem } from './actionTable.ts'
import { type Group, valueStart } from './groups.ts'
import { findItemRoles, type ItemRole } from './itemRoles.ts'
import { readListDue, readListTitle } from './listTitle.ts'
import {
  asksForWork,
  hasTaskAfterCategory,
  isAdvice,
  isClosingStep,
  isDetail,
  isExplainedBelow,
  isImperative,
  isLabel,
  isLabelled,
  isNothing,
  isPending,
  skipTaskLabel,
} from './taskWords.ts'
import type { TicketPattern } from './tickets.ts'

/** The lines of a group, told apart by whether they are tasks. */
export interface ItemTasks {
  /** The tasks of its tables. */
  readonly rows: readonly ActionItem[]
  /** The tasks of its lists. */
  readonly tasks: readonly ItemTask[]
  /** The lines that are in neither. */
  readonly plain: readonly PlacedLine[]
}

export interface ItemTask extends TaskText {
  readonly below: PlacedLine[]
  readonly depth: number
}

interface State {
  readonly group: Group
  readonly tickets: TicketPattern
  readonly roles: ReadonlyMap<PlacedLine, ItemRole>
  readonly rows: ActionItem[]
  readonly tasks: ItemTask[]
  readonly plain: PlacedLine[]
  columns: ReturnType<typeof readColumns>
  /** The item that the next lines may go on with; advice and what was done in the incident are items as well. */
  open: ItemTask | null
  title: ReturnType<typeof readListTitle>
  due: ReturnType<typeof readListDue>
}

export function findItemTasks(group: Group, tickets: TicketPattern): ItemTasks {
  const state: State = {
    group,
    tickets,
    roles: findItemRoles(group.lines),
    rows: [],
    tasks: [],
    plain: [],
    columns: readColumns(null),
    open: null,
    title: readListTitle(ownTitle(group)),
    due: readListDue(group.label),
  }
  for (const placed of group.lines) {
    if (placed.line.kind === 'text') readText(placed, state)
    else {
      state.open = null
      readTableLine(placed, state)
    }
  }
  return state
}

/** The heading or label of a group, unless it only names its kind. */
export function ownTitle({ isNamed, label }: Group): PlacedLine | null {
  return isNamed ? null : label
}

function readTableLine(placed: PlacedLine, state: State): void {
  const { line } = placed
  if (line.kind === 'header') state.columns = readColumns(line)
  else if (line.kind === 'row' && !state.title.advice) {
    const isBelowDone = state.title.done || state.group.isDone
    for (const item of readRowItem(placed, state.columns, state.tickets, isBelowDone)) state.rows.push(item)
  }
}

function readText(placed: PlacedLine, state: State): void {
  const { line } = placed
  if (line.quoted || line.text.trim() === '') return
  const role = state.roles.get(placed)
  if (role === 'label') state.open = null
  else if (isTaskDetail(placed, state)) {
    const task = state.open ?? state.tasks.at(-1)
    if (task === undefined) state.plain.push(placed)
    else addBelow(placed, task)
  } else if (role !== undefined) readItem(placed, role, state)
  else if (state.open !== null && line.depth >= state.open.depth) readLineBelow(placed, state.open, state)
  else {
    state.open = null
    state.title = readListTitle(placed)
    state.due = readListDue(placed) ?? readListDue(state.group.label)
    if (line.depth === 0 || state.roles.size === 0) state.plain.push(placed)
  }
}

function addBelow(placed: PlacedLine, { below }: ItemTask): void {
  if (below.length < maxTaskLines) below.push(placed)
}

function readItem(placed: PlacedLine, role: ItemRole, state: State): void {
  const { line } = placed
  const { group, title, open, due } = state
  if (open !== null && isExplanation(placed, open)) {
    addBelow(placed, open)
    return
  }
  const from = Math.max(valueStart(placed), skipTaskLabel(line.text))
  const isBelowDone = (title.done || group.isDone) && line.item?.done !== false && !isPending(line.text)
  const isDone = role === 'done' || isBelowDone
  const { owner } = title
  const item = { placed, from, below: [], depth: line.depth, owner, due, ...(isDone && { done: true }) }
  state.open = item
  if (role !== 'response' && !title.advice && isToDo(placed, group)) state.tasks.push(item)
}

/** A line below an item goes on with it, or is a task of its own. */
function readLineBelow(placed: PlacedLine, item: ItemTask, state: State): void {
  const from = startOfOwnTask(placed, item)
  if (from === null) {
    addBelow(placed, item)
    return
  }
  const { group, tasks, title } = state
  if (tasks.at(-1) === item && isLabel(item.placed.line.text) && placed.line.item === null) tasks.pop()
  const own = { ...item, placed, from, below: [] }
  state.open = own
  if (!title.advice && isToDo(placed, group)) tasks.push(own)
}

/** Bullets after "3. We plan to add metrics for:" are about that task, although they are not indented. */
function isExplanation({ line }: PlacedLine, { placed, below }: ItemTask): boolean {
  const last = (below.at(-1) ?? placed).line
  if (placed.line.item?.marker !== 'number' || line.item === null || line.item.marker === 'number')
    return false
  return last.item === null || last === placed.line ? isExplainedBelow(last.text) : last.depth === line.depth
}

/**
 * A line of an item that is a task of its own: one after a sign that Markdown does not take for a bullet, below a
 * title, one without its bullet among others that each have a label, or one with a checkbox below one that has one.
 * Null for any other line.
 */
function startOfOwnTask({ line }: PlacedLine, { placed, from, depth }: ItemTask): number | null {
  const isTicked = line.item?.done != null && placed.line.item?.done != null
  if (isTicked && (isLabel(placed.line.text) || placed.line.depth > depth)) return 0
  if (line.item !== null || line.opens) return null
  const sign = bulletSign.exec(line.text)?.[0].length ?? 0
  const isBelowTitle = isLabel(placed.line.text) || bulletSign.test(placed.line.text)
  if (sign > 0) return isBelowTitle ? sign : null
  return isLabelled(line.text) && isLabelled(placed.line.text.slice(from)) && isImperative(line.text)
    ? 0
    : null
}

const bulletSign = /^\s{0,8}[—–•‣▪●◦]\s{1,3}(?=\S)/

/** False for an item that is in the list, but no task. */
function isToDo({ line: { text, item } }: PlacedLine, { isOfChecks }: Group): boolean {
  if (isNothing(text) || isAdvice(text)) return false
  return item?.done == null ? !isOfChecks || asksForWork(text) : !isClosingStep(text)
}

/** "Owner: …" below a task, whether or not it is indented or in a list of its own. */
function isTaskDetail({ line }: PlacedLine, { group, open, tasks }: State): boolean {
  if (!isDetail(line.text) || (line.item !== null && hasTaskAfterCategory(line.text))) return false
  return open !== null || tasks.length > 0 || ownTitle(group) !== null || line.item !== null
}
