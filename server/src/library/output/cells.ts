import { type SentencePart, sentence } from '../../messages/sentence.ts'
import { inEnglish } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident, Known } from '../incident.ts'
import { countTasks } from '../overview.ts'

/** A column of the table of incidents, as text. */
export interface Column {
  readonly title: string
  readonly text: (incident: Incident, now: number) => string
  /** True if a narrow terminal goes without it. */
  readonly isFirstToGo?: boolean
}

export const columns: readonly Column[] = [
  { title: 'Date', text: ({ date }) => show(date, String) },
  { title: 'Incident', text: ({ title }) => title },
  { title: 'Severity', text: ({ severity }) => show(severity, String) },
  { title: 'Status', text: ({ status }) => show(status, String) },
  { title: 'Services', text: ({ services }) => services.map((each) => show(each, String)).join(', ') },
  { title: 'Duration', text: ({ duration }) => show(duration, shortDuration) },
  { title: 'To detect', text: ({ timeToDetect }) => show(timeToDetect, shortDuration) },
  {
    title: 'To mitigate',
    text: ({ timeToMitigate }) => show(timeToMitigate, shortDuration),
    isFirstToGo: true,
  },
  { title: 'To resolve', text: ({ timeToResolve }) => show(timeToResolve, shortDuration) },
  { title: 'Open tasks', text: (incident, now) => inEnglish(describeTasks(incident, now)) },
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
