import type { PlacedLine } from '../blocks/placedLine.ts'
import {
  introducesParts,
  isDetail,
  isDoneLabel,
  isExplainedBelow,
  isImperative,
  isLabel,
  isResponseLabel,
  skipTaskLabel,
  startsWithTask,
} from './taskWords.ts'

/**
 * What an item of a list is: a task, the title of the tasks below it, or a task that was done, in the incident or later,
 * according to that title.
 */
export type ItemRole = 'task' | 'done' | 'response' | 'label'

/** The roles of the outermost items, and of those below an item that is their title. Other items have none. */
export function findItemRoles(lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine, ItemRole> {
  const items = lines.filter(({ line }) => line.item !== null && line.kind === 'text' && !line.quoted)
  const outer = items.reduce((least, { line }) => Math.min(least, line.depth), Number.POSITIVE_INFINITY)
  const roles = new Map<PlacedLine, ItemRole>()
  let inner: { readonly depth: number; readonly role: ItemRole } | null = null
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

function roleBelow(label: string): ItemRole {
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

/** Whoever is to do it, and by when, is said first or last. */
function isDetailed(below: readonly PlacedLine[]): boolean {
  return [below[0], below.at(-1)].some((placed) => placed !== undefined && isDetail(placed.line.text))
}
