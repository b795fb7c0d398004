import { placeClock, readClock } from './chatClock.ts'
import { exactly, type PasteContext, type PastedEvent, type TextReader } from './pastedEvent.ts'

/**
 * Messages copied from Slack: a name and a time, then the message; a time alone for the next message of the same
 * person. Names are left out, since a timeline says what happened and not who is to blame.
 */
export const readSlackText: TextReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd())
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first === -1 || !beginsMessage(lines, first)) return null
  const messages = splitMessages(lines)
  const events = placeMessages(messages, context)
  return events.length === 0 ? null : events
}

const clock = '(?<clock>\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?)'
const day = '(?:(?<day>\\p{L}[\\p{L}\\d ,]{2,40}?)(?: at |, ))?'

/** `On-call engineer  10:02 AM` and `On-call engineer [10:02 AM]`, the latter optionally followed by the message. */
const headers = [
  new RegExp(`^(?<name>\\S.{0,79}?)(?: {2,10}|\\t)${day}${clock}$`, 'u'),
  new RegExp(`^(?<name>\\S.{0,79}?)?:? ?\\[${day}${clock}\\]:?(?: (?<message>.{0,4000}))?$`, 'u'),
]
/** A time on a line of its own, below the name or before the next message. */
const aloneTime = new RegExp(`^\\s{0,10}${day}${clock}$`, 'u')
const dayLine =
  /^(?:[-–—]{1,20} ?)?(?<day>Today|Yesterday|(?:\p{L}{3,9}, )?\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)(?: ?[-–—]{1,20})?$/u
/** Text that Slack shows around messages: reply counts, reactions, markers of new messages. */
const decoration =
  /^(?:New|\(edited\)|\d{1,3} repl(?:y|ies)|Last reply .{1,60}|View thread|Also sent to the channel|:[\w+-]{1,60}:|\d{1,3}|APP|[A-Z]{2,3} ?\d{0,2})$/

interface Message {
  readonly day: string | null
  readonly clock: string
  readonly lines: string[]
}

function beginsMessage(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (headers.some((header) => header.test(line))) return true
  const next = lines.slice(index + 1).find((each) => each.trim() !== '') ?? ''
  if (dayLine.test(line)) return headers.some((header) => header.test(next))
  // A name with the time indented on the line below.
  return line.trim().length <= 80 && /^\s/.test(next) && aloneTime.test(next)
}

function splitMessages(lines: readonly string[]): readonly Message[] {
  const messages: Message[] = []
  let separator: string | null = null
  for (const [index, line] of lines.entries()) {
    const date = dayLine.exec(line.trim())?.groups?.day
    if (date !== undefined) {
      separator = date
      continue
    }
    const groups =
      headers.map((header) => header.exec(line)?.groups).find((found) => found !== undefined) ??
      aloneTime.exec(line)?.groups
    if (groups?.clock !== undefined) {
      const firstLines = groups.message === undefined ? [] : [groups.message]
      messages.push({ day: groups.day ?? separator, clock: groups.clock, lines: firstLines })
    } else if (!isNameAbove(lines, index)) messages.at(-1)?.lines.push(line)
  }
  return messages
}

function isNameAbove(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] ?? ''
  return /^\s/.test(next) && aloneTime.test(next) && (lines[index] ?? '').length <= 80
}

function placeMessages(messages: readonly Message[], context: PasteContext): readonly PastedEvent[] {
  const events: PastedEvent[] = []
  let previous: number | null = null
  for (const message of messages) {
    const minutes = readClock(message.clock)
    const text = message.lines.filter((line) => !decoration.test(line.trim())).join('\n')
    const instant: number | null =
      minutes === null ? null : placeClock(minutes, message.day, previous, context)
    if (instant === null) continue
    previous = instant
    if (text.trim() !== '') events.push(exactly(instant, text.replace(/\s?\(edited\)\s{0,20}$/, '')))
  }
  return events
}
