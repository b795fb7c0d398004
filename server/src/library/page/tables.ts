import { shortDuration } from '../../time/repair/print.ts'
import type { Incident, Known } from '../incident.ts'
import { show, showTasks } from '../output/cells.ts'
import { describeUnread } from '../output/sentences.ts'
import { taskHeader } from '../output/tasks.ts'
import { countTasks, type Overview } from '../overview.ts'
import type { ListedTask } from '../taskList.ts'
import { type Html, html, nothing } from './html.ts'
import { linkTo } from './links.ts'

interface TableColumn {
  readonly title: string
  readonly cell: (incident: Incident, now: number) => Html | string
  /** What rows are sorted by. Rows without a value come last. */
  readonly value: (incident: Incident, now: number) => string | number
}

const lengthColumn = (title: string, key: 'duration' | 'timeToDetect' | 'timeToResolve'): TableColumn => ({
  title,
  cell: (incident) => show(incident[key], shortDuration),
  value: (incident) => incident[key]?.value ?? '',
})

const wordColumn = (title: string, key: 'date' | 'severity' | 'status'): TableColumn => ({
  title,
  cell: (incident) => show<string>(incident[key], String),
  value: (incident) => incident[key]?.value ?? '',
})

const tableColumns: readonly TableColumn[] = [
  wordColumn('Date', 'date'),
  { title: 'Incident', cell: (incident) => linkTo(incident, incident.title), value: ({ title }) => title },
  wordColumn('Severity', 'severity'),
  wordColumn('Status', 'status'),
  {
    title: 'Services',
    cell: ({ services }) => services.map((each: Known<string>) => show(each, String)).join(', '),
    value: ({ services }) => services.map(({ value }) => value).join(', '),
  },
  lengthColumn('Duration', 'duration'),
  lengthColumn('To detect', 'timeToDetect'),
  lengthColumn('To resolve', 'timeToResolve'),
  {
    title: 'Open tasks',
    cell: (incident, now) => showTasks(incident, now),
    value: (incident, now) => (incident.tasks.length === 0 ? '' : countTasks([incident], now).open),
  },
]

/** The headings become buttons that sort, and the field filters the rows, once the page's script runs. */
export function writeIncidentTable(incidents: readonly Incident[], now: number): Html {
  const shown = tableColumns.filter(
    (column) => column.title === 'Incident' || incidents.some((each) => column.value(each, now) !== ''),
  )
  return html`<p class="search" hidden><label for="search">Search</label> <input id="search" type="search" autocomplete="off" spellcheck="false"> <span id="found" role="status"></span></p>
<div class="scroll" role="region" aria-label="Table of all incidents" tabindex="0"><table id="incidents"><caption>All incidents, the latest first. A tilde marks what is only assumed.</caption><thead><tr>${shown.map(
    ({ title }) => html`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>
${incidents.map(
  (incident) =>
    html`<tr>${shown.map(
      (column) =>
        html`<td data-title="${column.title}" data-value="${column.value(incident, now)}">${column.cell(incident, now)}</td>`,
    )}</tr>
`,
)}</tbody></table></div>`
}

export function writeTaskTable(tasks: readonly ListedTask[]): Html {
  if (tasks.length === 0) return html`<p>Nothing is left to be done.</p>`
  return html`<div class="scroll" role="region" aria-label="Table of action items" tabindex="0"><table id="tasks"><caption>Action items, the most urgent first</caption><thead><tr>${taskHeader.map(
    (title) => html`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>
${tasks.map(({ task, incident, isOverdue, ageDays }) => {
  const place = { file: incident.file, line: task.line }
  const note = isOverdue ? html` <strong>overdue</strong>` : task.done ? ' (done)' : ''
  const due = html`${task.due ?? ''}${note}`
  const cells = [
    due,
    linkTo(place, task.text),
    task.owner ?? '',
    task.ticket ?? '',
    ageDays === null ? '' : `${ageDays} d`,
    linkTo(incident, incident.title),
  ]
  return html`<tr>${cells.map((cell, index) => html`<td data-title="${taskHeader[index] ?? ''}">${cell}</td>`)}</tr>
`
})}</tbody></table></div>`
}

export function writeUnread({ unread, incidents }: Overview): Html {
  if (unread.length === 0) return nothing
  const lines = new Map(incidents.map(({ file, line }) => [file, line]))
  return html`<details><summary>What could not be read (${unread.length})</summary><ul>${unread.map(
    (each) =>
      html`<li>${linkTo({ file: each.file, line: each.line ?? lines.get(each.file) ?? 1 }, each.file)}: ${describeUnread(each)}</li>`,
  )}</ul></details>`
}
