import { sentence } from '../../messages/sentence.ts'
import { type FindCompletions, wholeWord } from './completion.ts'
import { sectionAt } from './sectionAt.ts'

const statuses = ['Draft', 'In review', 'Final']

/** Matches `Severity:`, `- **Report status:**` and `| Status |`, but nothing within a sentence. */
const facetLabel =
  /^\s{0,8}(?:[-*+]\s{1,4}|\|\s{0,9})?[*_]{0,3}(?:\p{L}{1,12}\s)?(severity|status)(?:\slevel)?\s{0,9}[*_]{0,3}\s?[:|]\s{0,3}[*_]{0,3}\s{0,3}([\p{L}\p{N}][\p{L}\p{N} ._-]{0,30}|)$/iu

/** The severity of the incident and the status of the report. In the timeline, a status is that of a service. */
export const facets: FindCompletions = (report, cursor, { severities }) => {
  const [, name, typed] = facetLabel.exec(cursor.before) ?? []
  if (name === undefined || typed === undefined || !/^[\p{L}\p{N}_-]{0,30}[\s|*_]*$/u.test(cursor.after))
    return []
  if (sectionAt(cursor.offset, report)?.id === 'timeline') return []
  if (name.toLowerCase() === 'status')
    return statuses.map((status) => wholeWord('facet', status, sentence`status of the report`, typed, cursor))
  return severities.map(({ name: severity, template }) => {
    const detail = template === null ? sentence`severity` : sentence`template ${template}`
    return wholeWord('facet', severity, detail, typed, cursor)
  })
}
