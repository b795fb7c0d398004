import { placeClock, readClock } from './chatClock.ts'
import { exactly, type PastedEvent, type TextReader } from './pastedEvent.ts'

/** Messages copied from Microsoft Teams: `[9:09 AM] Name` or `[Yesterday 9:09 AM] Name`, then the message. */
export const readTeamsText: TextReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd())
  if (!header.test(lines.find((line) => line !== '') ?? '')) return null
  const events: PastedEvent[] = []
  let previous: number | null = null
  for (let index = 0; index < lines.length; index += 1) {
    const groups = header.exec(lines[index] ?? '')?.groups
    if (groups === undefined) continue
    const next = lines.findIndex((line, at) => at > index && header.test(line))
    const message = lines.slice(index + 1, next === -1 ? lines.length : next).join('\n')
    // Without a message below, what looks like a name is the message of another chat.
    if (message.trim() === '') return null
    const minutes = readClock(groups.clock ?? '')
    const instant: number | null =
      minutes === null ? null : placeClock(minutes, groups.day ?? null, previous, context)
    if (instant === null) return null
    previous = instant
    events.push(exactly(instant, message))
  }
  return events.length === 0 ? null : events
}

/** A date in digits is left out: it may be the day or the month that comes first. */
const header =
  /^\[(?:(?<day>Today|Yesterday) (?:at )?)?(?<clock>\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)\] \p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40}){0,3}(?: \([^()]{1,40}\))?$/u
