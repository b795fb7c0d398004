import { processorTime, takesAtMost } from './processorTime.ts'

/** The larger input is this many times as large as the smaller one. */
export const times = 8
/** Linear is 8, quadratic 64; a busy machine and the garbage collector have been seen to double the former. */
const tolerated = 24
/** What takes no longer than this says nothing about how it grows. */
const negligible = 500

/** The verdict on two pieces of work, of which one has `times` as much to do. */
export function isLinear(small: () => unknown, large: () => unknown): boolean {
  small()
  const before = Math.min(...[0, 1, 2].map(() => processorTime(small)))
  const limit = Math.max(negligible, tolerated * before)
  return takesAtMost(limit, large)
}
