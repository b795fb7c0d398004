import { createSieve, type Filter } from './filter.ts'
import type { Incident, Task } from './incident.ts'
import { byDate, isOverdue } from './overview.ts'
import { type ListedTask, listTasks } from './taskList.ts'

/** In the order in which they are shown. */
export const urgencies = ['overdue', 'due', 'undated', 'done'] as const

export type Urgency = (typeof urgencies)[number]

/** The incidents and tasks that a filter leaves, in groups, for a reader who opens one group after another. */
export interface Browsed {
  /** By year, the latest first; under the empty name those without a date. */
  readonly years: ReadonlyMap<string, Group<Incident>>
  readonly tasks: ReadonlyMap<Urgency, Group<ListedTask>>
}

/** With thousands of reports, most groups are counted after each edit and put in order hardly ever. */
interface Group<Member> {
  readonly count: number
  /** Incidents are in the order of their days, the latest first, and tasks in that of their due days. */
  readonly list: () => readonly Member[]
}

export function browse(incidents: readonly Incident[], filter: Filter, now: number): Browsed {
  const { takesIncident, tasksOf } = createSieve(filter, now)
  const years = new Map<string, Incident[]>()
  const tasks = new Map<Urgency, Task[]>(urgencies.map((urgency) => [urgency, []]))
  for (const incident of incidents) {
    for (const task of tasksOf(incident)) tasks.get(urgencyOf(task, now))?.push(task)
    if (!takesIncident(incident)) continue
    const year = incident.date?.value.slice(0, 4) ?? ''
    const group = years.get(year)
    if (group === undefined) years.set(year, [incident])
    else group.push(incident)
  }
  const latestFirst = [...years].sort(([one], [other]) => (one > other ? -1 : 1))
  return {
    years: new Map(latestFirst.map(([year, of]) => [year, groupOf(of.length, () => of.sort(byDate))])),
    tasks: new Map(
      [...tasks].map(([urgency, of]) => [
        urgency,
        groupOf(of.length, () => listThese(new Set(of), incidents, now)),
      ]),
    ),
  }
}

function groupOf<Member>(count: number, find: () => readonly Member[]): Group<Member> {
  let found: readonly Member[] | undefined
  return {
    count,
    list: () => {
      found ??= find()
      return found
    },
  }
}

function listThese(
  tasks: ReadonlySet<Task>,
  incidents: readonly Incident[],
  now: number,
): readonly ListedTask[] {
  const concerned = incidents.filter((incident) => incident.tasks.some((task) => tasks.has(task)))
  const listed = listTasks(concerned, now, { isDoneShown: true, isOnlyOverdue: false })
  return listed.filter(({ task }) => tasks.has(task))
}

function urgencyOf(task: Task, now: number): Urgency {
  if (task.done) return 'done'
  if (isOverdue(task, now)) return 'overdue'
  return task.dueDay === null ? 'undated' : 'due'
}
