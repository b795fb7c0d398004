import { groupBy } from '../lists/groupBy.ts'
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

type AgedIncident = Pick<ListedTask, 'incident' | 'ageDays'>

export interface TaskFilter {
  readonly isDoneShown: boolean
  readonly isOnlyOverdue: boolean
}

/**
 * By their due dates, the earliest first; those without one by the age of their incidents. There may be many thousands,
 * so the incidents are sorted, and not their tasks.
 */
export function listTasks(
  incidents: readonly Incident[],
  now: number,
  { isDoneShown, isOnlyOverdue }: TaskFilter,
): readonly ListedTask[] {
  const aged = incidents.map((incident) => ({ incident, ageDays: ageOf(incident, now) })).sort(byAge)
  const all = aged.flatMap(({ incident, ageDays }) =>
    incident.tasks.map((task) => ({ task, incident, isOverdue: isOverdue(task, now), ageDays })),
  )
  const listed = all.filter((each) => (isDoneShown || !each.task.done) && (!isOnlyOverdue || each.isOverdue))
  const days = groupBy(listed, ({ task }) => task.dueDay ?? Number.POSITIVE_INFINITY)
  return [...days].sort(([one], [other]) => one - other).flatMap(([, tasks]) => tasks)
}

export function dayName(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

function ageOf({ date }: Incident, now: number): number | null {
  if (date === null || date.certainty !== 'certain') return null
  return Math.max(0, Math.floor((now - Date.parse(`${date.value}T00:00:00Z`)) / millisecondsPerDay))
}

/** The oldest first; those whose age is unknown last. */
function byAge(one: AgedIncident, other: AgedIncident): number {
  const [age, otherAge] = [one.ageDays ?? -1, other.ageDays ?? -1]
  if (age !== otherAge) return otherAge - age
  if (one.incident.file !== other.incident.file) return one.incident.file < other.incident.file ? -1 : 1
  return one.incident.line - other.incident.line
}
