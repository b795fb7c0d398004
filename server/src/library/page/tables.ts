import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident, Known } from '../incident.ts'
import type { Measure } from '../measures.ts'
import { describeTasks, show } from '../output/cells.ts'
import { describeUnread, groupUnread } from '../output/sentences.ts'
import { taskColumns, withoutFields } from '../output/tasks.ts'
import { countTasks, type Overview } from '../overview.ts'
import type { ListedTask } from '../taskList.ts'
import { type Html, html, nothing } from './html.ts'
import { linkTo } from './links.ts'
import type { Writing } from './writing.ts'

interface TableColumn {
  readonly title: Sentence
  readonly cell: (incident: Incident, writing: Writing) => Html | string
  /** What rows are sorted by. Rows without a value come last. */
  readonly value: (incident: Incident, now: number) => string | number
}

const lengthColumn = (title: Sentence, key: Measure): TableColumn => ({
  title,
  cell: (incident) => show(incident[key], shortDuration),
  value: (incident) => incident[key]?.value ?? '',
})

const wordColumn = (title: Sentence, key: 'date' | 'severity' | 'status'): TableColumn => ({
  title,
  cell: (incident) => show<string>(incident[key], String),
  value: (incident) => incident[key]?.value ?? '',
})

const incidentTitle = sentence`Incident`

const tableColumns: readonly TableColumn[] = [
  wordColumn(sentence`Date`, 'date'),
  { title: incidentTitle, cell: (incident) => linkTo(incident, incident.title), value: ({ title }) => title },
  wordColumn(sentence`Severity`, 'severity'),
  wordColumn(sentence`Status`, 'status'),
  {
    title: sentence`Services`,
    cell: ({ services }) => services.map((each: Known<string>) => show(each, String)).join(', '),
    value: ({ services }) => services.map(({ value }) => value).join(', '),
  },
  lengthColumn(sentence`Duration`, 'duration'),
  lengthColumn(sentence`To detect`, 'timeToDetect'),
  lengthColumn(sentence`To mitigate`, 'timeToMitigate'),
  lengthColumn(sentence`To resolve`, 'timeToResolve'),
  {
    title: sentence`Open tasks`,
    cell: (incident, { now, translate }) => translate(describeTasks(incident, now)),
    value: (incident, now) => (incident.tasks.length === 0 ? '' : countTasks([incident], now).open),
  },
]

/** The headings become buttons that sort, and the field filters the rows, once the page's script runs. */
export function writeIncidentTable(incidents: readonly Incident[], writing: Writing): Html {
  const { now, translate } = writing
  const shown = tableColumns.filter(
    (column) => column.title === incidentTitle || incidents.some((each) => column.value(each, now) !== ''),
  )
  return html`<p class="search" hidden><label for="search">${translate(sentence`Search`)}</label> <input id="search" type="search" autocomplete="off" spellcheck="false"> <span id="found" role="status" data-text="${translate(found)}"></span></p>
<div class="scroll" role="region" aria-label="${translate(sentence`Table of all incidents`)}" tabindex="0"><table id="incidents"><caption>${translate(sentence`All incidents, the latest first. A tilde marks what is only assumed. The list below says why a day or a time is empty; anything else that is empty is not stated.`)}</caption><thead><tr>${shown.map(
    ({ title }) => html`<th scope="col">${translate(title)}</th>`,
  )}</tr></thead><tbody>
${incidents.map(
  (incident) =>
    html`<tr>${shown.map(
      (column) =>
        html`<td data-title="${translate(column.title)}" data-value="${column.value(incident, now)}">${column.cell(incident, writing)}</td>`,
    )}</tr>
`,
)}</tbody></table></div>`
}

/** The page's script puts the numbers in. */
const found = sentence`${'{0}'} of ${'{1}'} shown`

export function writeTaskTable(tasks: readonly ListedTask[], translate: Translate): Html {
  if (tasks.length === 0) return html`<p>${translate(sentence`Nothing is left to be done.`)}</p>`
  const titles = taskColumns.map(translate)
  return html`<div class="scroll" role="region" aria-label="${translate(sentence`Table of action items`)}" tabindex="0"><table id="tasks"><caption>${translate(sentence`Action items, the most urgent first`)}</caption><thead><tr>${titles.map(
    (title) => html`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>
${tasks.map(({ task, incident, isOverdue, ageDays }) => {
  const place = { file: incident.file, line: task.line }
  const note = isOverdue
    ? html` <strong>${translate(sentence`overdue`)}</strong>`
    : task.done
      ? ` ${translate(sentence`(done)`)}`
      : ''
  const due = html`${task.due ?? ''}${note}`
  const cells = [
    due,
    linkTo(place, withoutFields(task.text)),
    task.owner ?? '',
    task.ticket ?? '',
    ageDays === null ? '' : translate(sentence`${ageDays} d`),
    linkTo(incident, incident.title),
  ]
  return html`<tr>${cells.map((cell, index) => html`<td data-title="${titles[index] ?? ''}">${cell}</td>`)}</tr>
`
})}</tbody></table></div>`
}

export function writeUnread({ unread, incidents }: Overview, translate: Translate): Html {
  if (unread.length === 0) return nothing
  const lines = new Map(incidents.map(({ file, line }) => [file, line]))
  return html`<details><summary>${translate(sentence`What could not be read (${unread.length})`)}</summary><ul>${groupUnread(
    unread,
  ).map(
    (each) =>
      html`<li>${linkTo({ file: each.file, line: each.line ?? lines.get(each.file) ?? 1 }, each.file)}: ${translate(describeUnread(each))}</li>`,
  )}</ul></details>`
}
