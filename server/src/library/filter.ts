import { perObject } from '../postmortem/lines/perObject.ts'
import type { Incident, Known, Task } from './incident.ts'
import { isOverdue } from './overview.ts'
import { countUrgencies } from './taskStates.ts'
import { wordKey } from './wordKey.ts'

/** What incidents and tasks can be narrowed down by. */
export const facetKinds = ['severity', 'service', 'status', 'tasks'] as const

export type FacetKind = (typeof facetKinds)[number]

export interface Facet {
  readonly kind: FacetKind
  /** As the reports write it; for `tasks` either `open` or `overdue`. */
  readonly value: string
}

export interface CountedFacet extends Facet {
  /** The number of incidents that have it. */
  readonly count: number
}

export interface Filter {
  /** Everything that is shown has all of these words. */
  readonly words: string
  /** One of those of each kind has to fit. */
  readonly facets: readonly Facet[]
}

export const noFilter: Filter = { words: '', facets: [] }

interface Sieve {
  readonly takesIncident: (incident: Incident) => boolean
  /** Those that the filter leaves; the very list of the incident if these are all. */
  readonly tasksOf: (incident: Incident) => readonly Task[]
}

export function createSieve({ words, facets }: Filter, now: number): Sieve {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const keysOf = (kind: FacetKind) =>
    new Set(facets.filter((facet) => facet.kind === kind).map(({ value }) => wordKey(value)))
  const keys = facetKinds.map((kind) => [kind, keysOf(kind)] as const).filter(([, { size }]) => size > 0)
  const fits = (incident: Incident) =>
    keys.every(([kind, chosen]) => namedIn(kind, incident, now).some(([key]) => chosen.has(key)))
  const isOnlyOverdue = keysOf('tasks').has('overdue') && !keysOf('tasks').has('open')
  return {
    takesIncident: (incident) =>
      fits(incident) && wanted.every((word) => lowerTextOf(incident).includes(word)),
    tasksOf: (incident) => {
      if (incident.tasks.length === 0 || !fits(incident)) return []
      const left = wanted.filter((word) => !lowerTextOf(incident).includes(word))
      if (left.length === 0 && !isOnlyOverdue) return incident.tasks
      return incident.tasks.filter(
        (task) =>
          (!isOnlyOverdue || isOverdue(task, now)) &&
          (left.length === 0 || left.every((word) => lowerTaskTextOf(task).includes(word))),
      )
    },
  }
}

/** What there is to choose from, by kind and then by name. */
export function countFacets(incidents: readonly Incident[], now: number): readonly CountedFacet[] {
  const facets = facetKinds.map((kind) => ({ kind, found: new Map<string, Counted>() }))
  for (const incident of incidents) {
    const filed = filedUnder(incident)
    const tasks = taskStatesOf(incident, now)
    for (const { kind, found } of facets) {
      for (const [key, value] of kind === 'tasks' ? tasks : filed[kind]) {
        const known = found.get(key)
        if (known === undefined) found.set(key, { kind, value, count: 1 })
        else known.count += 1
      }
    }
  }
  return facets.flatMap(({ found }) =>
    [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, facet]) => facet),
  )
}

interface Counted extends Facet {
  count: number
}

type Named = readonly (readonly [key: string, value: string])[]

/** What an incident has of a kind, each once however it is spelt. */
function namedIn(kind: FacetKind, incident: Incident, now: number): Named {
  return kind === 'tasks' ? taskStatesOf(incident, now) : filedUnder(incident)[kind]
}

/** Incidents stay the same objects for as long as their reports do. */
const filedUnder = perObject(({ severity, services, status }: Incident) => ({
  severity: named(valuesOf([severity])),
  service: named(valuesOf(services)),
  status: named(valuesOf([status])),
}))

function named(values: readonly string[]): Named {
  return values.length < 2
    ? values.map((value) => [wordKey(value), value])
    : [...new Map(values.map((value) => [wordKey(value), value]))]
}

function valuesOf(known: readonly (Known<string> | null)[]): readonly string[] {
  return known.flatMap((each) => each?.value ?? [])
}

const taskStates = {
  none: named([]),
  open: named(['open']),
  overdue: named(['open', 'overdue']),
}

function taskStatesOf(incident: Incident, now: number): Named {
  const { overdue, due, undated } = countUrgencies(incident, now)
  return overdue > 0 ? taskStates.overdue : due + undated > 0 ? taskStates.open : taskStates.none
}

/** What a reader sees of an incident, and the name of its file. */
const lowerTextOf = perObject(
  ({ title, file, date, severity, status, services, trigger, causes, id }: Incident) => {
    const known = [id, date, severity, status, trigger, ...services, ...causes]
    return [title, file, ...valuesOf(known)].join('\n').toLowerCase()
  },
)

const lowerTaskTextOf = perObject(({ text, owner, due, ticket }: Task) =>
  [text, owner ?? '', due ?? '', ticket ?? ''].join('\n').toLowerCase(),
)
