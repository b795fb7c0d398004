import { instantOf } from './instants.ts'
import { itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** Alerts from Alertmanager's API and webhook, and from Prometheus. */
export const readAlerts: JsonReader = (data, { now }) => {
  const events = itemsOf(data, 'alerts', 'data.alerts').flatMap((alert) => readAlert(alert, now))
  return events.length === 0 ? null : events
}

function readAlert(alert: unknown, now: number): readonly PastedEvent[] {
  const began = instantOf(alert, 'startsAt') ?? instantOf(alert, 'activeAt')
  const name = textOf(alert, 'labels', 'alertname')
  if (began === null || name === null) return []
  const ended = instantOf(alert, 'endsAt')
  const severity = textOf(alert, 'labels', 'severity')
  const summary =
    textOf(alert, 'annotations', 'summary') ??
    textOf(alert, 'annotations', 'description') ??
    textOf(alert, 'labels', 'instance')
  const about = summary === null ? '.' : `: ${summary}`
  const fired = exactly(began, `Alert ${name}${severity === null ? '' : ` (${severity})`} fired${about}`)
  // While an alert is firing, `endsAt` is when it expires unless it is renewed.
  const isOver = ended !== null && ended > began && ended <= now && textOf(alert, 'status') !== 'firing'
  return isOver ? [fired, exactly(ended, `Alert ${name} was resolved.`)] : [fired]
}
