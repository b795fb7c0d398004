/** Linear is 8; a busy machine has been seen to double that. */
const times = 8
const tolerated = 24
/** What takes no longer than this, in milliseconds, says nothing about how it grows. */
const negligible = 400
/** Twice as much again confirms it, and then linear is 2. */
const toleratedAgain = 2.6
/** In milliseconds. Whatever takes longer needs no second opinion. */
const hopeless = 20_000
const tries = 3

/**
 * Null, or a sentence that says how an action grows faster than its input. What is slow once may be a pause, and what
 * is slow at one size a threshold, so both the larger size and twice that size have to be too slow each time.
 *
 * @param {(length: number) => unknown} act
 * @param {number} length
 * @param {(action: () => unknown) => number} [measure] in milliseconds
 */
export function findGrowth(act, length, measure = processorTime) {
  const timeFor = (size) => measure(() => act(size))
  /** The least of some tries, or whichever is the first that is not above the limit. */
  const least = (size, limit) => {
    let best = Number.POSITIVE_INFINITY
    for (let count = 0; count < tries && best > limit; count += 1) best = Math.min(best, timeFor(size))
    return best
  }
  act(length)
  const small = least(length, 0)
  const limit = Math.max(negligible, tolerated * small)
  const large = least(length * times, limit)
  if (large <= limit) return null
  const found = `${times} times as much takes ${(large / small).toFixed(0)} times as long`
  if (large > hopeless) return found
  const limitAgain = toleratedAgain * least(length * times, 0)
  const larger = least(2 * length * times, limitAgain)
  return larger <= limitAgain ? null : `${found}, and twice that again ${(larger / large).toFixed(1)} times`
}

/** Processor time in milliseconds, which other programs hardly change. */
export function processorTime(action) {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Doubling the size of a linear action doubles its time; a cache that no longer fits, and the collector, add to it. */
const toleratedDoubling = 2.4

/**
 * Null, or a sentence that says at which size an action takes more than in proportion to half of it. The least of
 * some tries counts for both, and whatever takes no time says nothing.
 *
 * @param {(length: number) => unknown} act
 * @param {readonly number[]} sizes each twice as large as the one before it
 * @param {(action: () => unknown) => number} [measure] in milliseconds
 */
export function findSteepDoubling(act, sizes, measure = processorTime) {
  let before = Number.POSITIVE_INFINITY
  for (const size of sizes) {
    let time = measure(() => act(size))
    const isSteep = () => time > negligible && time > toleratedDoubling * before
    for (let count = 1; count < tries && isSteep(); count += 1) {
      time = Math.min(
        time,
        measure(() => act(size)),
      )
      // A smaller size that was lucky makes the larger one look bad.
      before = Math.max(
        before,
        measure(() => act(size / 2)),
      )
    }
    if (isSteep())
      return `${size} characters take ${(time / before).toFixed(1)} times as long as half of them`
    before = time
  }
  return null
}
