import { countThat, linesThat } from '../../blocks/lineGroups.ts'
import type { PlacedLine } from '../../blocks/placedLine.ts'
import { english } from '../../vocabulary/english.ts'

const { essentials } = english

/**
 * What a report without a template tells in words of its own, by section. Each of them is taken to be told as soon as
 * there is a sign of it, because only what is told nowhere is missing.
 */
export function findToldInProse(lines: readonly PlacedLine[]): Readonly<Record<string, boolean>> {
  return {
    timeline: countDated(lines) === 0 || tellsOrder(lines),
    'root-cause': countCauses(lines) > 0,
    actions: countPlans(lines) > 0,
  }
}

/**
 * True for an exercise, a study of somebody else's incident, or research into what never happened. Its author was not
 * there, and so has no course of events to tell and nothing to promise.
 */
export function isStudy(lines: readonly PlacedLine[]): boolean {
  return countStudies(lines) > 0
}

/** Without any date or time, the report is about a defect that was always there, or nobody knows when it happened. */
const countDated = countThat(
  ({ line: { kind }, times }) => kind !== 'code' && kind !== 'meta' && times.some(isPointInTime),
)

function isPointInTime({ date, clock }: PlacedLine['times'][number]): boolean {
  return date !== null || clock !== null
}

/** True if sentences say at two points what happened when, or how much later. */
function tellsOrder(lines: readonly PlacedLine[]): boolean {
  const timed = timedSentences(lines)
  return timed.length >= 2 || timed.some(({ times }) => countClocks(times) >= 2)
}

/** A range of times has two. */
function countClocks(times: PlacedLine['times']): number {
  return times.reduce(
    (count, { clock, until }) => count + Number(clock != null) + Number(until?.clock != null),
    0,
  )
}

const timedSentences = linesThat(
  (placed) =>
    isSentence(placed) &&
    placed.marks.length === 0 &&
    (placed.times.some(isPointInTime) || essentials.later.test(placed.line.text)),
)

const countCauses = countThat((placed) => isSentence(placed) && essentials.cause.test(placed.line.text))

const countPlans = countThat((placed) => says(placed, essentials.plan, essentials.planHeading))

const countStudies = countThat((placed) => says(placed, essentials.study, essentials.studyHeading))

function says(placed: PlacedLine, sentence: RegExp, heading: RegExp): boolean {
  const { line } = placed
  return line.heading === null ? isSentence(placed) && sentence.test(line.text) : heading.test(line.text)
}

function isSentence({ line: { kind, heading, quoted } }: PlacedLine): boolean {
  return heading === null && (kind === 'text' || kind === 'row') && !quoted
}
