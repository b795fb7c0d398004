import { instantOf } from './instants.ts'
import { itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** Issues and events from Sentry's API. */
export const readSentry: JsonReader = (data) => {
  const events = itemsOf(data, 'data').flatMap((item) => [...readIssue(item), ...readEvent(item)])
  return events.length === 0 ? null : events
}

function readIssue(issue: unknown): readonly PastedEvent[] {
  const [id, title] = [textOf(issue, 'shortId'), textOf(issue, 'title')]
  const first = instantOf(issue, 'firstSeen')
  return id === null || title === null || first === null
    ? []
    : [exactly(first, `Sentry saw ${id} for the first time: ${title}`)]
}

function readEvent(event: unknown): readonly PastedEvent[] {
  const title = textOf(event, 'title') ?? textOf(event, 'message')
  const instant = instantOf(event, 'dateCreated')
  return textOf(event, 'eventID') === null || title === null || instant === null
    ? []
    : [exactly(instant, `Sentry event: ${title}`)]
}
