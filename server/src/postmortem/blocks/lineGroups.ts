import { Attached } from '../lines/attached.ts'
import { perObject } from '../lines/perObject.ts'
import type { PlacedLine } from './placedLine.ts'

/** The lines of one block: the same list for as long as the block is not edited. */
type BlockLines = readonly PlacedLine[]

/** The blocks of one part of a document: the same list for as long as nothing in that part is edited. */
export type LineGroup = readonly BlockLines[]

const groupsOfLines = new Attached<readonly PlacedLine[], readonly LineGroup[]>()

/** Lists that were not made of groups are one. */
function groupsOf(lines: readonly PlacedLine[]): readonly LineGroup[] {
  return groupsOfLines.get(lines) ?? [[lines]]
}

const lengthOf = perObject((group: LineGroup) => group.reduce((length, block) => length + block.length, 0))

export function joinGroups(groups: readonly LineGroup[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = []
  for (const group of groups) for (const block of group) for (const line of block) lines.push(line)
  groupsOfLines.set(lines, groups)
  return lines
}

/** The lines from one index up to another, which is not included. What is whole in it stays what it is. */
export function sliceLines(lines: readonly PlacedLine[], start: number, end: number): readonly PlacedLine[] {
  if (start === 0 && end >= lines.length) return lines
  let first = 0
  const groups = groupsOf(lines).map((group) => {
    const from = first
    first += lengthOf(group)
    return start <= from && first <= end ? group : sliceGroup(group, start - from, end - from)
  })
  return joinGroups(groups.filter((group) => group.length > 0))
}

function sliceGroup(group: LineGroup, start: number, end: number): LineGroup {
  let first = 0
  const blocks = group.map((block) => {
    const from = first
    first += block.length
    const isWhole = start <= from && first <= end
    return isWhole ? block : block.slice(Math.max(0, start - from), Math.max(0, end - from))
  })
  return blocks.filter((block) => block.length > 0)
}

/**
 * Finds the lines for which something holds that depends on nothing but the line. After an edit, only the lines of the
 * block that it touched are looked at again.
 */
export function linesThat(
  holds: (placed: PlacedLine) => boolean,
): (lines: readonly PlacedLine[]) => readonly PlacedLine[] {
  const inBlock = perObject((block: BlockLines) => block.filter(holds))
  const inGroup = perObject((group: LineGroup) => group.flatMap(inBlock))
  return (lines) => groupsOf(lines).flatMap(inGroup)
}

/**
 * What each line says, by part of the document and block. The lists are the same objects for as long as their lines are,
 * so two of them are compared as fast as an edit is small.
 */
export function valuesOf<Value>(
  read: (placed: PlacedLine) => Value,
): (lines: readonly PlacedLine[]) => readonly (readonly (readonly Value[])[])[] {
  const inBlock = perObject((block: BlockLines) => block.map(read))
  const inGroup = perObject((group: LineGroup) => group.map(inBlock))
  return (lines) => groupsOf(lines).map(inGroup)
}

/** How many lines there are for which it holds. */
export function countThat(holds: (placed: PlacedLine) => boolean): (lines: readonly PlacedLine[]) => number {
  const inBlock = perObject((block: BlockLines) => block.filter(holds).length)
  const inGroup = perObject((group: LineGroup) => group.reduce((count, block) => count + inBlock(block), 0))
  return (lines) => groupsOf(lines).reduce((count, group) => count + inGroup(group), 0)
}

/** Something that was found in a line, with the index of the line. */
export interface Indexed<Found> {
  readonly index: number
  readonly found: Found
}

/**
 * Finds things in each block by itself, in order, from one line up to another, which is not included. They must depend on
 * nothing but the lines of the block.
 */
export function inBlocks<Found>(
  find: (block: BlockLines) => readonly Indexed<Found>[],
): (lines: readonly PlacedLine[], start?: number, end?: number) => Iterable<Indexed<Found>> {
  const inBlock = perObject(find)
  const inGroup = perObject((group: LineGroup) => {
    let first = 0
    return group.flatMap((block) => {
      const from = first
      first += block.length
      return inBlock(block).map(({ index, found }) => ({ index: from + index, found }))
    })
  })
  return function* (lines, start = 0, end = lines.length) {
    let first = 0
    for (const group of groupsOf(lines)) {
      if (first >= end) return
      for (const { index, found } of inGroup(group)) {
        const at = first + index
        if (at >= start && at < end) yield { index: at, found }
      }
      first += lengthOf(group)
    }
  }
}

/** The lines for which something holds, by their indexes. */
export function indexesThat(
  holds: (placed: PlacedLine) => boolean,
): (lines: readonly PlacedLine[], start?: number, end?: number) => readonly number[] {
  const find = inBlocks((block) => block.flatMap((found, index) => (holds(found) ? [{ index, found }] : [])))
  return (lines, start, end) => [...find(lines, start, end)].map(({ index }) => index)
}
