import { instantOf } from './instants.ts'
import { fieldOf, itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** The updates of incidents on a status page, from Statuspage's API and webhook. */
export const readStatuspage: JsonReader = (data) => {
  const incident = fieldOf(data, 'incident')
  const incidents = incident === null ? itemsOf(data, 'incidents') : [incident]
  const events = incidents.flatMap((each) => {
    const updates = fieldOf(each, 'incident_updates')
    return Array.isArray(updates) ? updates.flatMap(readUpdate) : []
  })
  return events.length === 0 ? null : events
}

function readUpdate(update: unknown): readonly PastedEvent[] {
  const instant = instantOf(update, 'display_at') ?? instantOf(update, 'created_at')
  const [status, body] = [textOf(update, 'status'), textOf(update, 'body')]
  if (instant === null || status === null || body === null) return []
  return [exactly(instant, `Status page, ${status.replaceAll('_', ' ')}: ${body}`)]
}
