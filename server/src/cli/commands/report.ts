import { createHash } from 'node:crypto'
import type { Incident } from '../../library/incident.ts'
import type { Column } from '../../library/output/cells.ts'
import { writeOverviewCsv } from '../../library/output/overviewCsv.ts'
import { writeOverviewJson } from '../../library/output/overviewJson.ts'
import {
  filledColumns,
  groupCells,
  groupHeader,
  writeOverviewMarkdown,
} from '../../library/output/overviewMarkdown.ts'
import { describeOverview, describeUnread, groupUnread } from '../../library/output/sentences.ts'
import { groupings, makeOverview, type Overview } from '../../library/overview.ts'
import { writePage } from '../../library/page/page.ts'
import { inEnglish } from '../../messages/translate.ts'
import { listOf, readChoice } from '../../readChoice.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand, pathsHelp, readsPaths, writesOutputAndCache } from '../command.ts'
import { cachedLibraryOptions, collectIncidents, sayIfNone } from '../incidents.ts'
import { toVisible } from '../reporters/visible.ts'
import { status, type Terminal } from '../terminal.ts'
import { fitColumns, writeTerminalTable } from '../terminalTable.ts'
import { wrapForTerminal } from '../wrap.ts'

const formats = ['table', 'markdown', 'csv', 'json', 'html'] as const

export const report = defineCommand({
  name: 'report',
  usage: 'postmortem report [PATH…]',
  summary: 'Shows all incidents in one table, with how long they lasted and what is still to be done.',
  details: `${pathsHelp} A value with a tilde is only assumed: it follows from another one, or from a sentence. A day or a time that a report does not state clearly is left out of the table and listed below it, with the reason. Any other empty cell means that the report states no value. Figures are medians and quartiles.`,
  options: {
    format: { value: 'FORMAT', help: `${listOf(formats)} (table)` },
    by: { value: 'WHAT', help: `also grouped by  ${listOf(groupings)}` },
    since: { value: 'DAY', help: 'only incidents from this day on: 2026-01-31, 2026-01, 2026, or 90d' },
    mean: { help: 'also the mean, which a single long outage can dominate' },
    ...cachedLibraryOptions,
  },
  reads: readsPaths,
  writes: writesOutputAndCache,
  examples: [
    ['postmortem report incidents/', 'all incidents'],
    ['postmortem report --by severity --since 2026', 'those of this year, by severity'],
    ['postmortem report --format csv > incidents.csv', 'for a spreadsheet'],
    ['postmortem report --format html > incidents.html', 'a page with pictures, for a browser'],
  ],
  exitStatus: '0 done, 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const format = readChoice(values.format ?? 'table', formats, 'format')
    const by = values.by === undefined ? null : readChoice(values.by, groupings, 'grouping')
    const now = terminal.now()
    const since = values.since === undefined ? null : readSince(values.since, now)
    const { incidents, statusOr } = await collectIncidents(names, values, terminal)
    sayIfNone(incidents, terminal)
    const overview = makeOverview(incidents, { by, since, hasMeans: values.mean === true, now })
    await terminal.write(writers[format](overview, terminal))
    return statusOr(status.clean)
  },
})

const writers: Readonly<
  Record<(typeof formats)[number], (overview: Overview, terminal: Terminal) => string>
> = {
  table: writeText,
  markdown: (overview, { now }) => writeOverviewMarkdown(overview, { now: now(), pathOf: (file) => file }),
  csv: (overview, { now }) => writeOverviewCsv(overview, now()),
  json: writeOverviewJson,
  html: (overview, { now }) =>
    writePage(overview, {
      now: now(),
      hash: (text) => createHash('sha256').update(text).digest('base64'),
    }),
}

function writeText(overview: Overview, terminal: Terminal): string {
  const { incidents, groups, unread } = overview
  const now = terminal.now()
  const filled = filledColumns(incidents, now)
  const { header, rows } = fitColumns(filled, (columns) => tableOf(columns, incidents, now), terminal)
  const parts = [
    ...(rows.length === 0 ? [] : [writeTerminalTable(header, rows, terminal)]),
    describeOverview(overview)
      .map((sentence) => `${wrapForTerminal(sentence, terminal)}\n`)
      .join(''),
    ...(groups.length === 0 ? [] : [writeGroups(groups, terminal)]),
    ...(unread.length === 0
      ? []
      : [
          `Could not be read:\n${groupUnread(unread)
            .map((each) => toVisible(`${placeOf(each)}: ${inEnglish(describeUnread(each))}`))
            .map((line) => `${wrapForTerminal(line, terminal, '  ')}\n`)
            .join('')}`,
        ]),
  ]
  return parts.join('\n')
}

/** The columns that a narrow terminal goes without, the first one first. */
const leaving = ['Median to mitigate', 'Median to detect', 'Median to resolve', 'Open tasks']

const groupColumns: readonly { readonly index: number; readonly leaves?: number }[] = groupHeader.map(
  (title, index) => (leaving.includes(title) ? { index, leaves: leaving.indexOf(title) + 1 } : { index }),
)

function writeGroups(groups: Overview['groups'], terminal: Terminal): string {
  const all = groups.map(groupCells)
  const { header, rows } = fitColumns(
    groupColumns,
    (shown) => ({
      header: shown.map(({ index }) => groupHeader[index] ?? ''),
      rows: all.map((cells) => shown.map(({ index }) => cells[index] ?? '')),
    }),
    terminal,
  )
  return writeTerminalTable(header, rows, terminal)
}

function tableOf(columns: readonly Column[], incidents: readonly Incident[], now: number) {
  return {
    header: [...columns.map(({ title }) => title), 'Report'],
    rows: incidents.map((each) => [
      ...columns.map((column) => column.text(each, now)),
      `${each.file}:${each.line}`,
    ]),
  }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number | null }): string {
  return line === null ? file : `${file}:${line}`
}

/** A day, the first day of a month or a year, or a number of days before today. */
function readSince(written: string, now: number): string {
  const days = /^(\d{1,5})d$/.exec(written)?.[1]
  if (days !== undefined) return new Date(now - Number(days) * millisecondsPerDay).toISOString().slice(0, 10)
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written)
  const day = match === null ? '' : `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  if (match === null || Number.isNaN(Date.parse(day)))
    throw new UsageError(`--since takes a day such as 2026-01-31, a month, a year or 90d, not "${written}".`)
  return day
}
