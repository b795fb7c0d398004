import { instantOf } from './instants.ts'
import { itemsOf, numberOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** Events from Datadog's API, in its first and in its second version. */
export const readDatadog: JsonReader = (data) => {
  const events = itemsOf(data, 'events', 'data').flatMap(readEvent)
  return events.length === 0 ? null : events
}

function readEvent(event: unknown): readonly PastedEvent[] {
  const seconds = numberOf(event, 'date_happened')
  const title = textOf(event, 'title')
  if (seconds !== null && title !== null) return [exactly(seconds * 1000, titleWithoutMarkup(title))]
  const instant = textOf(event, 'type') === 'event' ? instantOf(event, 'attributes', 'timestamp') : null
  const later = textOf(event, 'attributes', 'attributes', 'title') ?? textOf(event, 'attributes', 'message')
  return instant === null || later === null ? [] : [exactly(instant, titleWithoutMarkup(later))]
}

/** Datadog brackets messages with `%%%`. */
function titleWithoutMarkup(title: string): string {
  return title.replaceAll('%%%', ' ')
}
