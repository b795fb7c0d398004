import type { Fix } from '../../../checking/rule.ts'
import { type Sentence, sentence } from '../../../messages/sentence.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { TimeRepair } from '../../../time/repair/attempt.ts'
import { findClockRepair } from '../../../time/repair/repairClock.ts'
import { findDateRepair } from '../../../time/repair/repairDate.ts'
import type { TimeContext, TimeStep } from '../../../time/resolved/resolved.ts'
import { spanPassage } from '../times/statedTimes.ts'

export interface PlacedStep {
  readonly step: TimeStep
  readonly placed: PlacedLine
}

/** Corrects the dates if a single small change, and no other, restores the order. */
export function suggestDates(steps: readonly PlacedStep[], context: TimeContext): readonly Fix[] {
  const repair = findDateRepair(
    steps.map(({ step }) => step),
    context,
  )
  return toFixes(
    repair?.edits ?? [],
    steps,
    (text, count) => sentence`Write "${text}", and change ${count} dates alike`,
  )
}

/** Corrects a digit of a clock, or of the clocks of a run of entries, under the same condition. */
export function suggestClocks(steps: readonly PlacedStep[], context: TimeContext): readonly Fix[] {
  const repair = findClockRepair(
    steps.map(({ step }) => step),
    context,
  )
  return toFixes(
    repair?.edits ?? [],
    steps,
    (text, count) => sentence`Write "${text}", and change ${count} times alike`,
  )
}

function toFixes(
  changes: TimeRepair['edits'],
  steps: readonly PlacedStep[],
  titleForMany: (text: string, count: number) => Sentence,
): readonly Fix[] {
  const edits = changes.flatMap(({ stepIndex, start, end, text }) => {
    const placed = steps[stepIndex]?.placed
    if (placed === undefined) return []
    const range = spanPassage({ start, end, text }, placed)
    return [{ start: range.start, end: range.end, text }]
  })
  const [first] = edits
  if (first === undefined) return []
  const title = edits.length === 1 ? sentence`Write "${first.text}"` : titleForMany(first.text, edits.length)
  return [{ title, preferred: true, edits }]
}
