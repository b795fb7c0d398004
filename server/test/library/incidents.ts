import type { Incident, Known, Task } from '../../src/library/incident.ts'
import { readIncidents } from '../../src/library/readIncidents.ts'
import { createService } from '../../src/service.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

/** The incidents in a text, as they are found in a file of this name. */
export function incidentsIn(text: string, file = 'report.md', words = {}): readonly Incident[] {
  const { report } = service.open(text)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  return readIncidents(report, { file, findings: 0, words, lineAt })
}

export function incidentIn(text: string, file?: string, words?: object): Incident {
  const [incident, ...others] = incidentsIn(text, file, words)
  if (incident === undefined || others.length > 0)
    throw new Error('The text is not the report on one incident.')
  return incident
}

export const known = <Value>(value: Value): Known<Value> => ({ value, line: 1, certainty: 'certain' })

/** An incident of which a test says only what it is about. */
export function makeIncident(stated: Partial<Incident> = {}): Incident {
  return {
    file: 'incidents/report.md',
    line: 1,
    title: 'Search is down',
    id: null,
    date: null,
    severity: null,
    status: null,
    services: [],
    trigger: null,
    causes: [],
    related: [],
    isNearMiss: false,
    duration: null,
    timeToDetect: null,
    timeToMitigate: null,
    timeToResolve: null,
    tasks: [],
    words: 100,
    findings: 0,
    unread: [],
    text: '',
    ...stated,
  }
}

export function makeTask(stated: Partial<Task> = {}): Task {
  return {
    text: 'Add an alert',
    line: 9,
    done: false,
    hasCheckbox: false,
    owner: null,
    due: null,
    dueDay: null,
    deadline: stated.done === true ? null : (stated.dueDay ?? null),
    ticket: null,
    ...stated,
  }
}

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
