import { createSieve, type Filter } from './filter.ts'
import type { Incident } from './incident.ts'
import { byDate } from './overview.ts'
import { type ListedTask, listTasks } from './taskList.ts'

/** In the order in which they are shown. */
export const urgencies = ['overdue', 'due', 'undated', 'done'] as const

export type Urgency = (typeof urgencies)[number]

/** The incidents and tasks that a filter leaves, in groups, for a reader who opens one group after another. */
export interface Browsed {
  /** By year, the latest first; under the empty name those without a date. */
  readonly years: ReadonlyMap<string, readonly Incident[]>
  /** By due day. */
  readonly tasks: ReadonlyMap<Urgency, readonly ListedTask[]>
}

export function browse(incidents: readonly Incident[], filter: Filter, now: number): Browsed {
  const { takesIncident, takesTask } = createSieve(filter, now)
  const years = new Map<string, Incident[]>()
  for (const incident of incidents.filter(takesIncident).sort(byDate)) {
    const year = incident.date?.value.slice(0, 4) ?? ''
    const group = years.get(year)
    if (group === undefined) years.set(year, [incident])
    else group.push(incident)
  }
  const tasks = new Map<Urgency, ListedTask[]>(urgencies.map((urgency) => [urgency, []]))
  for (const listed of listTasks(incidents, now, { isDoneShown: true, isOnlyOverdue: false }))
    if (takesTask(listed.task, listed.incident)) tasks.get(urgencyOf(listed))?.push(listed)
  return { years, tasks }
}

function urgencyOf({ task, isOverdue }: ListedTask): Urgency {
  if (task.done) return 'done'
  if (isOverdue) return 'overdue'
  return task.dueDay === null ? 'undated' : 'due'
}
