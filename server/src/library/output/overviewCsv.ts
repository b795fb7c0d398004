import type { Incident } from '../incident.ts'
import { countTasks, type Overview } from '../overview.ts'
import { writeCsv } from './csv.ts'

type Value = string | number | null

const csvColumns: readonly (readonly [name: string, value: (incident: Incident, now: number) => Value])[] = [
  ['file', ({ file }) => file],
  ['line', ({ line }) => line],
  ['title', ({ title }) => title],
  ['id', ({ id }) => id?.value ?? null],
  ['date', ({ date }) => date?.value ?? null],
  ['severity', ({ severity }) => severity?.value ?? null],
  ['status', ({ status }) => status?.value ?? null],
  ['services', ({ services }) => listOf(services)],
  ['trigger', ({ trigger }) => trigger?.value ?? null],
  ['causes', ({ causes }) => listOf(causes)],
  ['related', ({ related }) => listOf(related)],
  ['near_miss', ({ isNearMiss }) => (isNearMiss ? 'yes' : 'no')],
  ['duration_minutes', ({ duration }) => duration?.value ?? null],
  ['minutes_to_detect', ({ timeToDetect }) => timeToDetect?.value ?? null],
  ['minutes_to_mitigate', ({ timeToMitigate }) => timeToMitigate?.value ?? null],
  ['minutes_to_resolve', ({ timeToResolve }) => timeToResolve?.value ?? null],
  ['tasks_open', (incident, now) => countTasks([incident], now).open],
  ['tasks_overdue', (incident, now) => countTasks([incident], now).overdue],
  ['tasks_done', (incident, now) => countTasks([incident], now).done],
  ['words', ({ words }) => words],
  ['findings', ({ findings }) => findings],
  ['assumed', (incident) => assumedIn(incident)],
  ['unread', ({ unread }) => unread.map(({ column }) => column).join('; ')],
]

export function writeOverviewCsv({ incidents }: Overview, now: number): string {
  return writeCsv([
    csvColumns.map(([name]) => name),
    ...incidents.map((incident) => csvColumns.map(([, value]) => value(incident, now))),
  ])
}

function listOf(values: Incident['services']): string {
  return values.map(({ value }) => value).join('; ')
}

const singles = [
  'id',
  'date',
  'severity',
  'status',
  'trigger',
  'duration',
  'timeToDetect',
  'timeToMitigate',
  'timeToResolve',
] as const

/** The values that are not certain. */
function assumedIn(incident: Incident): string {
  return singles.filter((key) => incident[key]?.certainty === 'assumed').join('; ')
}
