import { sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { factIds } from '../../postmortem/timeline/facts.ts'
import { withoutBraces } from '../../templates/placeholders.ts'
import type { EntryPart } from '../../templates/template.ts'
import { writeTimestamp } from '../timestamp.ts'
import type { Completion, FindCompletions } from './completion.ts'
import { sectionAt } from './sectionAt.ts'

/** An entry for the current time, and the template's entries that the timeline does not have yet. */
export const entries: FindCompletions = (report, cursor) => {
  const lead = /^(\s{0,8}[-*+]\s{1,4})[\d:]{0,5}$/.exec(cursor.before)?.[1]
  if (lead === undefined || sectionAt(cursor.offset, report)?.id !== 'timeline') return []
  const { offset, now, before } = cursor
  const time = writeTimestamp(report, offset, now, 'report') ?? writeTimestamp(report, offset, now, 'utc')
  if (time === null) return []
  const range = { start: offset - before.length + lead.length, end: offset }
  const missing = entriesOf(report).filter(({ fact }) => isMissing(fact, report))
  return [
    { kind: 'time', label: time, detail: sentence`now`, range, filter: time, text: `${time} - ` },
    ...missing.map(({ text, time: clock }): Completion => {
      const label = withoutBraces(text)
      return {
        kind: 'entry',
        label,
        detail: sentence`not in the timeline yet`,
        range,
        filter: `${before.slice(lead.length)}${label}`,
        text: `${clock} - ${text}`,
      }
    }),
  ]
}

function entriesOf({ template }: Report): readonly EntryPart[] {
  return template.sections.flatMap(({ body }) =>
    body.flatMap((part) => (part.kind === 'entry' ? [part] : [])),
  )
}

function isMissing(fact: string | null, { timeline }: Report): boolean {
  const known = factIds.find((each) => each === fact)
  return known !== undefined && timeline.facts[known].length === 0
}
