import { readInstant } from './instants.ts'
import { fieldOf, itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** The log entries of an incident in PagerDuty. That somebody was notified is told with every page, and left out. */
export const readPagerDuty: JsonReader = (data) => {
  const events = itemsOf(data, 'log_entries', 'incident.log_entries').flatMap(readEntry)
  return events.length === 0 ? null : events
}

function readEntry(entry: unknown): readonly PastedEvent[] {
  const type = textOf(entry, 'type') ?? ''
  const created = textOf(entry, 'created_at')
  const instant = created === null ? null : readInstant(created)
  const summary = textOf(entry, 'summary')
  if (!/_log_entry(?:_reference)?$/.test(type) || instant === null || summary === null) return []
  if (type.startsWith('notify_')) return []
  const what = type.startsWith('trigger_')
    ? (textOf(entry, 'channel', 'summary') ?? textOf(entry, 'incident', 'summary'))
    : type.startsWith('annotate_')
      ? textOf(entry, 'channel', 'summary')
      : null
  const isSaid = what === null || fieldOf(entry, 'summary') === what
  return [exactly(instant, isSaid ? summary : `${summary.replace(/\.$/, '')}: ${what}`)]
}
