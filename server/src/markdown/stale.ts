import { endOfLine } from './lines.ts'
import { type Reader, reread } from './scan.ts'
import { blocksOf, type Sequence } from './sequence.ts'
import type { Unit } from './unit.ts'

export interface Reread {
  readonly sequence: Sequence<Unit>
  readonly removed: readonly Unit[]
  readonly added: readonly Unit[]
}

/**
 * Reads the units again that asked for an identifier and got an answer that is no longer true. No block
 * structure depends on an answer, so every unit keeps its bounds and its definitions.
 */
export function rereadStale(reader: Reader, sequence: Sequence<Unit>): Reread {
  const isStale = (unit: Unit): boolean => {
    for (const [name, answer] of unit.asked) if (answer !== reader.definitions.has(name)) return true
    return false
  }
  const removed: Unit[] = []
  const added: Unit[] = []
  let previous: Unit | undefined
  const replaced = new Map<Unit, Unit>()
  for (const unit of [...blocksOf(sequence), undefined]) {
    if (previous !== undefined && isStale(previous)) {
      const fresh = reread(reader, previous, unit?.text.slice(0, endOfLine(unit.text, 0)))
      replaced.set(previous, fresh)
      removed.push(previous)
      added.push(fresh)
    }
    previous = unit
  }
  if (removed.length === 0) return { sequence, removed, added }
  const leaves = sequence.leaves.map((leaf) =>
    leaf.blocks.some((unit) => replaced.has(unit))
      ? { ...leaf, blocks: leaf.blocks.map((unit) => replaced.get(unit) ?? unit) }
      : leaf,
  )
  return { sequence: { ...sequence, leaves }, removed, added }
}
