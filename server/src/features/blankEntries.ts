import type { Passage } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { WrittenClock, WrittenTime } from '../time/written/written.ts'

/** A timeline entry that the template left to be filled in: `- {{HH:MM}} UTC - {{What happened.}}` */
export interface BlankEntry {
  /** The start of its line. */
  readonly start: number
  /** The text before the time. */
  readonly lead: string
  /** The text between the time and the event. */
  readonly between: string
}

export function findBlankEntries({ sections, placeholders, source }: Report): readonly BlankEntry[] {
  const timeline = sections.find(({ id }) => id === 'timeline')
  if (timeline === undefined) return []
  return placeholders
    .filter(({ text, start }) => text === '{{HH:MM}}' && timeline.start <= start && start < timeline.end)
    .map((time) => {
      const { start } = sourceLineAt(time.start, source)
      return { start, lead: source.slice(start, time.start), between: between(time, placeholders, source) }
    })
}

/** The zone and the dash, up to the placeholder of the event; a plain dash if the line has no such placeholder. */
function between(time: Passage, placeholders: readonly Passage[], source: Report['source']): string {
  const event = placeholders.find(({ text, start }) => start > time.start && text !== '{{time zone}}')
  const text = source.slice(time.end, event?.start ?? time.end)
  return text === '' || /[\r\n]/.test(text) ? ' - ' : text
}

/** Fills in the line of a blank entry. */
export function writeLikeBlank({ lead, between }: BlankEntry, written: WrittenTime, event: string): string {
  const { own, zone, clock } = written
  const dated = clock === null ? own.text : own.text.replace(clock.text, printClock(clock))
  const label = zone === null ? dated : dated.replace(zone.text, '').trimEnd()
  return `${lead}${label}${zone === null ? between : putZone(between, zone.text)}${event}`
}

/** Follows the placeholder's `HH:MM`, unless the clock says more than hours and minutes. */
function printClock({ text, hour, minute, precision, meridiem }: WrittenClock): string {
  if (precision !== 'minute' || meridiem !== null) return text
  return [hour, minute].map((each) => String(each).padStart(2, '0')).join(':')
}

function putZone(between: string, zone: string): string {
  const written = /^\s*(?:\{\{time zone\}\}|[A-Z][\w/+:-]*)/
  return written.test(between) ? between.replace(written, () => ` ${zone}`) : ` ${zone}${between}`
}
