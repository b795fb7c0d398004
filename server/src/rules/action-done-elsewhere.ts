import { noOptions, type Problem, type Remedy, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import type { Comparable, Library } from '../library/comparable.ts'
import type { Task } from '../library/incident.ts'
import { linkBetween } from '../library/reportPath.ts'
import { quote } from '../messages/quote.ts'
import { sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import { placeIn } from './support/library.ts'

export const actionDoneElsewhere: Rule = {
  id: 'action-done-elsewhere',
  summary: 'An action item that is done in one report is done in its copy.',
  explanation: prose`
    An action item that follows from two incidents is often written in both reports, and ticked in one. The
    other one then causes reminders, and is counted as open, for ever.

    Two action items are copies if they have the same words and the same ticket. Without tickets, the finding
    is only an information, and they count as copies if they have at least five words, no different owners,
    and appear in no third report: what three or more reports say is a task that follows every incident.

    The quick fix ticks the checkbox, if there is one.

    This rule compares reports, so it runs only when a folder or a workspace is checked.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 10:02 UTC - The search was down.

          ## Action Items

          - [ ] Alert when the disk is almost full (OPS-12)
        `,
        others: {
          'other.md': markdown`
            # Postmortem: nobody could pay

            ## Timeline

            - 18:40 UTC - Payments failed.

            ## Action Items

            - [x] Alert when the disk is almost full (OPS-40)
          `,
        },
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 10:02 UTC - The search was down.

          ## Action Items

          - [ ] Alert when the disk is almost full (OPS-12)
        `,
        others: {
          'other.md': markdown`
            # Postmortem: nobody could pay

            ## Timeline

            - 18:40 UTC - Payments failed.

            ## Action Items

            - [x] Alert when the disk is almost full (OPS-12)
          `,
        },
        messages: [
          'This action item is done in "other.md". Tick it here as well, or say what is left to do.',
        ],
      },
    ],
  },
  check: () => [],
  compare: ({ incident, places }, library) =>
    incident.tasks.flatMap((task, index): readonly Problem[] => {
      const range = places.tasks[index]
      const copies = task.done ? undefined : byWords(library).get(wordsOfTask(task))
      if (range === undefined || copies === undefined) return []
      const found = copies.done.find(
        (other) => other.report.incident.file !== incident.file && isCopy(other.task, task),
      )
      const isSure = found !== undefined && found.task.ticket !== null && task.ticket !== null
      if (found === undefined || (!isSure && !mayBeCopy(task, copies))) return []
      const link = quote(linkBetween(incident.file, found.report.incident.file))
      const message = sentence`This action item is done in ${link}. Tick it here as well, or say what is left to do.`
      const remedy: Remedy = {
        title: sentence`Tick the action item`,
        file: incident.file,
        change: { kind: 'tick', task: { text: task.text, line: task.line } },
      }
      return [
        {
          message,
          ...(!isSure && { mild: true }),
          range,
          related: [placeIn(found.report, found.range)],
          fixes: [],
          ...(task.hasCheckbox && { remedy }),
        },
      ]
    }),
}

/** All action items of the same words. */
interface Copies {
  readonly files: Set<string>
  readonly done: { readonly report: Comparable; readonly task: Task; readonly range: Range }[]
}

/** More done copies than these need not be looked through. */
const maxCopies = 20

const byWords = perObject((library: Library): ReadonlyMap<string, Copies> => {
  const all = new Map<string, Copies>()
  for (const report of library) {
    const { incident, places } = report
    for (const [index, task] of incident.tasks.entries()) {
      const key = wordsOfTask(task)
      const copies = all.get(key) ?? { files: new Set(), done: [] }
      copies.files.add(incident.file)
      if (task.done && copies.done.length < maxCopies)
        copies.done.push({ report, task, range: places.tasks[index] ?? places.title })
      all.set(key, copies)
    }
  }
  return all
})

/** The words of the task itself, without who does it until when. */
const wordsOfTask = perObject(({ text, owner, due, ticket }: Task): string => {
  const own = [owner, due, ticket].reduce(
    (rest: string, detail) => (detail ? rest.replace(detail, ' ') : rest),
    text,
  )
  const words = own.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !labels.has(word)).join(' ')
})

/** The words before the details of a task. */
const labels: ReadonlySet<string> = new Set(['owner', 'assignee', 'due', 'by', 'deadline', 'ticket'])

function isCopy(one: Task, other: Task): boolean {
  const agree = (a: string | null, b: string | null) =>
    a === null || b === null || a.toLowerCase() === b.toLowerCase()
  return agree(one.ticket, other.ticket) && (one.ticket !== null || agree(one.owner, other.owner))
}

const minWords = 5

function mayBeCopy(task: Task, { files }: Copies): boolean {
  return files.size === 2 && wordsOfTask(task).split(' ').length >= minWords
}
