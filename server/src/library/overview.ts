import { endOfDay } from '../postmortem/tasks/dueDay.ts'
import type { Incident, Known, Task, Unread } from './incident.ts'
import { forEachMeasure, type Measure } from './measures.ts'
import { meanOf, type Spread, spreadOf } from './statistics.ts'
import { wordKey } from './wordKey.ts'

/** All incidents of a team at a glance. */
export interface Overview {
  /** The latest first; those without a date last. */
  readonly incidents: readonly Incident[]
  readonly spreads: Spreads
  /** Only if asked for: one long outage decides a mean. */
  readonly means: Readonly<Record<Measure, number | null>> | null
  readonly tasks: TaskCounts
  readonly groups: readonly Group[]
  readonly unread: readonly (Unread & { readonly file: string })[]
}

/** In minutes. Null if no incident has the value. */
export type Spreads = Readonly<Record<Measure, Spread | null>>

export interface TaskCounts {
  readonly open: number
  readonly overdue: number
  readonly done: number
}

export const groupings = ['severity', 'service', 'trigger', 'month'] as const

export type Grouping = (typeof groupings)[number]

export interface Group {
  /** Null for incidents without the value. */
  readonly name: string | null
  readonly count: number
  readonly spreads: Spreads
  readonly tasks: TaskCounts
}

export interface OverviewOptions {
  readonly by: Grouping | null
  /** The first day to show, as `2026-01-31`; incidents without a date are then left out. */
  readonly since: string | null
  readonly hasMeans: boolean
  /** In milliseconds since 1970. */
  readonly now: number
}

export function makeOverview(
  all: readonly Incident[],
  { by, since, hasMeans, now }: OverviewOptions,
): Overview {
  const incidents = all
    .filter(({ date }) => since === null || (date !== null && date.value >= since))
    .sort(byDate)
  return {
    incidents,
    spreads: spreadsOf(incidents),
    means: hasMeans ? forEachMeasure((measure) => meanOf(valuesOf(measure, incidents))) : null,
    tasks: countTasks(incidents, now),
    groups: by === null ? [] : groupBy(by, incidents, now),
    unread: incidents.flatMap(({ file, unread }) => unread.map((each) => ({ ...each, file }))),
  }
}

/** A task that is known to be open and whose day is over everywhere. */
export function isOverdue({ deadline }: Task, now: number): boolean {
  return deadline !== null && now > endOfDay(deadline)
}

export function countTasks(incidents: readonly Incident[], now: number): TaskCounts {
  let [open, overdue, done] = [0, 0, 0]
  for (const { tasks } of incidents) {
    for (const task of tasks) {
      if (task.done) done += 1
      else open += 1
      if (isOverdue(task, now)) overdue += 1
    }
  }
  return { open, overdue, done }
}

export function spreadsOf(incidents: readonly Incident[]): Spreads {
  return forEachMeasure((measure) => spreadOf(valuesOf(measure, incidents)))
}

export function valuesOf(measure: Measure, incidents: readonly Incident[]): readonly number[] {
  return incidents.flatMap((each) => each[measure]?.value ?? [])
}

/** The latest first; those without a date last. */
export function byDate(one: Incident, other: Incident): number {
  const [a, b] = [one.date?.value ?? '', other.date?.value ?? '']
  if (a !== b) return a > b ? -1 : 1
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
}

const namesIn: Readonly<Record<Grouping, (incident: Incident) => readonly (Known<string> | null)[]>> = {
  severity: ({ severity }) => [severity],
  service: ({ services }) => (services.length > 0 ? services : [null]),
  trigger: ({ trigger }) => [trigger],
  month: ({ date }) => [date === null ? null : { ...date, value: date.value.slice(0, 7) }],
}

/** `SEV-1` and `sev1` are one group, under the name that came first. */
function groupBy(by: Grouping, incidents: readonly Incident[], now: number): readonly Group[] {
  const members = new Map<string, { readonly name: string | null; readonly incidents: Set<Incident> }>()
  for (const incident of incidents) {
    for (const known of namesIn[by](incident)) {
      const key = known === null ? '' : wordKey(known.value)
      const group = members.get(key) ?? { name: known?.value ?? null, incidents: new Set() }
      group.incidents.add(incident)
      members.set(key, group)
    }
  }
  return [...members]
    .sort(([one], [other]) => (by === 'month' ? compare(other, one) : compare(one, other)))
    .map(([, group]) => ({
      name: group.name,
      count: group.incidents.size,
      spreads: spreadsOf([...group.incidents]),
      tasks: countTasks([...group.incidents], now),
    }))
}

/** Those without a name come last. */
function compare(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1
  return one < other ? -1 : one > other ? 1 : 0
}
