import { maskSecrets } from '../../postmortem/disclosures/secretMask.ts'
import type { Edit, Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import { readAlerts } from './alerts.ts'
import { readDatadog } from './datadog.ts'
import { readDeployments } from './deployments.ts'
import { readDiscordText } from './discordText.ts'
import { type EntryStyle, findEntryStyle } from './entryStyle.ts'
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
  const section = report.recognition.postmortem ? findTimeline(report, selection) : null
  const place = findPlace(report, selection)
  if (section === null || (place.isBegun && place.after !== '')) return null
  const lines = writeEntries(report, paste)
  return lines === null ? null : { ...selection, text: fitIn(lines, place, report) }
}

/** Also accepts a selection elsewhere: the entries then go after the entry that contains it, or to the end. */
export function pasteAnywhere(report: Report, selection: Range, paste: Paste): Edit | null {
  const here = pasteTimeline(report, selection, paste)
  const section = report.sections.find(({ id }) => id === 'timeline')
  if (here !== null || section === undefined || !report.recognition.postmortem) return here
  const { entries } = report.timeline
  const around = entries.find(({ start, end }) => start <= selection.start && selection.end <= end)
  const last = entries.findLast(({ end }) => end <= section.end)
  const { end } = around ?? last ?? section.title
  return pasteTimeline(report, { start: end, end }, paste)
}

function findTimeline({ sections }: Report, { start, end }: Range): Section | null {
  const found = sections.find(
    (section) => section.id === 'timeline' && section.title.end <= start && end <= section.end,
  )
  return found ?? null
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

function writeEntries(report: Report, { text, now, readerZone }: Paste): readonly string[] | null {
  const start = report.fields.start?.time.instant ?? null
  const events = readEvents(text, { now, readerZone, start })
  if (events === null) return null
  const style = findEntryStyle(report)
  const sorted = [...events].sort((one, other) => one.instant - other.instant)
  let day = style.day
  return sorted.map((event) => {
    const wall = style.wallOf(event.instant)
    const today = Math.floor(wall / millisecondsPerDay)
    const line = writeEntry(event, wall, day !== null && day !== today, style)
    day = today
    return line
  })
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
