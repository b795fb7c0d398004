import { millisecondsPerMinute } from '../../time/written/calendar.ts'
import { readInstant } from './instants.ts'
import { fieldOf, itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent, type TextReader } from './pastedEvent.ts'

/** The output of `kubectl get events`. It has ages, which are counted back from when the text was pasted. */
export const readKubernetesTable: TextReader = (text, { now }) => {
  const events: PastedEvent[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '' || /^(?:NAMESPACE {2,})?LAST SEEN\s/.test(line)) continue
    const event = readRow(line, now)
    if (event === null) return null
    events.push(event)
  }
  return events.length === 0 ? null : events
}

const row =
  /^(?:[a-z0-9.-]{1,63} {2,200})?(?<age>(?:\d{1,4}[dhms]){1,3}|<unknown>)(?: \(x\d{1,6} over [0-9dhms]{1,20}\))? {1,200}(?<type>Normal|Warning) {1,200}(?<reason>[A-Z][A-Za-z]{0,80}) {1,200}(?<object>[a-z0-9./-]{1,300})(?<rest> {1,200}\S.{0,2000})?$/

function readRow(line: string, now: number): PastedEvent | null {
  const groups = row.exec(line.trimEnd())?.groups
  if (groups === undefined) return null
  const age = minutesOf(groups.age ?? '')
  const message = (groups.rest ?? '').trim()
  if (age === null) return null
  return {
    instant: now - age.minutes * millisecondsPerMinute,
    approximate: age.isRough,
    text: write(groups.type, groups.reason, groups.object, message),
  }
}

const unitMinutes: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1, s: 1 / 60 }

/** An age in whole hours or days may be off by as much as an hour or a day. */
function minutesOf(age: string): { readonly minutes: number; readonly isRough: boolean } | null {
  const parts = [...age.matchAll(/(\d{1,4})([dhms])/g)]
  const minutes = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitMinutes[unit ?? ''] ?? 0),
    0,
  )
  return parts.length === 0 ? null : { minutes, isRough: !/[ms]$/.test(age) }
}

/** The output of `kubectl get events --output json`. */
export const readKubernetesList: JsonReader = (data) => {
  const events = itemsOf(data, 'items').flatMap((item): readonly PastedEvent[] => {
    const stamp = textOf(item, 'lastTimestamp') ?? textOf(item, 'eventTime') ?? textOf(item, 'firstTimestamp')
    const instant = stamp === null ? null : readInstant(stamp)
    const object = fieldOf(item, 'involvedObject') ?? fieldOf(item, 'regarding')
    const reason = textOf(item, 'reason')
    if (instant === null || object === null || reason === null) return []
    const name = `${(textOf(object, 'kind') ?? '').toLowerCase()}/${textOf(object, 'name') ?? ''}`
    const message = textOf(item, 'message') ?? textOf(item, 'note') ?? ''
    return [exactly(instant, write(textOf(item, 'type') ?? '', reason, name, message))]
  })
  return events.length === 0 ? null : events
}

function write(type = '', reason = '', object = '', message = ''): string {
  const warning = type === 'Warning' ? 'Warning ' : ''
  return `${warning}${reason} on ${object}${message === '' ? '.' : `: ${message}`}`
}
