import type { Report } from '../postmortem/report.ts'
import { addStub } from './fixes/stubs.ts'
import { groupItems, relate, sayLacking } from './itemsBySection.ts'
import type { Problem } from './rule.ts'

/** A detail that each task should have, and how to speak of it. */
interface Wanted {
  readonly detail: 'owner' | 'due' | 'ticket'
  readonly name: string
  readonly advice: string
}

/** One finding a section, at its title, with a fix that gives each task that lacks the detail a place for it. */
export function checkDetail(report: Report, { detail, name, advice }: Wanted): readonly Problem[] {
  return groupItems(report).flatMap(({ section, items }): Problem[] => {
    const lacking = items.filter((item) => item[detail] === null && !item.done)
    if (lacking.length === 0) return []
    return [
      {
        message: `${sayLacking(lacking.length, items.length, name)} ${advice}`,
        range: { start: section.title.start, end: section.title.end },
        related: relate(
          `This one has no ${name}.`,
          lacking.map(({ text }) => text),
        ),
        fixes: [
          {
            title: `Add a place for the ${name} of ${lacking.length === 1 ? 'the task' : 'each task'}`,
            preferred: true,
            edits: lacking.map((item) => addStub(detail, item, report)),
          },
        ],
      },
    ]
  })
}
