import { createSieve, type Filter } from './filter.ts'
import type { Incident } from './incident.ts'
import { byDate } from './overview.ts'
import { type ListedTask, listTasks } from './taskList.ts'
import { countUrgencies, type Urgency, urgencies, urgencyOf } from './taskStates.ts'

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
  const counts = { overdue: 0, due: 0, undated: 0, done: 0 }
  for (const incident of incidents) {
    const tasks = tasksOf(incident)
    if (tasks === incident.tasks) {
      const all = countUrgencies(incident, now)
      for (const urgency of urgencies) counts[urgency] += all[urgency]
    } else for (const task of tasks) counts[urgencyOf(task, now)] += 1
    if (!takesIncident(incident)) continue
    const year = incident.date?.value.slice(0, 4) ?? ''
    const group = years.get(year)
    if (group === undefined) years.set(year, [incident])
    else group.push(incident)
  }
  const latestFirst = [...years].sort(([one], [other]) => (one > other ? -1 : 1))
  const list = (urgency: Urgency) => {
    const taken = new Set(
      incidents.flatMap((each) => tasksOf(each).filter((task) => urgencyOf(task, now) === urgency)),
    )
    const concerned = incidents.filter(({ tasks }) => tasks.some((task) => taken.has(task)))
    const listed = listTasks(concerned, now, { isDoneShown: true, isOnlyOverdue: false })
    return listed.filter(({ task }) => taken.has(task))
  }
  return {
    years: new Map(latestFirst.map(([year, of]) => [year, groupOf(of.length, () => of.sort(byDate))])),
    tasks: new Map(urgencies.map((urgency) => [urgency, groupOf(counts[urgency], () => list(urgency))])),
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
