import { findLineAt } from '../postmortem/blocks/findLineAt.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { withComputed } from '../postmortem/lines/computed.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Problem } from './rule.ts'

/** A problem that is as true after an edit elsewhere. To know its fixes, the rule is run again. */
export type LastingProblem = (checkAgain: () => readonly Problem[]) => Problem

/** Null if the problem cannot move with the lines that it is in. */
export function toLasting(
  { message, mild, onDemand, conceal, range, related }: Problem,
  index: number,
  lines: readonly PlacedLine[],
): LastingProblem | null {
  const place = followLines(range, lines)
  const others = related?.map((each) => ({ ...each, range: followLines(each.range, lines) }))
  if (place === null || others?.some((other) => other.range === null)) return null
  return (checkAgain) => {
    const problem = {
      message,
      ...(mild && { mild }),
      ...(onDemand && { onDemand }),
      range: place(),
      ...(others && { related: others.map((other) => ({ ...other, range: (other.range as Follow)() })) }),
      ...(conceal !== undefined && { conceal }),
    }
    return withComputed(problem, { fixes: () => checkAgain()[index]?.fixes ?? [] })
  }
}

type Follow = () => Range

/** The range wherever its lines are at the time. Null for a range that does not begin and end in a line. */
function followLines({ start, end }: Range, lines: readonly PlacedLine[]): Follow | null {
  const first = findLineAt(start, lines)
  const last = findLineAt(end, lines)
  if (first === undefined || last === undefined) return null
  const [from, to] = [start - first.base, end - last.base]
  return () => ({ start: first.base + from, end: last.base + to })
}
