import { maskSecrets } from '../../postmortem/disclosures/secretMask.ts'
import type { Edit, Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import { readAlerts } from './alerts.ts'
import { readDatadog } from './datadog.ts'
import { readDeployments } from './deployments.ts'
import { readDiscordText } from './discordText.ts'
import { dayOf, type EntryStyle, findEntryStyle } from './entryStyle.ts'
import { readGitLog } from './gitLog.ts'
import { readGrafana } from './grafana.ts'
import { readJournal } from './journald.ts'
import { readKubernetesList, readKubernetesTable } from './kubernetesEvents.ts'
import { readOpsgenie } from './opsgenie.ts'
import { readPagerDuty } from './pagerDuty.ts'
import type { JsonReader, PasteContext, PastedEvent, TextReader } from './pastedEvent.ts'
import { readSentry } from './sentry.ts'
import { readSlackExport } from './slackExport.ts'
import { readSlackText } from './slackText.ts'
import { readStatuspage } from './statuspage.ts'
import { readTeamsText } from './teamsText.ts'

/** The pasted text, with the time and the zone of the person who pastes it. */
export type Paste = Pick<PasteContext, 'now' | 'readerZone'> & { readonly text: string }

/**
 * Pastes text copied from a chat, an alert or a log into the timeline, as entries in the style of the existing ones.
 * Null if the selection is not in a timeline or is in the middle of a line, or if the format is unknown.
 */
export function pasteTimeline(report: Report, selection: Range, paste: Paste): Edit | null {
  if (!canPasteAt(selection, report)) return null
  const events = readSorted(report, paste)
  return events === null ? null : writeAt(selection, events, report)
}

export interface PlacedPaste extends Edit {
  /** Whether the entries follow those around them in time; unknown if some of those have no certain time. */
  readonly order: 'kept' | 'broken' | 'unknown'
}

/** Also accepts a selection elsewhere: the entries then go to their place in time, or to the end if it is unknown. */
export function pasteAnywhere(report: Report, selection: Range, paste: Paste): PlacedPaste | null {
  const section = report.sections.find(({ id }) => id === 'timeline')
  if (section === undefined || !report.recognition.postmortem) return null
  const events = readSorted(report, paste)
  if (events === null) return null
  if (canPasteAt(selection, report)) return { ...writeAt(selection, events, report), order: 'kept' }
  const { at, order } = findPlaceInTime(events, section, report)
  return { ...writeAt({ start: at, end: at }, events, report), order }
}

function canPasteAt(selection: Range, report: Report): boolean {
  const { start, end } = selection
  const isInTimeline = report.sections.some(
    (section) => section.id === 'timeline' && section.title.end <= start && end <= section.end,
  )
  const { isBegun, after } = findPlace(report, selection)
  return report.recognition.postmortem && isInTimeline && (!isBegun || after === '')
}

/** After the last entry that is not later than the first event. */
function findPlaceInTime(
  events: readonly PastedEvent[],
  section: Section,
  report: Report,
): Pick<PlacedPaste, 'order'> & { readonly at: number } {
  const entries = report.timeline.entries.filter(({ end }) => end <= section.end)
  const instants = entries.map(({ time }) => (time?.certainty === 'certain' ? time.instant : null))
  const end = entries.at(-1)?.end ?? section.title.end
  if (instants.includes(null)) return { at: end, order: 'unknown' }
  const [first = 0, last = 0] = [events[0]?.instant, events.at(-1)?.instant]
  const next = instants.findIndex((instant) => instant !== null && instant > first)
  const after = entries[next]
  if (after === undefined) return { at: end, order: 'kept' }
  const order = last > (instants[next] ?? last) ? 'broken' : 'kept'
  const before = entries[next - 1]
  return { at: before?.end ?? after.start - findPlace(report, after).before.length, order }
}

function writeAt(selection: Range, events: readonly PastedEvent[], report: Report): Edit {
  const lines = writeEntries(events, selection.start, report)
  return { ...selection, text: fitIn(lines, findPlace(report, selection), report) }
}

const textReaders: readonly TextReader[] = [
  readKubernetesTable,
  readGitLog,
  readJournal,
  readTeamsText,
  readDiscordText,
  readSlackText,
]
const jsonReaders: readonly JsonReader[] = [
  readPagerDuty,
  readAlerts,
  readSlackExport,
  readKubernetesList,
  readStatuspage,
  readOpsgenie,
  readDatadog,
  readSentry,
  readDeployments,
  readGrafana,
]

/** Longer texts, in UTF-16 units, are exports of whole months rather than the timeline of an incident. */
const maxJsonLength = 4_000_000
const maxTextLength = 200_000

function readEvents(text: string, context: PasteContext): readonly PastedEvent[] | null {
  if (text.length > maxJsonLength) return null
  const data = parseJson(text)
  if (data === undefined && text.length > maxTextLength) return null
  const readings =
    data === undefined
      ? textReaders.map((read) => () => read(text, context))
      : jsonReaders.map((read) => () => read(data, context))
  for (const read of readings) {
    const events = read()
    if (events !== null) return events
  }
  return null
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{]\s*["{[\]}]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readSorted(report: Report, { text, now, readerZone }: Paste): readonly PastedEvent[] | null {
  const start = report.fields.start?.time.instant ?? null
  const events = readEvents(text, { now, readerZone, start })
  return events && [...events].sort((one, other) => one.instant - other.instant)
}

/** Where the day is unknown, the first entry has its date if a later one needs one. */
function writeEntries(events: readonly PastedEvent[], at: number, report: Report): readonly string[] {
  const style = findEntryStyle(report)
  const walls = events.map(({ instant }) => style.wallOf(instant))
  const days = walls.map((wall) => Math.floor(wall / millisecondsPerDay))
  const above = dayAbove(at, report) ?? (new Set(days).size > 1 ? null : (days[0] ?? null))
  return events.map((event, index) => {
    const withDate = days[index] !== (index === 0 ? above : days[index - 1])
    return writeEntry(event, walls[index] ?? 0, withDate, style)
  })
}

/** The day that a reader gives an entry without a date. */
function dayAbove(at: number, { timeline, fields }: Report): number | null {
  const above = timeline.entries.findLast(({ end, time }) => time !== null && end <= at)
  const time = above?.time ?? fields.start?.time
  return time == null ? null : dayOf(time)
}

function writeEntry(event: PastedEvent, wall: number, withDate: boolean, style: EntryStyle): string {
  const time = `${event.approximate ? '~' : ''}${style.writeTime(wall, withDate)}`
  const text = tidy(event.text, style.after !== '')
  return `${style.before}${time}${style.between}${text}${style.after}`
}

/** An entry of one or two sentences, in UTF-16 units. */
const maxEntryLength = 300

/** One line without secrets, escaped so that Markdown shows it as written. */
function tidy(text: string, isCell: boolean): string {
  const line = maskSecrets(text)
    .replace(/`{3,}\w{0,20}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const shown = line.length > maxEntryLength ? `${line.slice(0, maxEntryLength).trimEnd()} …` : line
  const escaped = shown.replace(/<(?=[A-Za-z/!?])/g, '\\<').replace(/\{\{/g, '{ {')
  return isCell ? escaped.replace(/\|/g, '\\|') : escaped
}

/** The text on the line before and after the selection. */
interface Place {
  readonly before: string
  readonly after: string
  /** True if more than a bullet precedes the selection. */
  readonly isBegun: boolean
}

const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?<blank>[ \t]*)$/

function findPlace({ source }: Report, { start, end }: Range): Place {
  const before =
    source
      .slice(Math.max(0, start - 2000), start)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  const after = source.slice(end, end + 2000).split(/[\r\n]/)[0] ?? ''
  return { before, after: after.trim(), isBegun: before.trim() !== '' && !bullet.test(before) }
}

/** Puts the entries on lines of their own; a bullet before the selection becomes that of the first entry. */
function fitIn(lines: readonly string[], { before, after, isBegun }: Place, { style }: Report): string {
  const line = style.lineEnding
  const text = lines.join(line)
  const blank = bullet.exec(before)?.groups?.blank
  const begun =
    blank === undefined
      ? `${isBegun ? line + (isTitle(before) ? line : '') : ''}${text}`
      : text.replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/, blank === '' ? ' ' : '')
  return `${begun}${after === '' ? '' : line}`
}

function isTitle(before: string): boolean {
  return /^#|^\*\*.*\*\*:?$/.test(before)
}
