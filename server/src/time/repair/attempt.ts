/** What is tried to put a list back into order: a few digits written otherwise. */

import { resolveTimes } from '../resolved/resolve.ts'
import type { ResolvedTime, TimeContext, TimeStep } from '../resolved/resolved.ts'

export interface TimeRepair {
  /** One for each date or clock of the run. Offsets refer to the text that the step was read from. */
  readonly edits: readonly {
    readonly stepIndex: number
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

export interface Attempt {
  readonly repair: TimeRepair
  readonly steps: ReadonlyMap<number, TimeStep>
}

/** What takes the place of a step, and the text from which that would be read. */
export interface RewrittenStep {
  readonly step: TimeStep
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Longer lists are not searched, which limits the cost to a few thousand readings. */
export const maxSteps = 200

/** The index of the step of each time, in their order. */
export function placesOfTimes(steps: readonly TimeStep[]): readonly number[] {
  return steps.flatMap((step, index) => (step.kind === 'time' ? [index] : []))
}

/** Null if the change does not fit one of the places. */
export function attemptAt(
  places: readonly number[],
  steps: readonly TimeStep[],
  rewrite: (step: TimeStep) => RewrittenStep | null,
): Attempt | null {
  const edits: TimeRepair['edits'][number][] = []
  const changed = new Map<number, TimeStep>()
  for (const stepIndex of places) {
    const old = steps[stepIndex]
    const rewritten = old === undefined ? null : rewrite(old)
    if (rewritten === null) return null
    const { step, ...edit } = rewritten
    edits.push({ stepIndex, ...edit })
    changed.set(stepIndex, step)
  }
  return { repair: { edits }, steps: changed }
}

export function timesAfter(
  { steps: changed }: Attempt,
  steps: readonly TimeStep[],
  context: TimeContext,
): readonly ResolvedTime[] {
  return resolveTimes(
    steps.map((step, index) => changed.get(index) ?? step),
    context,
  )
}
