import { readInstant } from './instants.ts'
import { fieldOf, itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** The log entries of a PagerDuty incident, without the notifications that come with every page. */
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
  const detail = type.startsWith('trigger_')
    ? (textOf(entry, 'channel', 'summary') ?? textOf(entry, 'incident', 'summary'))
    : type.startsWith('annotate_')
      ? textOf(entry, 'channel', 'summary')
      : null
  const isInSummary = detail === null || fieldOf(entry, 'summary') === detail
  return [exactly(instant, isInSummary ? summary : `${summary.replace(/\.$/, '')}: ${detail}`)]
}
