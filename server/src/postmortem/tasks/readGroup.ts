import type { PlacedLine } from '../blocks/placedLine.ts'
import { Attached } from '../lines/attached.ts'
import { isSame } from '../lines/isSame.ts'
import type { Passage } from '../lines/passage.ts'
import { type ActionItem, maxTaskLines, readActionItem, type TaskText } from './actionItem.ts'
import { readColumns, readRowItem } from './actionTable.ts'
import { type Group, type GroupKind, valueStart } from './groups.ts'
import { findListedTasks } from './listedTasks.ts'
import { readListDue, readListTitle } from './listTitle.ts'
import { withNamesOfOthers } from './namedByOthers.ts'
import { findPromises } from './promises.ts'
import { readTaskCard } from './taskCard.ts'
import {
  beginsWithParticiple,
  hasTaskAfterCategory,
  introducesParts,
  isAdvice,
  isClosing,
  isClosingStep,
  isCommitment,
  isDetail,
  isDoneLabel,
  isExplainedBelow,
  isImperative,
  isLabel,
  isLabelled,
  isNothing,
  isPending,
  isResponseLabel,
  isUninflected,
  readState,
  skipTaskLabel,
  startsWithTask,
} from './taskWords.ts'
import type { TicketPattern } from './tickets.ts'

export interface ReadGroup {
  readonly kind: GroupKind
  readonly isResponse: boolean
  readonly items: readonly ActionItem[]
  /** Sentences in the prose that say what to do, where nothing is listed. */
  readonly promised: readonly ActionItem[]
  readonly prose: readonly Passage[]
  /** True if something in it may be meant as a task, even if it is not read as one. */
  readonly isPromising: boolean
}

interface OpenTask extends TaskText {
  readonly below: PlacedLine[]
  readonly depth: number
}

interface KnownGroup {
  readonly group: Group
  readonly tickets: TicketPattern
  readonly read: ReadGroup
}

/** What was last read from each group, by the line that it begins with. */
const known = new Attached<PlacedLine, KnownGroup>()

/** A group is read again only if one of its lines is another one. */
export function readGroup(group: Group, tickets: TicketPattern): ReadGroup {
  const first = group.label ?? group.lines[0]
  const before = first && known.get(first)
  if (before !== undefined && before.tickets === tickets && isSame(before.group, group)) return before.read
  const read = readLines(group, tickets)
  if (first !== undefined) known.set(first, { group, tickets, read })
  return read
}

function readLines(group: Group, tickets: TicketPattern): ReadGroup {
  const { kind } = group
  const card = readTaskCard(group, tickets)
  if (card !== null)
    return {
      kind,
      isResponse: false,
      items: [readActionItem(card, tickets)],
      promised: [],
      prose: [],
      isPromising: true,
    }
  const heading = group.isNamed ? null : group.label
  const depths = findItemDepths(group.lines)
  const rows: ActionItem[] = []
  const tasks: OpenTask[] = []
  const plain: PlacedLine[] = []
  let title = readListTitle(heading)
  const dueOfGroup = readListDue(group.label)
  let due = dueOfGroup
  let columns = readColumns(null)
  let open: OpenTask | null = null
  for (const placed of group.lines) {
    const { line } = placed
    if (line.kind === 'header') columns = readColumns(line)
    if (line.kind === 'row') for (const item of readRowItem(placed, columns, tickets)) rows.push(item)
    if (line.kind !== 'text') open = null
    if (line.kind !== 'text' || line.quoted || line.text.trim() === '') continue
    const role = depths.get(placed)
    if (role === 'label') open = null
    else if (isTaskDetail(placed, open, tasks, heading)) {
      const task: OpenTask | undefined = open ?? tasks.at(-1)
      if (task === undefined) plain.push(placed)
      else if (task.below.length < maxTaskLines) task.below.push(placed)
    } else if (role !== undefined) {
      const before: OpenTask | null = open
      if (before !== null && isExplanation(placed, before)) {
        if (before.below.length < maxTaskLines) before.below.push(placed)
        continue
      }
      const from = Math.max(valueStart(placed), skipTaskLabel(line.text))
      const isBelowDone = (title.done || group.isDone) && line.item?.done !== false && !isPending(line.text)
      const isDone = role === 'done' || isBelowDone
      const { owner } = title
      open = { placed, from, below: [], depth: line.depth, owner, due, ...(isDone ? { done: true } : {}) }
      if (role !== 'response' && !title.advice && isToDo(placed)) tasks.push(open)
    } else if (open !== null && line.depth >= open.depth) {
      const before: OpenTask = open
      const from = startOfOwnTask(placed, before)
      if (from !== null) {
        if (tasks.at(-1) === before && isLabel(before.placed.line.text) && line.item === null) tasks.pop()
        open = { ...before, placed, from, below: [] }
        if (!title.advice && isToDo(placed)) tasks.push(open)
      } else if (before.below.length < maxTaskLines) before.below.push(placed)
    } else {
      open = null
      title = readListTitle(placed)
      due = readListDue(placed) ?? dueOfGroup
      if (line.depth === 0 || depths.size === 0) plain.push(placed)
    }
  }
  const named = nameByHeading(heading, kind, rows.length + tasks.length, plain)
  const listed =
    rows.length + tasks.length > 0 || named !== null ? [] : findListedTasks(plain, kind === 'tasks')
  const used = new Set(listed.flatMap(({ placed, below = [] }) => [placed, ...below]))
  const prose = plain.filter((placed) => !used.has(placed) && !isClosing(placed.line.text))
  const found = [
    ...(named === null ? [] : [named]),
    ...(areTold(tasks) ? tasks.map(asDone) : tasks),
    ...listed,
  ].map((task, _, all) => (all.every(isTicked) && areToDo(all) ? { ...task, done: false } : task))
  // Lessons may be anything, but what begins with its state is a task.
  const isMarked = kind === 'lessons' && listed.some(({ placed }) => readState(placed.line.text) !== null)
  return {
    kind: isMarked ? 'unnamed' : kind,
    isResponse: group.isResponse,
    promised:
      found.length + rows.length > 0
        ? []
        : findPromises(prose, kind).map((task) => readActionItem(task, tickets)),
    items: [...rows, ...withNamesOfOthers(found, tickets).map((task) => readActionItem(task, tickets))],
    prose: prose.map((placed) => placed.passage(valueStart(placed))),
    isPromising: found.length > 0 || plain.some(isPromising) || (heading !== null && isPromising(heading)),
  }
}

/** Bullets after "3. We plan to add metrics for:" are about that task, although they are not indented. */
function isExplanation({ line }: PlacedLine, { placed, below }: OpenTask): boolean {
  const last = (below.at(-1) ?? placed).line
  if (placed.line.item?.marker !== 'number' || line.item === null || line.item.marker === 'number')
    return false
  return last.item === null || last === placed.line ? isExplainedBelow(last.text) : last.depth === line.depth
}

/**
 * A line of an item that is a task of its own: one behind a sign that Markdown does not take for a bullet, below a
 * title, one without its bullet among others that each have a label, or one with a checkbox below one that has one.
 * Null for any other line.
 */
function startOfOwnTask({ line }: PlacedLine, { placed, from, depth }: OpenTask): number | null {
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

/** False for an item that is in the list, but no task. */
function isToDo({ line: { text, item } }: PlacedLine): boolean {
  const isOfTemplate = item?.done != null && isClosingStep(text)
  return !isNothing(text) && !isAdvice(text) && !isOfTemplate
}

/** One item that begins like "Improved monitoring" may name what is to be done; a list of them tells what was done. */
function areTold(tasks: readonly OpenTask[]): boolean {
  const texts = tasks.map(({ placed: { line }, from }) => line.text.slice(from))
  return (
    tasks.length > 1 &&
    tasks.every(({ placed: { line } }) => line.item?.done !== false) &&
    texts.every((text) => beginsWithParticiple(text) || isUninflected(text)) &&
    texts.filter(beginsWithParticiple).length * 2 > texts.length
  )
}

/** A tick that every task of a list begins with is its bullet, if they still tell what to do. */
function areToDo(tasks: readonly TaskText[]): boolean {
  const asked = tasks.filter(({ placed, from, to }) => isImperative(placed.line.text.slice(from, to)))
  return tasks.length > 1 && asked.length * 2 > tasks.length
}

function isTicked({ placed: { line }, from, to, done }: TaskText): boolean {
  return done === undefined && line.item?.done == null && /^\s{0,3}[✅☑✔]/u.test(line.text.slice(from, to))
}

function asDone(task: OpenTask): OpenTask {
  return { ...task, done: true }
}

/** What an item is: a task, the title of the tasks below it, or a task that is done according to that title. */
type Role = 'task' | 'done' | 'response' | 'label'

function findItemDepths(lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine, Role> {
  const items = lines.filter(({ line }) => line.item !== null && line.kind === 'text' && !line.quoted)
  const outer = items.reduce((least, { line }) => Math.min(least, line.depth), Number.POSITIVE_INFINITY)
  const roles = new Map<PlacedLine, Role>()
  let inner: { readonly depth: number; readonly role: Role } | null = null
  items.forEach((placed, index) => {
    const { depth } = placed.line
    if (depth > outer) {
      if (inner !== null && depth === inner.depth) roles.set(placed, inner.role)
      return
    }
    const below = itemsBelow(items, index, outer)
    const [first] = below
    inner = null
    if (first === undefined || !isTitle(placed, below)) roles.set(placed, 'task')
    else {
      inner = { depth: first.line.depth, role: roleBelow(placed.line.text) }
      roles.set(placed, 'label')
    }
  })
  return roles
}

function roleBelow(label: string): Role {
  if (isResponseLabel(label)) return 'response'
  return isDoneLabel(label) ? 'done' : 'task'
}

function itemsBelow(items: readonly PlacedLine[], index: number, depth: number): readonly PlacedLine[] {
  let end = index + 1
  while ((items[end]?.line.depth ?? depth) > depth) end += 1
  return items.slice(index + 1, end)
}

/** A short item above a list of tasks is their title; a task above a list is explained by it. */
function isTitle({ line }: PlacedLine, below: readonly PlacedLine[]): boolean {
  const [first] = below
  if (first === undefined || isDetailed(below) || skipTaskLabel(first.line.text) > 0) return false
  const isTask = isImperative(line.text) && line.words > 1
  if (isTask || introducesParts(line.text) || isExplainedBelow(line.text)) return false
  if (isLabel(line.text)) return true
  const asking = below.filter((each) => startsWithTask(each.line.text))
  const areTasks = startsWithTask(first.line.text) || asking.length * 2 >= below.length
  return line.words <= maxTitleWords && (line.bold >= line.text.trimEnd().length || areTasks)
}

const maxTitleWords = 4

const bulletSign = /^\s{0,8}[—–•‣▪●◦]\s{1,3}(?=\S)/

/** Whoever is to do it, and by when, is said first or last. */
function isDetailed(below: readonly PlacedLine[]): boolean {
  return [below[0], below.at(-1)].some((placed) => placed !== undefined && isDetail(placed.line.text))
}

/** "Owner: …" below a task, whether or not it is indented or in a list of its own. */
function isTaskDetail(
  { line }: PlacedLine,
  open: OpenTask | null,
  tasks: readonly OpenTask[],
  heading: PlacedLine | null,
): boolean {
  if (!isDetail(line.text) || (line.item !== null && hasTaskAfterCategory(line.text))) return false
  return open !== null || tasks.length > 0 || heading !== null || line.item !== null
}

/** A heading above nothing but details of a task is the task. */
function nameByHeading(
  heading: PlacedLine | null,
  kind: GroupKind,
  others: number,
  plain: readonly PlacedLine[],
): TaskText | null {
  if (heading === null || others > 0 || kind === 'lessons' || kind === 'other') return null
  if (!plain.some(({ line }) => isDetail(line.text))) return null
  return { placed: heading, from: 0, below: plain, isPart: true }
}

function isPromising({ line }: PlacedLine): boolean {
  return startsWithTask(line.text) || isCommitment(line.text) || hasPlan(line.text) || line.links.length > 0
}

/** A later sentence that begins with a verb. */
function hasPlan(text: string): boolean {
  return text.split(/(?<=[.!?;:])\s+/).some(isImperative)
}
