import { countWhile } from '../../lists/countWhile.ts'

/** The difference between two texts as a patch with three lines of context; empty if there is none. */
export function writeUnifiedDiff(name: string, before: string, after: string): string {
  const hunks = findHunks(toChanges(toLines(before), toLines(after)))
  return hunks.length === 0 ? '' : `--- a/${name}\n+++ b/${name}\n${hunks.map(writeHunk).join('')}`
}

/** Lines with their line ends, so that a missing one at the end is a difference. */
function toLines(text: string): readonly string[] {
  return text.match(/[^\n]+\n?|\n/g) ?? []
}

/** A line that both texts have, or only one of them. */
interface Change {
  readonly kind: ' ' | '-' | '+'
  readonly line: string
}

function toChanges(before: readonly string[], after: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  const goTo = (nextI: number, nextJ: number) => {
    for (; i < nextI; i += 1) changes.push({ kind: '-', line: before[i] as string })
    for (; j < nextJ; j += 1) changes.push({ kind: '+', line: after[j] as string })
  }
  for (const [matchI, matchJ] of matchLines(before, after)) {
    goTo(matchI, matchJ)
    changes.push({ kind: ' ', line: before[i] as string })
    i += 1
    j += 1
  }
  goTo(before.length, after.length)
  return changes
}

type Pair = readonly [before: number, after: number]

/** Pairs of equal lines in the order of both texts: lines that occur once in each, and whatever is equal around them. */
function matchLines(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const anchors: readonly Pair[] = [...findAnchors(before, after), [before.length, after.length]]
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [endI, endJ] of anchors) {
    for (; i < endI && j < endJ && before[i] === after[j]; i += 1, j += 1) pairs.push([i, j])
    let [lastI, lastJ] = [endI, endJ]
    const isSame = () => lastI > i && lastJ > j && before[lastI - 1] === after[lastJ - 1]
    for (; isSame(); lastI -= 1, lastJ -= 1);
    for (; lastI < endI; lastI += 1, lastJ += 1) pairs.push([lastI, lastJ])
    if (endI < before.length) pairs.push([endI, endJ])
    ;[i, j] = [endI + 1, endJ + 1]
  }
  return pairs
}

function findAnchors(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const places = findUnique(after)
  const candidates = [...findUnique(before)].flatMap(([line, i]): readonly Pair[] => {
    const j = places.get(line)
    return j === undefined ? [] : [[i, j]]
  })
  return longestRun(candidates)
}

/** The places of the lines that occur once, in their order. */
function findUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line)
    places.set(line, index)
  }
  for (const line of repeated) places.delete(line)
  return places
}

/** The most pairs that are in order on both sides, by patience sorting. */
function longestRun(pairs: readonly Pair[]): readonly Pair[] {
  interface Link {
    readonly pair: Pair
    readonly previous: Link | undefined
  }
  const piles: Link[] = []
  for (const pair of pairs) {
    const length = countWhile(piles, (pile) => pile.pair[1] < pair[1])
    piles[length] = { pair, previous: piles[length - 1] }
  }
  const run: Pair[] = []
  for (let link = piles.at(-1); link !== undefined; link = link.previous) run.push(link.pair)
  return run.reverse()
}

const context = 3

interface Hunk {
  /** The number of lines before the hunk in each text. */
  readonly before: number
  readonly after: number
  readonly changes: readonly Change[]
}

/** Changes that are close share a hunk. */
function findHunks(changes: readonly Change[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let [before, after, at] = [0, 0, 0]
  const goTo = (index: number) => {
    for (; at < index; at += 1) {
      if (changes[at]?.kind !== '+') before += 1
      if (changes[at]?.kind !== '-') after += 1
    }
  }
  for (const { start, end } of findRanges(changes)) {
    goTo(start)
    hunks.push({ before, after, changes: changes.slice(start, end) })
    goTo(end)
  }
  return hunks
}

function findRanges(changes: readonly Change[]): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const [index, { kind }] of changes.entries()) {
    if (kind === ' ') continue
    const start = Math.max(0, index - context)
    const end = Math.min(changes.length, index + 1 + context)
    const last = ranges.at(-1)
    if (last !== undefined && start <= last.end) last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}

function writeHunk({ before, after, changes }: Hunk): string {
  const count = (other: Change['kind']) => changes.filter(({ kind }) => kind !== other).length
  const range = (start: number, length: number) => `${length === 0 ? start : start + 1},${length}`
  const lines = changes.map(({ kind, line }) =>
    line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`,
  )
  return `@@ -${range(before, count('+'))} +${range(after, count('-'))} @@\n${lines.join('')}`
}
