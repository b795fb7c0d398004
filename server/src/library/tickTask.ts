import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findCheckbox } from '../postmortem/tasks/checkbox.ts'
import type { Task } from './incident.ts'
import type { Origin } from './origin.ts'
import { partsOf, tasksIn, taskText } from './readIncidents.ts'

/**
 * Ticks the checkbox of a task that was listed a while ago, or takes the tick away. The report may have changed since:
 * if the task is no longer on its line, it has to be the only one with its text. Null if it is not found.
 */
export function tickTask(
  report: Report,
  { text, line }: Pick<Task, 'text' | 'line'>,
  done: boolean,
  lineAt: Origin['lineAt'],
): Edit | null {
  const found = partsOf(report).flatMap((part) =>
    tasksIn(part).flatMap((item) => {
      const box = findCheckbox(item, part.markup)
      return box === null || taskText(item) !== text ? [] : [{ box, line: lineAt(item.start) }]
    }),
  )
  const task = found.find((each) => each.line === line) ?? (found.length === 1 ? found[0] : undefined)
  return task === undefined ? null : { ...task.box, text: done ? 'x' : ' ' }
}
