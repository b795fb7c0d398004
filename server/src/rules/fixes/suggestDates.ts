import type { PlacedLine } from '../../postmortem/placedLine.ts'
import { spanPassage } from '../../postmortem/statedTimes.ts'
import { findDateRepair } from '../../time/repairDate.ts'
import type { TimeContext, TimeStep } from '../../time/resolved.ts'
import type { Fix } from '../rule.ts'

export interface PlacedStep {
  readonly step: TimeStep
  readonly placed: PlacedLine
}

/** The dates that were meant, where one small change of them is the only one that restores the order. */
export function suggestDates(steps: readonly PlacedStep[], context: TimeContext): readonly Fix[] {
  const repair = findDateRepair(
    steps.map(({ step }) => step),
    context,
  )
  const edits = (repair?.edits ?? []).flatMap(({ stepIndex, start, end, text }) => {
    const placed = steps[stepIndex]?.placed
    if (placed === undefined) return []
    const range = spanPassage({ start, end, text }, placed)
    return [{ start: range.start, end: range.end, text }]
  })
  const [first] = edits
  if (first === undefined) return []
  const count = edits.length === 1 ? '' : ` and change ${edits.length} dates alike`
  return [{ title: `Write "${first.text}"${count}`, preferred: true, edits }]
}
