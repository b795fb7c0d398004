import { groupBy } from '../../lists/groupBy.ts'
import type { Fingerprint } from './fingerprints.ts'

/**
 * Says of each finding whether it is one of the known ones. Each known one accounts for one finding, so of five like
 * findings where there were four, one is new.
 */
export function matchKnown(found: readonly Fingerprint[], known: readonly Fingerprint[]): readonly boolean[] {
  const isKnown = found.map(() => false)
  let left = known
  for (const { key, accepts } of ways) {
    const open = groupBy(left, key)
    for (const [index, fingerprint] of found.entries()) {
      if (isKnown[index]) continue
      const candidates = open.get(key(fingerprint)) ?? []
      const match = candidates.at(-1)
      if (match === undefined || !accepts(fingerprint, match)) continue
      candidates.pop()
      isKnown[index] = true
    }
    left = [...open.values()].flat()
  }
  return isKnown
}

interface Way {
  readonly key: (fingerprint: Fingerprint) => string
  readonly accepts: (found: Fingerprint, known: Fingerprint) => boolean
}

/** The surest way first, so that a finding which stayed as it was is not used up by another one. */
const ways: readonly Way[] = [
  // It has moved, or stayed.
  { key: ({ rule, problem, line }) => JSON.stringify([rule, problem, line]), accepts: () => true },
  // The line has changed, or another section is its neighbour now.
  { key: ({ rule, problem }) => JSON.stringify([rule, problem]), accepts: () => true },
  // The same place is described in other words.
  { key: ({ rule, line }) => JSON.stringify([rule, line]), accepts: isNoWorse },
  // Of several things that are counted, some are done.
  { key: ({ rule, problem }) => JSON.stringify([rule, problem.replace(count, '#')]), accepts: isNoWorse },
]

/** A number by itself, not part of a time, a date or a version. */
const count = /(?<![\w:./-])\d{1,9}(?![\w:/-]|\.\d)/g

/** If more things are counted than before, one of them is new. */
function isNoWorse(found: Fingerprint, known: Fingerprint): boolean {
  const before = countsIn(known)
  return countsIn(found).every((number, index) => number <= (before[index] ?? 0))
}

function countsIn({ problem }: Fingerprint): readonly number[] {
  return (problem.match(count) ?? []).map(Number)
}
