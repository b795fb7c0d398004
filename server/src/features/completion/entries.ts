import { sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { factIds } from '../../postmortem/timeline/facts.ts'
import { withoutBraces } from '../../templates/placeholders.ts'
import type { EntryPart } from '../../templates/template.ts'
import { writeTimestamp } from '../timestamp.ts'
import type { Completion, FindCompletions } from './completion.ts'
import { sectionAt } from './sectionAt.ts'

/** An entry that happens now, and what the timeline does not tell yet. */
export const entries: FindCompletions = (report, writing) => {
  const lead = /^(\s{0,8}[-*+]\s{1,4})[\d:]{0,5}$/.exec(writing.before)?.[1]
  if (lead === undefined || sectionAt(writing.offset, report)?.id !== 'timeline') return []
  const { offset, now, before } = writing
  const time = writeTimestamp(report, offset, now, 'report') ?? writeTimestamp(report, offset, now, 'utc')
  if (time === null) return []
  const range = { start: offset - before.length + lead.length, end: offset }
  const untold = entriesOf(report).filter(({ fact }) => isUntold(fact, report))
  return [
    { kind: 'time', label: time, detail: sentence`now`, range, filter: time, text: `${time} - ` },
    ...untold.map(({ text, time: clock }): Completion => {
      const label = withoutBraces(text)
      return {
        kind: 'entry',
        label,
        detail: sentence`the timeline does not tell this yet`,
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

function isUntold(fact: string | null, { timeline }: Report): boolean {
  const known = factIds.find((each) => each === fact)
  return known !== undefined && timeline.facts[known].length === 0
}
