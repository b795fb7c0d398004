import type { TaskText } from './actionItem.ts'
import { readDetails } from './details.ts'
import type { TicketPattern } from './tickets.ts'

/** "Acme check the logs" beside "Acme to rotate the keys": a name that owns another task begins this one as well. */
export function withNamesOfOthers(tasks: readonly TaskText[], tickets: TicketPattern): readonly TaskText[] {
  const owners = tasks.map(({ placed, from, to }) => readDetails(placed, tickets, from, to).owner)
  const names = new Set(owners.flatMap((owner) => owner?.text ?? []))
  if (names.size === 0) return tasks
  return tasks.map((task, index) => {
    const { placed, from, to } = task
    const name = /^\s{0,3}(\p{Lu}[\p{L}\p{N}.'’-]{1,20}) \p{Ll}/u.exec(placed.line.text.slice(from, to))?.[1]
    if (name === undefined || !names.has(name) || owners[index] !== null) return task
    const start = placed.line.text.indexOf(name, from)
    return { ...task, owner: placed.passage(start, start + name.length) }
  })
}
