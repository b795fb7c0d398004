import { placeClock, readClock } from './chatClock.ts'
import { exactly, type PastedEvent, type TextReader } from './pastedEvent.ts'

/** Messages copied from Discord: `name — Today at 9:09 AM`, then the message. */
export const readDiscordText: TextReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd())
  if (!header.test(lines.find((line) => line !== '') ?? '')) return null
  const messages: { readonly day: string | null; readonly clock: string; readonly lines: string[] }[] = []
  for (const line of lines) {
    const groups = header.exec(line)?.groups
    if (groups?.clock === undefined) messages.at(-1)?.lines.push(line)
    else messages.push({ day: groups.day ?? null, clock: groups.clock, lines: [] })
  }
  const events: PastedEvent[] = []
  let previous: number | null = null
  for (const { day, clock, lines: own } of messages) {
    const minutes = readClock(clock)
    const instant: number | null = minutes === null ? null : placeClock(minutes, day, previous, context)
    if (instant === null) return null
    previous = instant
    const message = own.join('\n').trim()
    if (message !== '') events.push(exactly(instant, message))
  }
  return events.length === 0 ? null : events
}

/** A date in digits is left out: it may be the day or the month that comes first. */
const header = /^\S.{0,60}? — (?:(?<day>Today|Yesterday) at )?(?<clock>\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)$/u
