import type { PlacedLine } from '../blocks/placedLine.ts'
import { isDefinition } from './taskWords.ts'

/** The label that an item begins with, and the text after it. */
interface Labelled {
  readonly label: string
  readonly rest: string
}

/**
 * The lines without lists that only explain the types or priorities of tasks: a table of tasks has the same labels in
 * its cells, or each item says in general what has its label.
 */
export function withoutDefinitions(
  lines: readonly PlacedLine[],
  cells: ReadonlySet<string>,
): readonly PlacedLine[] {
  const defining = new Set(
    findLists(lines)
      .filter((list) => areDefinitions(list, cells))
      .flat(),
  )
  return defining.size === 0 ? lines : lines.filter((placed) => !defining.has(placed))
}

/** What the cells of all tables say. */
export function readCells(lines: readonly PlacedLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ line }) => line.cells.map(({ text }) => normalised(text))))
}

/** Each list with all of its lines. */
function findLists(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const lists: PlacedLine[][] = []
  let list: PlacedLine[] | null = null
  for (const placed of lines) {
    if (placed.line.depth === 0) list = null
    else if (list === null) {
      list = [placed]
      lists.push(list)
    } else list.push(placed)
  }
  return lists
}

function areDefinitions(list: readonly PlacedLine[], cells: ReadonlySet<string>): boolean {
  const outer = list[0]?.line.depth
  const items = list.filter(({ line }) => line.item !== null && line.depth === outer)
  const found = items.flatMap((placed) => readLabelled(placed) ?? [])
  const isEachOther = new Set(found.map(({ label }) => label)).size === items.length
  if (items.length < 2 || !isEachOther) return false
  return found.every(({ label }) => cells.has(label)) || found.every(({ rest }) => isDefinition(rest))
}

/** "P0 - within a week", "**Prevent**: what keeps it from happening" */
function readLabelled({ line: { text, item } }: PlacedLine): Labelled | null {
  const match = item?.done == null ? labelled.exec(text) : null
  const label = match?.[1]
  return match == null || label === undefined
    ? null
    : { label: normalised(label), rest: text.slice(match[0].length) }
}

const labelled =
  /^[^\p{L}\p{N}]{0,4}([\p{L}\p{N}][\p{L}\p{N}/-]{0,20}(?: [\p{L}\p{N}/-]{1,20}){0,2})(?:\s?[:：=]|\s[–—-])\s{1,4}(?=\S)/u

function normalised(text: string): string {
  return text.trim().toLowerCase()
}
