import { type Sentence, sentence } from '../../messages/sentence.ts'
import { inEnglish } from '../../messages/translate.ts'
import { dayName, type ListedTask } from '../taskList.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'
import { escapeMarkdown, writeLink, writeTable } from './markdown.ts'

/** The cells of a task for people. */
export const taskColumns: readonly Sentence[] = [
  sentence`Due`,
  sentence`Action item`,
  sentence`Owner`,
  sentence`Ticket`,
  sentence`Age`,
  sentence`Incident`,
]

export const taskHeader: readonly string[] = taskColumns.map(inEnglish)

export function taskCells({ task, incident, isOverdue, ageDays }: ListedTask): readonly string[] {
  return [
    `${task.due ?? ''}${isOverdue ? ' (overdue)' : task.done ? ' (done)' : ''}`.trim(),
    withoutFields(task.text),
    task.owner ?? '',
    task.ticket ?? '',
    ageDays === null ? '' : `${ageDays} d`,
    incident.title,
  ]
}

/** Without "(owner: …, due: …)" at its end, which has columns of its own. */
export function withoutFields(text: string): string {
  const fields = /(?<!\s)\s*\(([^()]{1,200})\)\s*$/.exec(text)
  const isOnlyFields = fields?.[1]?.split(/[,;]/).every((each) => /^\s*(?:owner|due|ticket)\s*:/i.test(each))
  return fields !== null && isOnlyFields && fields.index > 0 ? text.slice(0, fields.index) : text
}

export function writeTasksMarkdown(tasks: readonly ListedTask[], pathOf: (file: string) => string): string {
  const rows = tasks.map((each) => {
    const cells = taskCells(each)
    const escaped = cells.slice(0, -1).map(escapeMarkdown)
    return [...escaped, writeLink(each.incident.title, pathOf(each.incident.file))]
  })
  return `${writeTable(taskHeader, rows)}\n`
}

export function writeTasksCsv(tasks: readonly ListedTask[]): string {
  return writeCsv([
    ['task', 'done', 'owner', 'due', 'due_day', 'overdue', 'age_days', 'ticket', 'incident', 'file', 'line'],
    ...tasks.map(({ task, incident, isOverdue, ageDays }) => [
      task.text,
      task.done ? 'yes' : 'no',
      task.owner,
      task.due,
      task.dueDay === null ? null : dayName(task.dueDay),
      isOverdue ? 'yes' : 'no',
      ageDays,
      task.ticket,
      incident.title,
      incident.file,
      task.line,
    ]),
  ])
}

export function writeTasksJson(tasks: readonly ListedTask[]): string {
  const items = tasks.map(({ task: { dueDay, deadline: _, ...task }, incident, isOverdue, ageDays }) => ({
    ...task,
    dueDay: dueDay === null ? null : dayName(dueDay),
    overdue: isOverdue,
    ageDays,
    incident: incident.title,
    file: incident.file,
  }))
  return `${writeJson(items)}\n`
}
