import { findMilestones } from './milestones.ts'
import type { Fields, Timeline } from './report.ts'

/** Minutes from the outage's start; null where a milestone is not there. */
export interface Metrics {
  readonly timeToDetect: number | null
  readonly timeToMitigate: number | null
  readonly timeToResolve: number | null
}

export function computeMetrics(fields: Fields, timeline: Timeline): Metrics {
  const { detection, mitigation, resolution } = findMilestones(fields, timeline)
  return {
    timeToDetect: detection?.minutes ?? null,
    timeToMitigate: mitigation?.minutes ?? null,
    timeToResolve: resolution?.minutes ?? null,
  }
}
