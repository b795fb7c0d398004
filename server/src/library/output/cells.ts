import { type SentencePart, sentence } from '../../messages/sentence.ts'
import { inEnglish } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident, Known } from '../incident.ts'
import { countTasks } from '../overview.ts'

/** A column of the table of incidents, as text. */
export interface Column {
  readonly title: string
  readonly text: (incident: Incident, now: number) => string
  /** Where it is among the columns that a narrow terminal goes without, one after the other; the first is 1. */
  readonly leaves?: number
}

export const columns: readonly Column[] = [
  { title: 'Date', text: ({ date }) => show(date, String) },
  { title: 'Incident', text: ({ title }) => title },
  { title: 'Severity', text: ({ severity }) => show(severity, String), leaves: 7 },
  { title: 'Status', text: ({ status }) => show(status, String), leaves: 3 },
  {
    title: 'Services',
    text: ({ services }) => services.map((each) => show(each, String)).join(', '),
    leaves: 2,
  },
  { title: 'Duration', text: ({ duration }) => show(duration, shortDuration) },
  { title: 'To detect', text: ({ timeToDetect }) => show(timeToDetect, shortDuration), leaves: 4 },
  {
    title: 'To mitigate',
    text: ({ timeToMitigate }) => show(timeToMitigate, shortDuration),
    leaves: 1,
  },
  { title: 'To resolve', text: ({ timeToResolve }) => show(timeToResolve, shortDuration), leaves: 5 },
  { title: 'Open tasks', text: (incident, now) => inEnglish(describeTasks(incident, now)), leaves: 6 },
]

/** A value that is only assumed has a tilde before it. */
export function show<Value>(known: Known<Value> | null, print: (value: Value) => string): string {
  if (known === null) return ''
  return known.certainty === 'certain' ? print(known.value) : `~${print(known.value)}`
}

/** "2 of 5", "2 of 5, 1 overdue"; empty without tasks. */
export function describeTasks(incident: Incident, now: number): SentencePart {
  const { open, overdue, done } = countTasks([incident], now)
  if (open + done === 0) return ''
  return overdue === 0
    ? sentence`${open} of ${open + done}`
    : sentence`${open} of ${open + done}, ${overdue} overdue`
}
