import { itemsOf, numberOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** Annotations from Grafana's API: what people marked in a graph, and the changes of an alert's state. */
export const readGrafana: JsonReader = (data) => {
  const events = itemsOf(data).flatMap(readAnnotation)
  return events.length === 0 ? null : events
}

function readAnnotation(annotation: unknown): readonly PastedEvent[] {
  const time = numberOf(annotation, 'time')
  const dashboard = textOf(annotation, 'dashboardUID') ?? numberOf(annotation, 'dashboardId')
  if (time === null || time < earliest || dashboard === null) return []
  const [name, state, text] = ['alertName', 'newState', 'text'].map((field) => textOf(annotation, field))
  if (name != null && state != null) return [exactly(time, `Alert ${name} went to ${state}.`)]
  return text == null ? [] : [exactly(time, text.replace(/<[^<>]{1,200}>/g, ' '))]
}

/** In milliseconds: a smaller number counts something else. */
const earliest = Date.UTC(2001, 8)
