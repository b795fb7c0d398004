import { millisecondsPerDay } from '../time/written/calendar.ts'
import type { Incident, Task } from './incident.ts'
import { isOverdue } from './overview.ts'

/** An action item together with the incident that it follows from. */
export interface ListedTask {
  readonly task: Task
  readonly incident: Incident
  readonly isOverdue: boolean
  /** Days since the incident; null if its day is unknown or only assumed. */
  readonly ageDays: number | null
}

export interface TaskFilter {
  readonly isDoneShown: boolean
  readonly isOnlyOverdue: boolean
}

/** By their due dates, the earliest first; those without one by the age of their incidents. */
export function listTasks(
  incidents: readonly Incident[],
  now: number,
  { isDoneShown, isOnlyOverdue }: TaskFilter,
): readonly ListedTask[] {
  return incidents
    .flatMap((incident) =>
      incident.tasks.map((task) => ({
        task,
        incident,
        isOverdue: isOverdue(task, now),
        ageDays: ageOf(incident, now),
      })),
    )
    .filter((each) => (isDoneShown || !each.task.done) && (!isOnlyOverdue || each.isOverdue))
    .sort(byUrgency)
}

export function dayName(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

function ageOf({ date }: Incident, now: number): number | null {
  if (date === null || date.certainty !== 'certain') return null
  return Math.max(0, Math.floor((now - Date.parse(`${date.value}T00:00:00Z`)) / millisecondsPerDay))
}

function byUrgency(one: ListedTask, other: ListedTask): number {
  const [a, b] = [one.task.dueDay ?? Number.POSITIVE_INFINITY, other.task.dueDay ?? Number.POSITIVE_INFINITY]
  if (a !== b) return a - b
  const [age, otherAge] = [one.ageDays ?? -1, other.ageDays ?? -1]
  if (age !== otherAge) return otherAge - age
  if (one.incident.file !== other.incident.file) return one.incident.file < other.incident.file ? -1 : 1
  return one.task.line - other.task.line
}
