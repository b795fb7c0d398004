import { Attached } from '../postmortem/lines/attached.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import type { Incident, Task } from './incident.ts'
import { isOverdue } from './overview.ts'

/** In the order in which they are shown. */
export const urgencies = ['overdue', 'due', 'undated', 'done'] as const

export type Urgency = (typeof urgencies)[number]

export type UrgencyCounts = Readonly<Record<Urgency, number>>

export function urgencyOf(task: Task, now: number): Urgency {
  if (task.done) return 'done'
  if (isOverdue(task, now)) return 'overdue'
  return task.dueDay === null ? 'undated' : 'due'
}

interface Kept {
  readonly period: number
  readonly counts: UrgencyCounts
}

const known = new Attached<Incident, Kept>()

/** Days end at noon or midnight in UTC, so what is due stays the same for half a day. */
export function halfDayOf(now: number): number {
  return Math.ceil(now / (millisecondsPerDay / 2))
}

/** How many of the tasks of an incident are how urgent. Views ask for those of thousands after each edit. */
export function countUrgencies(incident: Incident, now: number): UrgencyCounts {
  const period = halfDayOf(now)
  const kept = known.get(incident)
  if (kept?.period === period) return kept.counts
  const counts = { overdue: 0, due: 0, undated: 0, done: 0 }
  for (const task of incident.tasks) counts[urgencyOf(task, now)] += 1
  known.set(incident, { period, counts })
  return counts
}
