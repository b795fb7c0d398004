import type { Incident, Known, Task } from './incident.ts'
import { isOverdue } from './overview.ts'
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

export interface Sieve {
  readonly takesIncident: (incident: Incident) => boolean
  readonly takesTask: (task: Task, incident: Incident) => boolean
}

export function createSieve({ words, facets }: Filter, now: number): Sieve {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const keysOf = (kind: FacetKind) =>
    new Set(facets.filter((facet) => facet.kind === kind).map(({ value }) => wordKey(value)))
  const keys = facetKinds.map((kind) => [kind, keysOf(kind)] as const).filter(([, { size }]) => size > 0)
  const fits = (incident: Incident) =>
    keys.every(([kind, chosen]) => valuesOf(kind, incident, now).some((value) => chosen.has(wordKey(value))))
  const has = (text: string) => {
    const lower = text.toLowerCase()
    return wanted.every((word) => lower.includes(word))
  }
  const isOnlyOverdue = keysOf('tasks').has('overdue') && !keysOf('tasks').has('open')
  return {
    takesIncident: (incident) => fits(incident) && (wanted.length === 0 || has(textOf(incident))),
    takesTask: (task, incident) =>
      fits(incident) &&
      (!isOnlyOverdue || isOverdue(task, now)) &&
      (wanted.length === 0 || has(`${textOf(incident)}\n${taskTextOf(task)}`)),
  }
}

/** What there is to choose from, by kind and then by name. */
export function countFacets(incidents: readonly Incident[], now: number): readonly CountedFacet[] {
  return facetKinds.flatMap((kind) => {
    const found = new Map<string, CountedFacet>()
    for (const incident of incidents) {
      const named = new Map(valuesOf(kind, incident, now).map((value) => [wordKey(value), value]))
      for (const [key, value] of named) {
        const known = found.get(key)
        found.set(key, { kind, value: known?.value ?? value, count: (known?.count ?? 0) + 1 })
      }
    }
    return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, facet]) => facet)
  })
}

function valuesOf(kind: FacetKind, incident: Incident, now: number): readonly string[] {
  if (kind === 'tasks') return taskStates(incident, now)
  const known: readonly (Known<string> | null)[] =
    kind === 'service' ? incident.services : [incident[kind as 'severity' | 'status']]
  return known.flatMap((each) => each?.value ?? [])
}

function taskStates({ tasks }: Incident, now: number): readonly string[] {
  return [
    ...(tasks.some(({ done }) => !done) ? ['open'] : []),
    ...(tasks.some((task) => isOverdue(task, now)) ? ['overdue'] : []),
  ]
}

/** What a reader sees of an incident, and the name of its file. */
function textOf({ title, file, date, severity, status, services, trigger, causes, id }: Incident): string {
  const known = [id, date, severity, status, trigger, ...services, ...causes]
  return [title, file, ...known.flatMap((each) => each?.value ?? [])].join('\n')
}

function taskTextOf({ text, owner, due, ticket }: Task): string {
  return [text, owner ?? '', due ?? '', ticket ?? ''].join('\n')
}
