import { instantOf } from './instants.ts'
import { itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** The log of an alert, or alerts, from Opsgenie's API. */
export const readOpsgenie: JsonReader = (data) => {
  const items = itemsOf(data, 'data')
  const events = items.flatMap((item) => [...readLogLine(item), ...readAlert(item)])
  return events.length === 0 ? null : events
}

function readLogLine(line: unknown): readonly PastedEvent[] {
  const [log, created] = [textOf(line, 'log'), instantOf(line, 'createdAt')]
  return log === null || created === null || textOf(line, 'type') === null
    ? []
    : [exactly(created, withoutPeople(log))]
}

function readAlert(alert: unknown): readonly PastedEvent[] {
  const [message, created] = [textOf(alert, 'message'), instantOf(alert, 'createdAt')]
  if (message === null || created === null || textOf(alert, 'tinyId') === null) return []
  const closed = textOf(alert, 'status') === 'closed' ? instantOf(alert, 'updatedAt') : null
  const opened = exactly(created, `Alert opened: ${withoutPeople(message)}`)
  return closed === null ? [opened] : [opened, exactly(closed, `Alert closed: ${withoutPeople(message)}`)]
}

/** The log names people by their addresses. */
function withoutPeople(text: string): string {
  return text.replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, 'someone')
}
