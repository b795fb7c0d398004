import { perObject } from '../lines/perObject.ts'
import type { PlacedLine } from './placedLine.ts'

/** The lines of one part of a document: the same object for as long as nothing in that part is edited. */
export type LineGroup = readonly PlacedLine[]

const groupsOfLines = new WeakMap<readonly PlacedLine[], readonly LineGroup[]>()

/** Lists that were not made of groups are one. */
function groupsOf(lines: readonly PlacedLine[]): readonly LineGroup[] {
  return groupsOfLines.get(lines) ?? [lines]
}

export function joinGroups(groups: readonly LineGroup[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = []
  for (const group of groups) for (const line of group) lines.push(line)
  groupsOfLines.set(lines, groups)
  return lines
}

/** The lines from one index up to another, which is not included. Groups that are whole in it stay what they are. */
export function sliceLines(lines: readonly PlacedLine[], start: number, end: number): readonly PlacedLine[] {
  if (start === 0 && end >= lines.length) return lines
  let next = 0
  const groups = groupsOf(lines).map((group) => {
    const [from, to] = [start - next, end - next]
    next += group.length
    return from <= 0 && to >= group.length ? group : group.slice(Math.max(0, from), Math.max(0, to))
  })
  return joinGroups(groups.filter((group) => group.length > 0))
}

/**
 * Finds the lines for which something holds that depends on nothing but the line. After an edit, only the lines of the
 * group that it touched are looked at again.
 */
export function linesThat(
  holds: (placed: PlacedLine) => boolean,
): (lines: readonly PlacedLine[]) => readonly PlacedLine[] {
  const inGroup = perObject((group: LineGroup) => group.filter(holds))
  return (lines) => groupsOf(lines).flatMap(inGroup)
}

/** Something that was found in a line, with the index of the line. */
export interface Indexed<Found> {
  readonly index: number
  readonly found: Found
}

/**
 * Finds things in each group by itself, in order, from one line up to another, which is not included. What they say must
 * depend on nothing but the lines of the group.
 */
export function inGroups<Found>(
  find: (group: LineGroup) => readonly Indexed<Found>[],
): (lines: readonly PlacedLine[], start?: number, end?: number) => Iterable<Indexed<Found>> {
  const inGroup = perObject(find)
  return function* (lines, start = 0, end = lines.length) {
    let first = 0
    for (const group of groupsOf(lines)) {
      if (first >= end) return
      for (const { index, found } of first + group.length > start ? inGroup(group) : []) {
        const at = first + index
        if (at >= start && at < end) yield { index: at, found }
      }
      first += group.length
    }
  }
}

/** The lines for which something holds, by their indexes. */
export function indexesThat(
  holds: (placed: PlacedLine) => boolean,
): (lines: readonly PlacedLine[], start?: number, end?: number) => readonly number[] {
  const find = inGroups((group) => group.flatMap((found, index) => (holds(found) ? [{ index, found }] : [])))
  return (lines, start, end) => [...find(lines, start, end)].map(({ index }) => index)
}
