import { createHash } from 'node:crypto'
import { writeIcs } from '../../library/output/ics.ts'
import { plural } from '../../library/output/plural.ts'
import {
  taskCells,
  taskHeader,
  writeTasksCsv,
  writeTasksJson,
  writeTasksMarkdown,
} from '../../library/output/tasks.ts'
import { writeTaskPage } from '../../library/page/taskPage.ts'
import { type ListedTask, listTasks } from '../../library/taskList.ts'
import { listOf, readChoice } from '../../readChoice.ts'
import { defineCommand, pathsHelp, readsPaths, writesOutputAndCache } from '../command.ts'
import { cachedLibraryOptions, collectIncidents } from '../incidents.ts'
import { status, type Terminal } from '../terminal.ts'
import { fitColumns, type TerminalTable, writeTerminalTable } from '../terminalTable.ts'

const formats = ['table', 'markdown', 'csv', 'json', 'html', 'ics'] as const

export const actions = defineCommand({
  name: 'actions',
  usage: 'postmortem actions [PATH…]',
  summary: 'Lists the action items of all reports, the most urgent first.',
  details: `${pathsHelp} An action item is overdue if its due date includes the year, can be read in only one way, and has passed everywhere on Earth.`,
  options: {
    format: { value: 'FORMAT', help: `${listOf(formats)} (table)` },
    overdue: { help: 'only those that are overdue; the exit status is then 1 if there are any' },
    done: { help: 'also those that are done' },
    ...cachedLibraryOptions,
  },
  reads: readsPaths,
  writes: writesOutputAndCache,
  examples: [
    ['postmortem actions', 'what is still to be done'],
    ['postmortem actions --overdue', 'fails in CI if something is overdue'],
    ['postmortem actions --format ics > actions.ics', 'for a calendar'],
    ['postmortem actions --format html > actions.html', 'a page for a browser'],
  ],
  exitStatus: '0 done, 1 something is overdue (with --overdue), 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const format = readChoice(values.format ?? 'table', formats, 'format')
    const { incidents, statusOr } = await collectIncidents(names, values, terminal)
    const isOnlyOverdue = values.overdue === true
    const filter = { isDoneShown: values.done === true, isOnlyOverdue }
    const tasks = listTasks(incidents, terminal.now(), filter)
    await terminal.write(writers[format](tasks, terminal))
    return statusOr(isOnlyOverdue && tasks.length > 0 ? status.findings : status.clean)
  },
})

const writers: Readonly<
  Record<(typeof formats)[number], (tasks: readonly ListedTask[], terminal: Terminal) => string>
> = {
  table: writeText,
  markdown: (tasks) => writeTasksMarkdown(tasks, (file) => file),
  csv: writeTasksCsv,
  json: writeTasksJson,
  html: (tasks, { now }) =>
    writeTaskPage(tasks, {
      now: now(),
      hash: (text) => createHash('sha256').update(text).digest('base64'),
    }),
  ics: (tasks, { now }) => writeIcs(tasks, now()),
}

/** The columns that a narrow terminal goes without, the first one first. */
const leaving = ['Age', 'Ticket', 'Owner']

/** The incident is in the last column, which names its report. */
const columns: readonly ShownColumn[] = taskHeader.slice(0, -1).map((title, index) => {
  const at = leaving.indexOf(title)
  return at === -1 ? { title, index } : { title, index, leaves: at + 1 }
})

interface ShownColumn {
  readonly title: string
  readonly index: number
  readonly leaves?: number
}

function tableOf(shown: readonly ShownColumn[], tasks: readonly ListedTask[]): TerminalTable {
  return {
    header: [...shown.map(({ title }) => title), 'Report'],
    rows: tasks.map((each) => {
      const cells = taskCells(each)
      return [...shown.map(({ index }) => cells[index] ?? ''), `${each.incident.file}:${each.task.line}`]
    }),
  }
}

function writeText(tasks: readonly ListedTask[], terminal: Terminal): string {
  const overdue = tasks.filter(({ isOverdue }) => isOverdue).length
  const summary = `${plural(tasks.length, 'action item')}${overdue === 0 ? '' : `, ${overdue} overdue`}.\n`
  if (tasks.length === 0) return summary
  const { header, rows } = fitColumns(columns, (shown) => tableOf(shown, tasks), terminal)
  return `${writeTerminalTable(header, rows, terminal)}\n${summary}`
}
