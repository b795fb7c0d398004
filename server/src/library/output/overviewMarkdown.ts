import { inEnglish } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident } from '../incident.ts'
import type { Group, Overview } from '../overview.ts'
import { type Column, columns } from './cells.ts'
import { escapeMarkdown, writeLink, writeTable } from './markdown.ts'
import { describeOverview, describeUnread, groupUnread } from './sentences.ts'

/** `pathOf` gives the path of a report relative to the file that the text is written into. */
export interface MarkdownOptions {
  readonly now: number
  readonly pathOf: (file: string) => string
}

export function writeOverviewMarkdown(overview: Overview, options: MarkdownOptions): string {
  const parts = [
    ...(overview.incidents.length === 0 ? [] : [writeIncidentTable(overview.incidents, options)]),
    ...describeOverview(overview).map(escapeMarkdown),
    ...(overview.groups.length === 0 ? [] : [writeGroups(overview.groups)]),
    ...writeUnread(overview, options),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Columns in which no incident has anything are left out. */
export function writeIncidentTable(incidents: readonly Incident[], { now, pathOf }: MarkdownOptions): string {
  const shown = filledColumns(incidents, now)
  const rows = incidents.map((incident) =>
    shown.map((column) =>
      column.title === 'Incident'
        ? writeLink(column.text(incident, now), pathOf(incident.file))
        : escapeMarkdown(column.text(incident, now)),
    ),
  )
  return writeTable(
    shown.map(({ title }) => title),
    rows,
  )
}

export function filledColumns(incidents: readonly Incident[], now: number): readonly Column[] {
  return columns.filter(
    (column) => column.title === 'Incident' || incidents.some((each) => column.text(each, now) !== ''),
  )
}

/** The cells of the table of groups. */
export const groupHeader: readonly string[] = [
  'Group',
  'Incidents',
  'Median duration',
  'Median to detect',
  'Median to mitigate',
  'Median to resolve',
  'Open tasks',
]

export function groupCells({ name, count, spreads, tasks }: Group): readonly string[] {
  const medians = [spreads.duration, spreads.timeToDetect, spreads.timeToMitigate, spreads.timeToResolve].map(
    (spread) => (spread === null ? '' : `${shortDuration(spread.median)} (${spread.count})`),
  )
  return [name ?? 'not stated', String(count), ...medians, String(tasks.open)]
}

function writeGroups(groups: readonly Group[]): string {
  return writeTable(
    groupHeader,
    groups.map((group) => groupCells(group).map(escapeMarkdown)),
  )
}

function writeUnread({ unread }: Overview, { pathOf }: MarkdownOptions): readonly string[] {
  if (unread.length === 0) return []
  const items = groupUnread(unread).map(
    (each) =>
      `- ${writeLink(each.file, pathOf(each.file))}: ${escapeMarkdown(inEnglish(describeUnread(each)))}`,
  )
  return ['Could not be read:', items.join('\n')]
}
