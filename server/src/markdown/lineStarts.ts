import { countWhile } from '../lists/countWhile.ts'
import type { Block } from './types.ts'

/** Line starts are kept for as long as the block is: a long table may have a finding on each of its rows. */
const known = new WeakMap<Block, readonly number[]>()

/** Where each line of a block starts: at 0, and after each line ending. */
export function lineStartsOf(block: Block): readonly number[] {
  const found = known.get(block)
  if (found !== undefined) return found
  const starts = [0]
  const ending = /\r\n?|\n/g
  while (ending.test(block.text)) starts.push(ending.lastIndex)
  known.set(block, starts)
  return starts
}

/** The index of the line that an offset is on. An offset between CR and LF is on the line that they end. */
export function lineAt(offset: number, starts: readonly number[]): number {
  return Math.max(0, countWhile(starts, (start) => start <= offset) - 1)
}
