import type { PlacedLine } from '../blocks/placedLine.ts'
import { Attached } from '../lines/attached.ts'
import { isSame } from '../lines/isSame.ts'
import type { Passage } from '../lines/passage.ts'
import { type ActionItem, readActionItem, type TaskText } from './actionItem.ts'
import { type Group, type GroupKind, valueStart } from './groups.ts'
import { findItemTasks, type ItemTask, ownTitle } from './itemTasks.ts'
import { withNamesOfOthers } from './namedByOthers.ts'
import { findPlainTasks } from './plainTasks.ts'
import { findPromises } from './promises.ts'
import { readTaskCard } from './taskCard.ts'
import {
  beginsWithParticiple,
  endsWithParticiple,
  isClosing,
  isCommitment,
  isDetail,
  isImperative,
  isUninflected,
  readState,
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
  const { kind, isResponse } = group
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
  const heading = ownTitle(group)
  const { rows, tasks, plain } = findItemTasks(group, tickets)
  const named = nameByHeading(heading, kind, rows.length + tasks.length, plain)
  const isListed = rows.length + tasks.length > 0 || named !== null
  const others = isListed ? [] : findPlainTasks(plain, kind === 'tasks')
  const used = new Set(others.flatMap(({ placed, below = [] }) => [placed, ...below]))
  const prose = plain.filter((placed) => !used.has(placed) && !isClosing(placed.line.text))
  const found = withoutTicks([
    ...(named === null ? [] : [named]),
    ...(areTold(tasks) ? tasks.map(asDone) : tasks),
    ...others,
  ])
  // Lessons may be anything, but what begins with its state is a task.
  const isMarked = kind === 'lessons' && others.some(({ placed }) => readState(placed.line.text) !== null)
  const read = (task: TaskText) => readActionItem(task, tickets)
  return {
    kind: isMarked ? 'unnamed' : kind,
    isResponse,
    promised: found.length + rows.length > 0 ? [] : findPromises(prose, kind).map(read),
    items: [...rows, ...withNamesOfOthers(found, tickets).map(read)],
    prose: prose.map((placed) => placed.passage(valueStart(placed))),
    isPromising: found.length > 0 || plain.some(isPromising) || (heading !== null && isPromising(heading)),
  }
}

/** One item that begins like "Improved monitoring" may name what is to be done; a list of them tells what was done. */
function areTold(tasks: readonly ItemTask[]): boolean {
  const texts = tasks.map(({ placed: { line }, from }) => line.text.slice(from))
  const told = texts.filter((text) => beginsWithParticiple(text) || endsWithParticiple(text))
  return (
    tasks.length > 1 &&
    tasks.every(({ placed: { line } }) => line.item?.done !== false) &&
    texts.every((text) => told.includes(text) || isUninflected(text)) &&
    told.length * 2 > texts.length
  )
}

/** A tick that every task of a list begins with is its bullet, if they still tell what to do. */
function withoutTicks(tasks: readonly TaskText[]): readonly TaskText[] {
  const asked = tasks.filter(({ placed, from, to }) => isImperative(placed.line.text.slice(from, to)))
  const areToDo = tasks.length > 1 && asked.length * 2 > tasks.length
  return areToDo && tasks.every(isTicked) ? tasks.map((task) => ({ ...task, done: false })) : tasks
}

function isTicked({ placed: { line }, from, to, done }: TaskText): boolean {
  return done === undefined && line.item?.done == null && /^\s{0,3}[✅☑✔]/u.test(line.text.slice(from, to))
}

function asDone(task: ItemTask): ItemTask {
  return { ...task, done: true }
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
  return (
    startsWithTask(line.text) ||
    isCommitment(line.text) ||
    saysLaterWhatToDo(line.text) ||
    line.links.length > 0
  )
}

/** A later sentence that begins with a verb. */
function saysLaterWhatToDo(text: string): boolean {
  return text.split(/(?<=[.!?;:])\s+/).some(isImperative)
}
