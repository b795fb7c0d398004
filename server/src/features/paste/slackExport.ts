import { itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** A Slack export. Joining, leaving and renaming the channel is not part of the story. */
export const readSlackExport: JsonReader = (data) => {
  const events = itemsOf(data, 'messages').flatMap(readMessage)
  return events.length === 0 ? null : events
}

/** Subtypes of messages that somebody wrote. All others are events of the channel itself. */
const messageSubtypes = new Set([null, 'bot_message', 'me_message', 'thread_broadcast', 'file_share'])

function readMessage(message: unknown): readonly PastedEvent[] {
  const stamp = textOf(message, 'ts')
  const text = textOf(message, 'text')
  if (stamp === null || text === null || !/^\d{9,10}\.\d{1,6}$/.test(stamp)) return []
  if (!messageSubtypes.has(textOf(message, 'subtype'))) return []
  return [exactly(Math.floor(Number(stamp)) * 1000, plainText(text))]
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Replaces Slack's markup by plain text: user ids become "someone", and links become their text. */
function plainText(text: string): string {
  return text
    .replace(/<@[A-Z0-9]{1,20}(?:\|[^<>]{1,80})?>/g, 'someone')
    .replace(/<#[A-Z0-9]{1,20}\|([^<>]{1,80})>/g, '#$1')
    .replace(/<!(?:subteam\^[A-Z0-9]{1,20}\|)?@?([^<>|]{1,80})(?:\|[^<>]{1,80})?>/g, '@$1')
    .replace(/<([a-z]{2,10}:[^<>|\s]{1,2000})\|([^<>]{1,300})>/g, '$2 ($1)')
    .replace(/<([a-z]{2,10}:[^<>|\s]{1,2000})>/g, '$1')
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}
